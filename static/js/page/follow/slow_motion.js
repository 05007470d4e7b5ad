/**
 * Slow motion: the pass of the next step's first point plays, the step is made, and so on until the learner lets go.
 */
import { byId, setAttribute } from '../../ui/dom.js';

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow */
export function mountSlowMotion({ view, watch, state, attempt }, follow) {
  const button = /** @type {HTMLButtonElement} */ (byId('slow-motion'));

  const isOn = () => view.get().slow_motion;
  const letGo = () => view.set({ slow_motion: false });

  async function play() {
    const begun = await follow.start(null, { atEnd: step });
    if (!begun && isOn()) letGo();
  }

  async function step() {
    if (!isOn()) return;
    if (await attempt({ type: 'step', updates: 1 })) {
      if (isOn()) play();
    } else {
      letGo();
    }
  }

  button.addEventListener('click', () => view.set({ slow_motion: !isOn() }));
  view.subscribe(['slow_motion'], ({ slow_motion: on }) => {
    setAttribute(button, 'aria-checked', String(on));
    if (on) play();
    else if (state().status !== 'training') follow.stop();
  });
  // Training at full speed, or closing the pass, lets go.
  watch((now) => now.status, (status) => {
    if (status === 'training' && isOn() && follow.isOn) letGo();
  });
  view.subscribe(['moment'], ({ moment }) => {
    if (moment === null && isOn() && !follow.isStarting) letGo();
  });
  watch((now) => now.points.every(({ test }) => test) || now.diverged !== null, (nothing) => { button.disabled = nothing; });
}

/**
 * Slow motion: the pass of the next step's first point plays, the step is made, and so on until the learner lets go.
 */
import { byId, setAttribute } from '../../ui/dom.js';
import { effect, onChange } from '../../ui/tracked.js';

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow */
export function mountSlowMotion({ view, state, attempt }, follow) {
  const button = /** @type {HTMLButtonElement} */ (byId('slow-motion'));

  const isOn = () => view.follow.slow_motion;
  const letGo = () => { view.follow.slow_motion = false; };

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

  button.addEventListener('click', () => { view.follow.slow_motion = !isOn(); });
  effect(() => setAttribute(button, 'aria-checked', String(isOn())));
  onChange(isOn, (on) => {
    if (on) play();
    else if (state.status !== 'training') follow.stop();
  });
  // Training at full speed, which something else set going, or closing the pass, lets go.
  onChange(() => state.status, (status) => {
    if (status === 'training' && isOn() && follow.isOn) letGo();
  });
  onChange(() => view.follow.moment === null, (isOver) => {
    if (isOver && isOn() && !follow.isStarting) letGo();
  });
  effect(() => { button.disabled = state.points.every(({ test }) => test) || state.diverged !== null; });
}

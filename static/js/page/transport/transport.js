/**
 * Train, pause, step and reset.
 *
 * @feature train, pause, step, reset, speed
 */
import { byId, icon } from '../../ui/dom.js';
import { whenever } from '../../ui/tracked.js';
import { mountMenu } from '../../ui/menu.js';
import { otherSeed } from '../settings/seed.js';
import { mountSpeed } from './speed.js';

/** @typedef {import('../page.js').Page} Page */

const FACES = {
  train: { label: 'Train', name: 'play' },
  go_on: { label: 'Continue', name: 'play' },
  pause: { label: 'Pause', name: 'pause' },
  from_here: { label: 'Go on from here', name: 'play' },
};

/**
 * @param {Page} page
 * @param {Pick<import('../explaining/explaining.js').Explaining, 'keys'>} explaining
 */
export function createTransport({ state, view, past, attempt: tell }, explaining) {
  /** Whoever sets the run going takes the sample that may lie there. @param {import('../../types.js').Command} command */
  const attempt = (command) => {
    if (!view.first.stored) view.first.sample = false;
    tell(command);
  };
  return {
    toggle() {
      // Slow motion stays slow: its passes are what goes on, or waits.
      if (view.follow.slow_motion) explaining.keys.playOrPause();
      else if (view.first.sample && state.status === 'training') view.first.sample = false;
      else attempt({ type: state.status === 'training' ? 'pause' : 'train' });
    },
    step: (updates = 1) => attempt({ type: 'step', updates }),
    stepBack: () => past.stepBack(),
    newest: () => past.leave(),
    finishEpoch: () => attempt({ type: 'step', until: 'epoch' }),
    reset: () => attempt({ type: 'reset' }),
    resetAnew: () => attempt({ type: 'reset', seed: otherSeed(state.experiment?.seed ?? 0) }),
  };
}

/** @typedef {ReturnType<typeof createTransport>} Transport */

/** Whether steps follow one another, in slow motion or not. @param {Page} page */
function running({ state, view: { follow } }) {
  if (follow.slow_motion) return follow.moment?.playing ?? true;
  return state.status === 'training';
}

/** @param {Page} page @param {{transport: Transport}} shared */
export function mountTransport(page, { transport }) {
  const { state, view } = page;
  const train = /** @type {HTMLButtonElement} */ (byId('train'));
  train.addEventListener('click', transport.toggle);
  byId('step').addEventListener('click', () => transport.step());
  byId('step-back').addEventListener('click', transport.stepBack);
  byId('newest').addEventListener('click', transport.newest);
  byId('reset').addEventListener('click', transport.reset);
  mountMenu(byId('step-menu'), 'Step', [
    { title: '1 update', key: '.', run: () => transport.step() },
    { title: '10 updates', run: () => transport.step(10) },
    { title: 'To the end of the epoch', run: transport.finishEpoch },
  ]);
  mountMenu(byId('reset-menu'), 'Reset', [
    { title: 'Same initial weights', run: transport.reset },
    { title: 'New initial weights', run: transport.resetAnew },
  ]);

  /** @type {string | null} */
  let shown = null;
  whenever(() => /** @type {const} */ ([running(page), state.status, (state.frame?.step ?? 0) > 0, view.first.sample, view.past.moment !== null]), ([runs, status, begun, isSample, isPast]) => {
    const face = isPast && !runs ? FACES.from_here : isSample ? FACES.train : runs ? FACES.pause : begun ? FACES.go_on : FACES.train;
    train.disabled = status === 'diverged';
    if (shown === face.label) return;
    shown = face.label;
    train.replaceChildren(icon(face.name, 'solid'), face.label);
  });
  whenever(() => state.status === 'diverged', (diverged) => {
    for (const id of ['step', 'step-menu']) /** @type {HTMLButtonElement} */ (byId(id)).disabled = diverged;
  });
  whenever(() => view.past.moment !== null, (isPast) => {
    byId('newest').hidden = !isPast;
    byId('transport').classList.toggle('past', isPast);
    for (const id of ['reset', 'reset-menu']) byId(id).hidden = isPast;
  });
  whenever(() => state.frame?.step ?? 0, (step) => { /** @type {HTMLButtonElement} */ (byId('step-back')).disabled = step === 0; });
  mountSpeed(page, { slider: /** @type {HTMLInputElement} */ (byId('speed')), output: byId('speed-text') });
}

/**
 * A data set that the present network can hardly learn offers one that can, as long as nothing was learned.
 */
import { make } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';
import { presentDataset } from '../points/samples.js';

/**
 * The settings that the present data set offers; null where it offers none or they are there.
 * @param {Pick<import('../../types.js').State, 'points' | 'drawn' | 'experiment' | 'options' | 'frame'>} state
 */
export function offered(state) {
  const { experiment, options, frame } = state;
  const name = presentDataset(state);
  const suited = options?.datasets.find((dataset) => dataset.name === name)?.suited;
  if (!suited || !experiment || !frame || frame.step > 0) return null;
  const names = /** @type {(keyof typeof suited)[]} */ (Object.keys(suited));
  return names.every((key) => String(experiment[key]) === String(suited[key])) ? null : suited;
}

/** @param {import('../page.js').Page} page @returns {HTMLButtonElement} */
export function createOffer({ state, view, attempt }) {
  const take = () => {
    const suited = offered(state);
    // The seed is named so that the network starts anew.
    if (suited && state.experiment) attempt({ type: 'configure', changes: { ...suited, seed: state.experiment.seed } });
  };
  const button = make('button', { class: 'second', onclick: take }, 'Take a network that can learn it');
  effect(() => { button.hidden = view.plane.chosen !== null || state.diverged !== null || view.past.moment !== null || offered(state) === null; });
  return button;
}

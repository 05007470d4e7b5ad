/**
 * The network as it stands, and its answers.
 */
import { feedforward } from '../../network/forward.js';
import { decodeVector } from '../../network/parameters.js';
import { architectureOf } from '../../state/selectors.js';

/** @typedef {Pick<import('../page.js').Page, 'state' | 'view'>} Now */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** @type {WeakMap<import('../../types.js').Progress, Float64Array>} */
const decoded = new WeakMap();

/** @param {import('../../types.js').Progress} progress */
function parametersOf(progress) {
  let parameters = decoded.get(progress);
  if (!parameters) decoded.set(progress, (parameters = decodeVector(progress.parameters)));
  return parameters;
}

/**
 * The network as it is, after a divergence as it was where the way back leads; null where its parameters
 * don't belong to the experiment.
 * @param {Now} page
 * @returns {{architecture: Architecture, parameters: ArrayLike<number>} | null}
 */
export function networkNow({ state, view }) {
  const { experiment, frame, diverged } = state;
  if (!experiment || !frame) return null;
  const architecture = architectureOf(experiment);
  const back = diverged && (view.recovery.way_back?.progress ?? diverged.progress);
  const parameters = back ? parametersOf(back) : frame.parameters;
  return parameters.length === architecture.parameterCount ? { architecture, parameters } : null;
}

/**
 * What the network answers at a place, and all that happens on the way.
 * @param {Now} page
 * @param {{x1: number, x2: number}} place
 */
export function passAt(page, { x1, x2 }) {
  const network = networkNow(page);
  return network ? feedforward(network.architecture, network.parameters, x1, x2) : null;
}

/**
 * @param {Now} page
 * @param {{x1: number, x2: number}} place
 * @returns {Float64Array | null}
 */
export function answerAt(page, place) {
  return passAt(page, place)?.activations.at(-1) ?? null;
}

/**
 * The network as it stands, and its answers.
 */
import { feedforward } from '../network/forward.js';
import { decodeVector } from '../network/parameters.js';
import { architectureOf } from '../state/selectors.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */

/** @type {WeakMap<import('../types.js').Divergence, Float64Array>} */
const lastFinite = new WeakMap();

/** The last finite parameters of a run that diverged. @param {import('../types.js').Divergence} diverged */
function parametersBefore(diverged) {
  let parameters = lastFinite.get(diverged);
  if (!parameters) lastFinite.set(diverged, (parameters = decodeVector(diverged.progress.parameters)));
  return parameters;
}

/**
 * The network as it is, after a divergence as it last was; null where its parameters don't belong to the experiment.
 * @param {State} state
 * @returns {{architecture: Architecture, parameters: ArrayLike<number>} | null}
 */
export function networkNow({ experiment, frame, diverged }) {
  if (!experiment || !frame) return null;
  const architecture = architectureOf(experiment);
  const parameters = diverged ? parametersBefore(diverged) : frame.parameters;
  return parameters.length === architecture.parameterCount ? { architecture, parameters } : null;
}

/**
 * What the network answers at a place, and all that happens on the way.
 * @param {State} state
 * @param {{x1: number, x2: number}} place
 */
export function passAt(state, { x1, x2 }) {
  const network = networkNow(state);
  return network ? feedforward(network.architecture, network.parameters, x1, x2) : null;
}

/**
 * @param {State} state
 * @param {{x1: number, x2: number}} place
 * @returns {Float64Array | null}
 */
export function answerAt(state, place) {
  return passAt(state, place)?.activations.at(-1) ?? null;
}

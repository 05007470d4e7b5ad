/** @file Progress before anything was learned, as the wire has it. */

import { encodeVector } from '../network/parameters.js';
import { architectureOf } from './selectors.js';

/** @typedef {import('../types.js').Experiment} Experiment */

/** What an optimizer remembers at first. @param {Experiment} experiment @returns {Record<string, string>} */
export function freshState(experiment) {
  const zeros = encodeVector(new Float64Array(architectureOf(experiment).parameterCount));
  switch (experiment.optimizer) {
    case 'momentum':
    case 'nesterov':
      return { velocity: zeros };
    case 'adagrad':
    case 'rmsprop':
      return { squares: zeros };
    case 'adam':
      return { mean: zeros, squares: zeros, updates: encodeVector([0]) };
    default:
      return {};
  }
}

/** A network of zeros, until the server draws its first weights. @param {Experiment} experiment */
export const freshProgress = (experiment) => ({
  step: 0,
  epoch: 0,
  batch: 0,
  parameters: encodeVector(new Float64Array(architectureOf(experiment).parameterCount)),
  optimizer: freshState(experiment),
});

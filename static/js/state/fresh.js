/** @file Progress before anything was learned, as the wire has it. */

import { encodeVector } from '../network/parameters.js';
import { architectureOf } from './selectors.js';

/** @typedef {import('../types.js').Experiment} Experiment */

/** @typedef {import('../types.js').Options} Options */

/** What an optimizer remembers at first. @param {Experiment} experiment @param {Options} options @returns {Record<string, string>} */
export function freshState(experiment, options) {
  const { vectors, counts } = options.optimizer[experiment.optimizer];
  const zeros = encodeVector(new Float64Array(architectureOf(experiment).parameterCount));
  const none = encodeVector([0]);
  return Object.fromEntries([...vectors.map((name) => [name, zeros]), ...counts.map((name) => [name, none])]);
}

/** A network of zeros, until the server draws its first weights. @param {Experiment} experiment @param {Options} options */
export const freshProgress = (experiment, options) => ({
  step: 0,
  epoch: 0,
  batch: 0,
  parameters: encodeVector(new Float64Array(architectureOf(experiment).parameterCount)),
  optimizer: freshState(experiment, options),
});

/** @file What a mountain is made of: a network's shape and the points that its cost is the mean over, as plain values that a worker can be sent. */

import { FEATURES, NONE } from '../features.js';
import { neuronsOf } from '../outputs.js';

/** @typedef {import('../../types.js').Experiment} Experiment */

/**
 * @typedef {object} Problem
 * @property {number[]} sizes   #(i) is `sizes[i - 1]`
 * @property {Experiment['activation']} activation
 * @property {Experiment['output']} output
 * @property {Experiment['cost']} cost
 * @property {number} l1
 * @property {number} l2
 * @property {boolean} isRegression
 * @property {number} samples
 * @property {Float64Array} inputs   (#(1), samples), row by row
 * @property {Float64Array} targets  a class, from 0, or a height for each sample
 */

/**
 * @param {Pick<Experiment, 'features' | 'hidden' | 'task' | 'classes' | 'activation' | 'output' | 'cost' | 'l1' | 'l2'>} experiment
 * @param {readonly import('../../types.js').Point[]} points   test points have no part in the cost
 * @returns {Problem}
 */
export function problemOf({ features, hidden, task, classes, activation, output, cost, l1, l2 }, points) {
  const learned = points.filter(({ test }) => !test);
  const samples = learned.length;
  const inputs = new Float64Array(features.length * samples);
  features.forEach((name, row) => learned.forEach(({ x1, x2, more }, s) => {
    inputs[row * samples + s] = FEATURES[name](x1, x2, more ?? NONE);
  }));
  const isRegression = task === 'regression';
  return {
    sizes: [features.length, ...hidden, isRegression ? 1 : neuronsOf(output, classes)],
    activation, output, cost, l1, l2, isRegression, samples, inputs,
    targets: Float64Array.from(learned, ({ target }) => target),
  };
}

/**
 * Where each layer's block begins in θ (docs/notation.md); slots 0 and 1 hold 0.
 * @param {readonly number[]} sizes
 */
export function offsetsOf(sizes) {
  const offsets = [0, 0];
  let end = 0;
  for (let i = 2; i <= sizes.length; i++) {
    offsets.push(end);
    end += (sizes[i - 2] + 1) * sizes[i - 1];
  }
  return { offsets, count: end };
}

/** @file How each layer fares over the training points: what blame reaches it, what its neurons still answer, how far the last update moved it. */

import { ACTIVATIONS } from './activations.js';
import { ACTIVATION_WORDS } from './choices.js';
import { FEATURES, NONE } from './features.js';
import { OUTPUT_KINDS } from './output_kinds.js';
import { OUTPUTS, residual, targetOf } from './outputs.js';

/** @typedef {import('./architecture.js').Architecture} Architecture */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Experiment} Experiment */

/** Of more training points so many are looked at, evenly spread. */
export const MOST_POINTS = 1500;
/** A neuron is saturated for a point where its slope is less. */
const FLAT = 0.05;
/** For so many of the points, to be called saturated. */
const MOSTLY = 0.9;

/** Activations that come to a level on both sides. */
const LEVELLING = new Set(['tanh', 'sigmoid']);

/**
 * @typedef {object} LayerHealth
 * @property {number} layer
 * @property {number} size how many neurons it has
 * @property {number} blame mean of |δ| over its neurons and the points
 * @property {number | null} moved size of the last update over that of the weights and biases; null where it is not known
 * @property {number[]} dead neurons that answer 0 for every point, and pass no blame; of a hidden layer whose activation can
 * @property {number[]} saturated neurons whose slope is nearly 0 for most of the points; of a hidden layer whose activation levels off
 */

/**
 * @typedef {object} Health
 * @property {number} looked how many training points were looked at
 * @property {number} points of how many
 * @property {LayerHealth[]} layers from layer 2 on
 */

/** δ^n of one point: ∂C/∂a^n through the output (B1). @param {Experiment} experiment @param {Float64Array} z @param {Float64Array} a @param {number[]} y */
function outputBlame({ cost, output }, z, a, y) {
  const errors = residual(output, z, a, y);
  if (cost === 'cross_entropy') return errors;
  const pulls = cost === 'huber' ? errors.map((r) => Math.max(-1, Math.min(1, r))) : errors;
  if (output === 'softmax') {
    const mean = pulls.reduce((sum, pull, k) => sum + pull * a[k], 0);
    return pulls.map((pull, k) => a[k] * (pull - mean));
  }
  const { slope } = ACTIVATIONS[OUTPUT_KINDS[output].activation ?? 'linear'];
  return pulls.map((pull, k) => pull * slope(z[k]));
}

/** The square of a length above is a number with all its digits. */
const SQUARES_ABOVE = 1e-140;

/** Also where squares overflow or underflow. @param {ArrayLike<number>} values @param {number} start @param {number} end */
function normOf(values, start, end) {
  let squares = 0, largest = 0;
  for (let index = start; index < end; index++) {
    squares += values[index] * values[index];
    largest = Math.max(largest, Math.abs(values[index]));
  }
  const length = Math.sqrt(squares);
  if ((length > SQUARES_ABOVE && length < Infinity) || !(largest > 0 && largest < Infinity)) return length;
  squares = 0;
  for (let index = start; index < end; index++) squares += (values[index] / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/**
 * Passes of all points, in arrays that are made once: by layer, from 0 for the inputs.
 * @param {Architecture} architecture
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters
 * @param {readonly Point[]} points
 * @returns {{blame: number[], answers: Uint32Array[], flats: Uint32Array[]}} sums of |δ|, and for how many points each neuron has
 *   a slope that is not 0, and one that is small
 */
function tally(architecture, experiment, parameters, points) {
  const { sizes, offsets, features } = architecture;
  const { value: activate, slope: slopeAt } = ACTIVATIONS[architecture.activation];
  const last = sizes.length - 1;
  const [a, z, delta] = [0, 1, 2].map(() => sizes.map((size) => new Float64Array(size)));
  const [answers, flats] = [0, 1].map(() => sizes.map((size) => new Uint32Array(size)));
  const blame = sizes.map(() => 0);
  const isRegression = experiment.task === 'regression';
  const targets = Array.from({ length: architecture.classes }, (_, named) => targetOf(architecture.output, named, architecture.classes));
  for (const { x1, x2, more = NONE, target } of points) {
    features.forEach((name, j) => { a[0][j] = FEATURES[name](x1, x2, more); });
    for (let i = 1; i <= last; i++) {
      const [size, before, start, sums, from, to] = [sizes[i], sizes[i - 1], offsets[i + 1], z[i], a[i - 1], a[i]];
      for (let k = 0; k < size; k++) {
        let sum = parameters[start + before * size + k];
        for (let j = 0; j < before; j++) sum += parameters[start + j * size + k] * from[j];
        sums[k] = sum; // (F1)
        if (i < last) to[k] = activate(sum);
      }
    }
    const y = isRegression ? [target] : targets[target] ?? targets[0].map(() => 0);
    delta[last].set(outputBlame(experiment, z[last], OUTPUTS[architecture.output](z[last]), y));
    for (let i = last; i >= 1; i--) {
      const [size, before, start, above, below, sums] = [sizes[i], sizes[i - 1], offsets[i + 1], delta[i], delta[i - 1], z[i - 1]];
      for (let k = 0; k < size; k++) blame[i] += Math.abs(above[k]);
      if (i === 1) break;
      for (let j = 0; j < before; j++) {
        const slope = slopeAt(sums[j]);
        let sum = 0;
        for (let k = 0; k < size; k++) sum += parameters[start + j * size + k] * above[k];
        below[j] = sum * slope; // (B2)
        if (slope !== 0) answers[i - 1][j] += 1;
        if (Math.abs(slope) < FLAT) flats[i - 1][j] += 1;
      }
    }
  }
  return { blame, answers, flats };
}

/**
 * @param {Architecture} architecture
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters θ
 * @param {ArrayLike<number> | null} update the last one, null where it is not known
 * @param {readonly Point[]} points
 * @param {number} [most] points that are looked at
 * @returns {Health | null} null where there is nothing to look at, or a number is too large
 */
export function healthOf(architecture, experiment, parameters, update, points, most = MOST_POINTS) {
  const training = points.filter(({ test }) => !test);
  if (training.length === 0 || parameters.length !== architecture.parameterCount) return null;
  const every = Math.ceil(training.length / most);
  const looked = training.filter((_, index) => index % every === 0);
  const { sizes, layers, offsets } = architecture;
  const { blame, answers, flats } = tally(architecture, experiment, parameters, looked);
  if (!blame.every(Number.isFinite)) return null;
  const { silent_below: canDie } = ACTIVATION_WORDS[architecture.activation];
  const levelsOff = LEVELLING.has(architecture.activation);
  return {
    looked: looked.length,
    points: training.length,
    layers: sizes.slice(1).map((size, index) => {
      const layer = index + 2;
      const hidden = layer < layers;
      const [start, end] = [offsets[layer], offsets[layer] + (sizes[index] + 1) * size];
      const own = Array.from({ length: size }, (_, k) => k);
      return {
        layer,
        size,
        blame: blame[layer - 1] / (size * looked.length),
        moved: update ? normOf(update, start, end) / normOf(parameters, start, end) : null,
        dead: hidden && canDie ? own.filter((k) => answers[layer - 1][k] === 0) : [],
        saturated: hidden && levelsOff ? own.filter((k) => flats[layer - 1][k] >= MOSTLY * looked.length) : [],
      };
    }),
  };
}

/** Blame of which less than so much of the output's is left has vanished. */
const VANISHED = 0.01;

/** @typedef {{layer: number, kind: 'dead' | 'saturated' | 'vanishing', neurons: number[]}} Ailment */

/** What is wrong, at most one thing a layer. @param {Health} health @returns {Ailment[]} */
export function ailmentsOf({ layers }) {
  const last = layers[layers.length - 1];
  return layers.slice(0, -1).flatMap(/** @returns {Ailment[]} */ ({ layer, size, blame, dead, saturated }) => {
    if (dead.length > 0) return [{ layer, kind: 'dead', neurons: dead }];
    if (saturated.length >= size / 2) return [{ layer, kind: 'saturated', neurons: saturated }];
    return blame < VANISHED * last.blame ? [{ layer, kind: 'vanishing', neurons: [] }] : [];
  });
}

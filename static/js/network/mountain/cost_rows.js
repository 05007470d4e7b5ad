/** @file What a block of samples costs, from the rows of z^n, with the digits that the server's cost has (C1, C2, C3). */

import { ACTIVATIONS } from '../activations.js';
import { softmaxCrossEntropy } from '../cross_entropy.js';
import { OUTPUT_KINDS } from '../output_kinds.js';
import { OUTPUTS } from '../outputs.js';
import { sampleCost } from '../sample_cost.js';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {(z: Float64Array, count: number, start: number) => number} CostRows   rows of z^n, `count` apart; the sum over the block's samples, whose first is `start` */

/** Up to so large a gap between two z its rounding, which counts as often in a power, stays below 1e-14. */
const FAR = 64;

/** ln(1 + e^z). @param {number} z */
const softplus = (z) => (z > 0 ? z : 0) + Math.log1p(Math.exp(z > 0 ? -z : z));

/** @param {Problem} problem @returns {CostRows} */
function softmaxEntropy({ sizes, targets }) {
  const classes = sizes[sizes.length - 1];
  return (z, count, start) => {
    let total = 0;
    for (let s = 0; s < count; s++) {
      const named = targets[start + s], own = z[named * count + s];
      let others = 0, isNear = true;
      for (let k = 0; k < classes; k++) {
        if (k === named) continue;
        const gap = z[k * count + s] - own;
        if (!(gap <= FAR && gap >= -FAR)) isNear = false;
        others += Math.exp(gap);
      }
      total += isNear ? Math.log1p(others) : softmaxCrossEntropy(columnOf(z, classes, count, s), named);
    }
    return total;
  };
}

/** @param {Problem} problem @returns {CostRows} */
function sigmoidEntropy({ sizes, output, targets }) {
  const classes = sizes[sizes.length - 1], first = OUTPUT_KINDS[output].levels ? 1 : 0; // the class that neuron 0 speaks for
  return (z, count, start) => {
    let total = 0;
    for (let k = 0; k < classes; k++) {
      for (let s = 0; s < count; s++) total += softplus(targets[start + s] === k + first ? -z[k * count + s] : z[k * count + s]);
    }
    return total;
  };
}

/** a − y of one output, with its digits where a is nearly y. @type {Record<string, (z: number, y: number) => number>} */
const RESIDUALS = {
  linear: (z, y) => z - y,
  sigmoid: (z, y) => (y === 1 ? -ACTIVATIONS.sigmoid.value(-z) : ACTIVATIONS.sigmoid.value(z) - y),
  tanh: (z, y) => (y === 1 || y === -1 ? (-2 * y) / (1 + Math.exp(2 * y * z)) : Math.tanh(z) - y),
};

/** @param {number} r */
const halfSquare = (r) => (r * r) / 2;
/** @param {number} r */
const huber = (r) => (Math.abs(r) > 1 ? Math.abs(r) - 0.5 : (r * r) / 2); // (C3)

/** @param {Problem} problem @returns {CostRows} */
function eachOutput({ sizes, targets, output, cost, isRegression }) {
  const outputs = sizes[sizes.length - 1];
  const { activation, levels } = OUTPUT_KINDS[output];
  const residual = RESIDUALS[activation ?? 'linear'], costOf = cost === 'huber' ? huber : halfSquare;
  return (z, count, start) => {
    let total = 0;
    for (let k = 0; k < outputs; k++) {
      for (let s = 0; s < count; s++) {
        const target = targets[start + s];
        total += costOf(residual(z[k * count + s], isRegression ? target : levels ? levels[target] : target === k ? 1 : 0));
      }
    }
    return total;
  };
}

/** A softmax with squared error: seldom, so sample by sample as everywhere. @param {Problem} problem @returns {CostRows} */
function sampleBySample({ sizes, targets, output, cost }) {
  const outputs = sizes[sizes.length - 1];
  const y = new Float64Array(outputs);
  return (z, count, start) => {
    let total = 0;
    for (let s = 0; s < count; s++) {
      const sums = columnOf(z, outputs, count, s);
      y.fill(0)[targets[start + s]] = 1;
      total += sampleCost({ cost, output }, { activations: [OUTPUTS[output](sums)], pre_activations: [sums] }, y);
    }
    return total;
  };
}

/** @param {Float64Array} z @param {number} rows @param {number} count @param {number} s */
const columnOf = (z, rows, count, s) => Float64Array.from({ length: rows }, (_, k) => z[k * count + s]);

/** @param {Problem} problem @returns {CostRows} */
export function costRows(problem) {
  const { cost, output } = problem;
  if (cost === 'cross_entropy') return output === 'softmax' ? softmaxEntropy(problem) : sigmoidEntropy(problem);
  return output === 'softmax' ? sampleBySample(problem) : eachOutput(problem);
}

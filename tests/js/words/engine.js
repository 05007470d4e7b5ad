/** @file One update of one batch in float64, with every activation, output, cost and optimizer: what moments are made of. */

import { feedforward } from '../../../static/js/network/forward.js';
import { backpropagate, oneHot } from '../../../static/js/article/backpropagate.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../static/js/types.js').Point} Point */
/** @typedef {import('../../../static/js/network/architecture.js').Architecture} Architecture */

/** @param {Architecture} architecture @param {ArrayLike<number>} parameters @param {Experiment} experiment */
export function penaltyOf(architecture, parameters, { l1, l2 }) {
  let sum = 0;
  for (let i = 2; i <= architecture.layers; i++) {
    for (let k = 0; k < architecture.sizes[i - 1]; k++) {
      for (let j = 0; j < architecture.sizes[i - 2]; j++) {
        const w = parameters[architecture.weightIndex(i, k, j)];
        if (l1 > 0) sum += l1 * Math.abs(w);
        if (l2 > 0) sum += 0.5 * l2 * w * w;
      }
    }
  }
  return sum;
}

/** @param {Experiment} experiment @param {Point} point */
const targetOf = ({ task, classes, output }, { target }) => {
  if (output === 'one_tanh') return [2 * target - 1];
  return task === 'regression' || output === 'one_sigmoid' ? [target] : oneHot(target, classes);
};

/** The class that an answer names. @param {Float64Array} a @param {Experiment} experiment */
const namedBy = (a, { output }) => {
  if (output.startsWith('one_')) return Number(a[0] > (output === 'one_tanh' ? 0 : 0.5));
  return a.indexOf(Math.max(...a));
};

/** The cost of one point. @param {Experiment} experiment @param {Float64Array} a @param {number[]} y */
function costOf({ cost, output }, a, y) {
  return a.reduce((sum, value, k) => {
    const r = value - y[k];
    if (cost === 'squared_error') return sum + 0.5 * r * r;
    if (cost === 'huber') return sum + (Math.abs(r) <= 1 ? 0.5 * r * r : Math.abs(r) - 0.5);
    const other = output !== 'softmax' && y[k] < 1 ? -Math.log(1 - value) : 0;
    return sum + (y[k] > 0 ? -Math.log(value) : other);
  }, 0);
}

/** δ^n of one point. @param {Experiment} experiment @param {Float64Array} a @param {number[]} y */
function deltaOf({ cost, output }, a, y) {
  if (cost === 'cross_entropy') return a.map((value, k) => value - y[k]);
  const blame = a.map((value, k) => (cost === 'huber' ? Math.min(1, Math.max(-1, value - y[k])) : value - y[k]));
  if (output === 'softmax') {
    const mean = a.reduce((sum, value, k) => sum + value * blame[k], 0);
    return a.map((value, k) => value * (blame[k] - mean));
  }
  return blame.map((value, k) => value * (output.endsWith('sigmoid') ? a[k] * (1 - a[k]) : output.endsWith('tanh') ? 1 - a[k] ** 2 : 1));
}

/** @param {Architecture} architecture @param {ArrayLike<number>} parameters @param {Experiment} experiment @param {Point[]} points */
export function measure(architecture, parameters, experiment, points) {
  const outputs = points.map(({ x1, x2, more = [] }) => /** @type {Float64Array} */ (
    feedforward(architecture, parameters, x1, x2, more).activations.at(-1)));
  const costs = outputs.map((a, at) => costOf(experiment, a, targetOf(experiment, points[at])));
  const right = outputs.filter((a, at) => namedBy(a, experiment) === points[at].target).length;
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / points.length;
  return {
    cost: mean + (points.length > 0 ? penaltyOf(architecture, parameters, experiment) : 0),
    accuracy: experiment.task === 'regression' ? NaN : right / points.length,
  };
}

/** @param {Architecture} architecture @param {ArrayLike<number>} parameters @param {Experiment} experiment @param {Point[]} batch */
function gradientOf(architecture, parameters, experiment, batch) {
  const gradient = new Float64Array(architecture.parameterCount);
  for (const point of batch) {
    const pass = feedforward(architecture, parameters, point.x1, point.x2, point.more ?? []);
    const a = /** @type {Float64Array} */ (pass.activations.at(-1));
    const delta = deltaOf(experiment, a, targetOf(experiment, point));
    const target = a.map((value, k) => value - delta[k]);
    const one = backpropagate(architecture, parameters, pass, target).gradient;
    gradient.forEach((sum, at) => { gradient[at] = sum + one[at] / batch.length; });
  }
  return gradient;
}

/** The first step of each optimizer, from a state of 0. @param {Experiment} experiment @param {number} g */
function stepOf({ optimizer, learning_rate: rate, momentum, decay }, g) {
  switch (optimizer) {
    case 'nesterov': return -rate * (1 + momentum) * g;
    case 'adagrad': return (-rate * g) / (Math.sqrt(g * g) + 1e-8);
    case 'rmsprop': return (-rate * g) / (Math.sqrt((1 - decay) * g * g) + 1e-8);
    case 'adam': return (-rate * g) / (Math.sqrt(g * g) + 1e-8);
    default: return -rate * g;
  }
}

/**
 * One update of a batch: its cost before, and θ after it.
 * @param {Architecture} architecture
 * @param {Float64Array} parameters
 * @param {Experiment} experiment
 * @param {Point[]} batch
 */
export function advance(architecture, parameters, experiment, batch) {
  const { cost } = measure(architecture, parameters, experiment, batch);
  const gradient = gradientOf(architecture, parameters, experiment, batch);
  const after = parameters.map((value, at) => value + stepOf(experiment, gradient[at]));
  return { cost, after, update: after.map((value, at) => value - parameters[at]) };
}

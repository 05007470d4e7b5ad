/** A pass written out in plain loops, apart from the project's own mathematics: the reference that captions are held to. */

import { Architecture } from '../../../static/js/network/architecture.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../static/js/trace/types.js').Subject} Subject */
/** @typedef {{value: (z: number) => number, slope: (z: number) => number}} Bend */

/** @type {Record<string, Bend>} */
const SLOPES = {
  tanh: { value: Math.tanh, slope: (z) => 1 / Math.cosh(z) ** 2 },
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2 },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  linear: { value: (z) => z, slope: () => 1 },
};

/** A random number generator that always gives the same numbers. @param {number} seed */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number[]} z */
const softmax = (z) => {
  const e = z.map(Math.exp);
  const sum = e.reduce((total, value) => total + value, 0);
  return e.map((value) => value / sum);
};

/** @param {string} name @param {number[]} z */
const outputOf = (name, z) => (name === 'softmax' ? softmax(z) : z.map(SLOPES[name].value));

/** @param {Experiment} experiment @param {number[]} a @param {number[]} y */
function costTerms({ cost, output }, a, y) {
  if (cost === 'squared_error') return a.map((value, j) => (value - y[j]) ** 2 / 2);
  if (cost === 'huber') {
    return a.map((value, j) => (Math.abs(value - y[j]) <= 1 ? (value - y[j]) ** 2 / 2 : Math.abs(value - y[j]) - 0.5));
  }
  if (output === 'softmax') return a.map((value, j) => (y[j] ? -Math.log(value) : 0));
  return a.map((value, j) => -Math.log(y[j] ? value : 1 - value));
}

/**
 * The cost of a point under θ, for finite differences.
 * @param {Experiment} experiment
 * @param {Architecture} architecture
 * @param {Float64Array} parameters
 * @param {number[]} x
 * @param {number[]} y
 */
function costAt(experiment, architecture, parameters, x, y) {
  const outputs = forward(experiment, architecture, parameters, x).activations[architecture.layers];
  return costTerms(experiment, /** @type {number[]} */ (outputs), y)
    .reduce((sum, term) => sum + term, 0);
}

/**
 * @param {Experiment} experiment
 * @param {Architecture} architecture
 * @param {Float64Array} parameters
 * @param {number[]} x
 */
function forward(experiment, architecture, parameters, x) {
  /** @type {(number[] | null)[]} */
  const activations = [null, x];
  /** @type {(number[] | null)[]} */
  const preActivations = [null, null];
  for (let i = 2; i <= architecture.layers; i++) {
    const inputs = /** @type {number[]} */ (activations[i - 1]);
    /** @type {number[]} */
    const z = [];
    for (let k = 0; k < architecture.sizes[i - 1]; k++) {
      let sum = parameters[architecture.biasIndex(i, k)];
      inputs.forEach((a, j) => {
        sum += parameters[architecture.weightIndex(i, k, j)] * a;
      });
      z.push(sum);
    }
    preActivations.push(z);
    activations.push(i < architecture.layers ? z.map(SLOPES[experiment.activation].value) : outputOf(experiment.output, z));
  }
  return { activations, pre_activations: preActivations };
}

/**
 * A subject for captions: its deltas come from finite differences of the biases (∂C/∂b = δ), exact to about 1e-9.
 * @param {Partial<Experiment>} changes
 * @param {number} seed
 * @returns {Subject}
 */
export function subjectOf(changes = {}, seed = 3) {
  /** @type {Experiment} */
  const experiment = {
    features: ['x1', 'x2'], hidden: [3, 2], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
    cost: 'cross_entropy', optimizer: 'gradient_descent', learning_rate: 0.1, momentum: 0.9, decay: 0.999,
    l1: 0, l2: 0, batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1,
    schedule: 'constant', warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
    until_step: 0, until_cost: 0, until_share: 0, until_patience: 0, ...changes,
  };
  const architecture = new Architecture(experiment);
  const random = numbersFrom(seed);
  const parameters = Float64Array.from({ length: architecture.parameterCount }, () => 2 * random() - 1);
  const x = experiment.features.map(() => 2 * random() - 1);
  const outputs = architecture.sizes[architecture.layers - 1];
  const target = experiment.task === 'regression' ? [0.4] : Array.from({ length: outputs }, (_, j) => (j === 1 ? 1 : 0));
  const pass = forward(experiment, architecture, parameters, x);
  const gradient = parameters.map((value, index) => {
    const nudged = (/** @type {number} */ by) => {
      const moved = parameters.slice();
      moved[index] = value + by;
      return costAt(experiment, architecture, moved, x, target);
    };
    const h = 1e-4;
    return (8 * (nudged(h) - nudged(-h)) - (nudged(2 * h) - nudged(-2 * h))) / (12 * h);
  });
  const deltas = pass.pre_activations.map((z, i) => z && z.map((_, k) => gradient[architecture.biasIndex(i, k)]));
  const slopes = pass.pre_activations.map((z, i) => {
    const name = i === architecture.layers ? experiment.output : experiment.activation;
    return z && name !== 'softmax' ? z.map(SLOPES[name].slope) : null;
  });
  const terms = costTerms(experiment, /** @type {number[]} */ (pass.activations[architecture.layers]), target);
  const trace = {
    revision: 1, step: 7, epoch: 0, point: { id: 1, x1: x[0], x2: x[1], target: target.indexOf(1), test: false },
    target, ...pass, slopes, deltas, cost: terms.reduce((sum, term) => sum + term, 0), parameters, gradient,
    batch: { ids: [1, 2, 3], index: 0, batches: 2, next: true, cost: 0.5, penalty: 0, gradient: gradient.map((value) => value / 3) },
    update: null,
  };
  return { trace, architecture, experiment };
}

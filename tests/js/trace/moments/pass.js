/** One sample's pass and gradient in plain loops, apart from the project's own mathematics, with tails that keep their digits. */

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../../static/js/network/architecture.js').Architecture} Architecture */

const GELU = Math.sqrt(2 / Math.PI);
const gate = (/** @type {number} */ z) => Math.tanh(GELU * (z + 0.044715 * z ** 3));
const logistic = (/** @type {number} */ z) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));
const softplus = (/** @type {number} */ z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** σ and σ' of each activation. @type {Record<string, [(z: number) => number, (z: number) => number]>} */
export const BENDS = {
  tanh: [Math.tanh, (z) => 1 / Math.cosh(z) ** 2],
  sigmoid: [logistic, (z) => logistic(z) * logistic(-z)],
  relu: [(z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
  leaky_relu: [(z) => (z > 0 ? z : 0.01 * z), (z) => (z > 0 ? 1 : 0.01)],
  elu: [(z) => (z > 0 ? z : Math.expm1(z)), (z) => (z > 0 ? 1 : Math.exp(z))],
  gelu: [
    (z) => 0.5 * z * (1 + gate(z)),
    (z) => 0.5 * (1 + gate(z)) + 0.5 * z * (1 - gate(z) ** 2) * GELU * (1 + 3 * 0.044715 * z * z),
  ],
  softplus: [softplus, logistic],
  sine: [Math.sin, Math.cos],
  linear: [(z) => z, () => 1],
};

/** "sigmoid" of one and of many. @param {string} output */
const bendOf = (output) => output.replace('one_', '');

const total = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0);

/** @param {number[]} z */
const softmax = (z) => z.map((own) => 1 / total(z.map((other) => Math.exp(other - own))));

/** @param {Experiment} experiment @param {number[]} z @param {number[]} a @param {number[]} y */
function costOf({ cost, output }, z, a, y) {
  if (cost === 'squared_error') return total(a.map((value, j) => (value - y[j]) ** 2 / 2));
  if (cost === 'huber') {
    return total(a.map((value, j) => (Math.abs(value - y[j]) <= 1 ? (value - y[j]) ** 2 / 2 : Math.abs(value - y[j]) - 0.5)));
  }
  if (bendOf(output) === 'sigmoid') return total(z.map((value, j) => softplus(y[j] ? -value : value)));
  const own = z[y.indexOf(1)];
  const rest = z.filter((_, j) => !y[j]);
  const greatest = Math.max(...rest);
  // ln(1 + Σ e^(z_m − z)) over the others, which neither overflows nor loses its tail.
  return greatest > own ? greatest - own + Math.log(total(z.map((value) => Math.exp(value - greatest))))
    : Math.log1p(total(rest.map((value) => Math.exp(value - own))));
}

/** @param {Experiment} experiment @param {number[]} z @param {number[]} a @param {number[]} y */
function outputDeltas({ cost, output }, z, a, y) {
  if (cost === 'cross_entropy' && output === 'softmax') {
    return a.map((value, k) => (y[k] ? -total(a.filter((_, m) => m !== k)) : value));
  }
  if (cost === 'cross_entropy') return z.map((value, k) => (y[k] ? -logistic(-value) : logistic(value)));
  if (output === 'softmax') {
    const mean = total(a.map((value, m) => (value - y[m]) * value));
    return a.map((value, k) => value * (value - y[k] - mean));
  }
  return a.map((value, k) => {
    const error = cost === 'huber' ? Math.min(1, Math.max(-1, value - y[k])) : value - y[k];
    return error * BENDS[bendOf(output)][1](z[k]);
  });
}

/**
 * @param {Experiment} experiment
 * @param {Architecture} architecture
 * @param {Float64Array} parameters
 * @param {number[]} x   what layer 1 holds
 * @param {number[]} y
 */
export function passOf(experiment, architecture, parameters, x, y) {
  const n = architecture.layers;
  const weight = (/** @type {number} */ i, /** @type {number} */ k, /** @type {number} */ j) =>
    parameters[architecture.weightIndex(i, k, j)];
  /** @type {(number[] | null)[]} */
  const activations = [null, x];
  /** @type {(number[] | null)[]} */
  const preActivations = [null, null];
  /** @type {(number[] | null)[]} */
  const slopes = [null, null];
  for (let i = 2; i <= n; i++) {
    const before = /** @type {number[]} */ (activations[i - 1]);
    const z = Array.from({ length: architecture.sizes[i - 1] }, (_, k) =>
      before.reduce((sum, a, j) => sum + weight(i, k, j) * a, parameters[architecture.biasIndex(i, k)]));
    const name = i < n ? experiment.activation : bendOf(experiment.output);
    preActivations.push(z);
    activations.push(name === 'softmax' ? softmax(z) : z.map(BENDS[name][0]));
    slopes.push(name === 'softmax' ? null : z.map(BENDS[name][1]));
  }
  const [z, a] = /** @type {number[][]} */ ([preActivations[n], activations[n]]);
  /** @type {(number[] | null)[]} */
  const deltas = Array(n + 1).fill(null);
  deltas[n] = outputDeltas(experiment, z, a, y);
  for (let i = n - 1; i >= 2; i--) {
    const above = /** @type {number[]} */ (deltas[i + 1]);
    deltas[i] = /** @type {number[]} */ (slopes[i]).map((slope, k) => slope * total(above.map((delta, m) => weight(i + 1, m, k) * delta)));
  }
  const gradient = new Float64Array(parameters.length);
  for (let i = 2; i <= n; i++) {
    /** @type {number[]} */ (deltas[i]).forEach((delta, k) => {
      gradient[architecture.biasIndex(i, k)] = delta;
      /** @type {number[]} */ (activations[i - 1]).forEach((value, j) => { gradient[architecture.weightIndex(i, k, j)] = value * delta; });
    });
  }
  return { activations, pre_activations: preActivations, slopes, deltas, gradient, cost: costOf(experiment, z, a, y) };
}

/**
 * Which network is worked out by hand: its layers, activation, output and cost, and what of these goes together.
 */

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Limits} Limits */
/** @typedef {import('../../types.js').Options} Options */
/** @typedef {Pick<Experiment, 'hidden' | 'task' | 'classes' | 'activation' | 'output' | 'cost'>} Setup */

export const MOST_HIDDEN_LAYERS = 2;
export const MOST_NEURONS = 3;

/** The network of the article's worked example. @type {Readonly<Setup>} */
export const FIRST_SETUP = Object.freeze({
  hidden: [2], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax', cost: 'cross_entropy',
});

/** How many hidden layers a server lets a network have here. @param {Limits} limits */
export const mostLayers = ({ max_hidden_layers: most }) => Math.min(MOST_HIDDEN_LAYERS, most);

/** How many neurons a server lets a hidden layer have here. @param {Limits} limits */
export const mostNeurons = ({ max_neurons: most }) => Math.min(MOST_NEURONS, most);

/** The first network, made smaller where the server's limits are. @param {Limits} limits @returns {Readonly<Setup>} */
export function firstSetup(limits) {
  const hidden = FIRST_SETUP.hidden.slice(0, mostLayers(limits)).map((neurons) => Math.min(neurons, mostNeurons(limits)));
  return Object.freeze({ ...FIRST_SETUP, hidden });
}

/** @param {Options} options @param {Pick<Setup, 'task'>} setup */
export const outputsOf = (options, { task }) => /** @type {Experiment['output'][]} */ (options.task[task].outputs);

/** @param {Options} options @param {Pick<Setup, 'output'>} setup */
export const costsOf = (options, { output }) => /** @type {Experiment['cost'][]} */ (options.output[output].costs);

/**
 * A setup with changes, and what they bring along: an output and a cost that go with them.
 * @param {Options} options
 * @param {Setup} setup
 * @param {Partial<Setup>} changes
 * @returns {Setup}
 */
export function changed(options, setup, changes) {
  const next = { ...setup, ...changes };
  if (!outputsOf(options, next).includes(next.output)) [next.output] = outputsOf(options, next);
  if (!costsOf(options, next).includes(next.cost)) [next.cost] = costsOf(options, next);
  return next;
}

/**
 * The experiment that a server is given: what a single point's pass does not need is as plain as can be.
 * @param {Setup} setup
 * @returns {Experiment}
 */
export function experimentOf(setup) {
  return {
    features: ['x1', 'x2'], ...setup, optimizer: 'gradient_descent', learning_rate: 0.1, momentum: 0, decay: 0.9,
    l1: 0, l2: 0, batch_size: 1, shuffle: false, initializer: 'zeros', seed: 0,
    schedule: 'constant', warm_up: 0, schedule_steps: 1, schedule_factor: 1, least_share: 1, largest_norm: 0,
    until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
  };
}

/** @file A session's state to start tests from, and a server's answers. */

import { encodeVector } from '../../../static/js/network/parameters.js';
import { createStore } from '../../../static/js/state/store.js';
import { OPTIONS } from '../options.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../static/js/types.js').Frame} Frame */
/** @typedef {import('../../../static/js/types.js').Point} Point */

/** 2-1-2: seven parameters. @type {Experiment} */
export const EXPERIMENT = {
  features: ['x1', 'x2'], hidden: [1], task: 'classification', classes: 2,
  activation: 'tanh', output: 'softmax', cost: 'cross_entropy',
  optimizer: 'gradient_descent', learning_rate: 0.35, momentum: 0.9, decay: 0.999, l1: 0, l2: 0,
  batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1,
  schedule: 'constant', warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
  until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
};

/** @type {Point[]} */
export const POINTS = [
  { id: 0, x1: 1, x2: 2, target: 0, test: false },
  { id: 1, x1: -1, x2: 0, target: 1, test: false },
  { id: 2, x1: 0, x2: -2, target: 1, test: true },
];

/** Those of a server that nobody has set up. @type {import('../../../static/js/types.js').Limits} */
export const LIMITS = {
  max_points: 5000, max_hidden_layers: 8, max_neurons: 16, max_message_bytes: 1048576, max_sessions: 500,
  max_commands_per_second: 120,
};

/** @param {number} step @param {number} parameters */
export const progressAt = (step, parameters = 7) => ({
  step, epoch: 0, batch: 3, parameters: encodeVector(new Float64Array(parameters).fill(0.5)), optimizer: {},
});

/** @param {object} [changes] @returns {import('../../../static/js/types.js').SessionState} */
export const session = (changes = {}) => ({
  revision: 0, experiment: EXPERIMENT, points: POINTS, training: false, updates_per_second: null,
  progress: progressAt(0), reason: 'new', ...changes,
});

/** @param {object} [changes] @returns {Frame} */
export const frame = (changes = {}) => ({
  training: true, kept: false, revision: 0, step: 10, epoch: 1,
  train_cost: 0.5, test_cost: 0.6, batch_cost: 0.4, train_accuracy: 0.7, test_accuracy: 0.6,
  measured_rate: 100, batch_samples: 2,
  parameters: new Float32Array(7), update: new Float32Array(7), ...changes,
});

/** An entry of points that were added. @param {number} key @returns {import('../../../static/js/types.js').UndoEntry} */
export const entry = (key) => ({
  key, deed: { type: 'add_points', points: [] }, was: EXPERIMENT, edits: { undo: [], redo: [] }, moment: null, displaced: [],
});

/** @param {'connecting' | 'live' | 'offline'} status */
export const connectionAction = (status) => (/** @type {const} */ ({
  type: 'connection', connection: { status, since: 0, attempt: 0, retry_at: null, close_code: null },
}));

/** A store of a page that a server has just welcomed. @param {object} [changes] of the session */
export function liveStore(changes = {}) {
  const store = createStore();
  store.dispatch({ type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, state: session(changes) });
  store.dispatch(connectionAction('live'));
  return store;
}

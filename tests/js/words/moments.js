/** @file Thousands of moments of the page, drawn from a seed: every kind of network, data, numbers and mishap. */

import { Architecture } from '../../../static/js/network/architecture.js';
import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { snapshotOf } from '../../../static/js/page/snapshot.js';
import { initialState } from '../../../static/js/state/reducer.js';
import { appended, emptyHistory, withEvent } from '../../../static/js/state/history.js';
import { advance, measure } from './engine.js';
import { randomFrom } from '../random.js';

/** @typedef {import('../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../static/js/types.js').State} State */
/** @typedef {import('../../../static/js/types.js').Point} Point */
/** @typedef {import('../../../static/js/page/snapshot.js').Snapshot} Snapshot */

/**
 * @typedef {object} Moment
 * @property {number} seed
 * @property {State} state
 * @property {Snapshot} snapshot
 * @property {boolean} outdated whether the points are no longer those that the frame's costs are of
 * @property {number} clock by the connection's clock
 */

const COSTS = {
  classification: [['softmax', 'cross_entropy'], ['softmax', 'squared_error'], ['sigmoid', 'cross_entropy'], ['sigmoid', 'squared_error'],
    ['one_sigmoid', 'cross_entropy'], ['one_tanh', 'squared_error']],
  regression: [['linear', 'squared_error'], ['linear', 'huber'], ['tanh', 'squared_error'], ['tanh', 'huber']],
};
const FEATURES = /** @type {const} */ (['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin x1', 'sin x2']);
const OPTIMIZERS = /** @type {const} */ (['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']);
const PLACES = [0, -0, 0.0037, -0.0049, 1e-17, 3, -3, 0.5, 100, -1.999];

/** How parameters look. @type {Array<(random: () => number) => number>} */
const LOOKS = [
  (random) => 2 * random() - 1,
  () => 0,
  () => -0,
  (random) => 60 * (random() - 0.5),
  (random) => 1e3 * (random() - 0.5),
  (random) => 1e200 * (random() - 0.5),
  (random) => 1e-310 * (random() - 0.5),
  (random) => (random() < 0.8 ? 0 : random() - 0.5),
  () => -0.7,
  (random) => (random() < 0.1 ? 1e300 : 0.01 * random()),
];

/** @param {() => number} random */
function tools(random) {
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  return { random, pick, chance: (/** @type {number} */ share) => random() < share };
}

/** @typedef {ReturnType<typeof tools>} Tools */

const STEADY = {
  schedule: /** @type {const} */ ('constant'), warm_up: 0, schedule_steps: 50, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
  until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
};

/** How training goes and where it stops, apart, so that all else stays as it is. @param {number} seed */
function drawCourse(seed) {
  const { pick } = tools(randomFrom(seed + 3e6));
  return {
    schedule: pick(['constant', 'steps', 'exponential', 'cosine', 'restarts']), warm_up: pick([0, 0, 20]), schedule_steps: pick([1, 50]),
    schedule_factor: 0.5, least_share: 0.01, largest_norm: pick([0, 0, 0.5]),
    until_step: pick([0, 0, 2000]), until_cost: pick([0, 0, 0.01]), until_share: pick([0, 0, 0.95]), until_patience: pick([0, 0, 20]),
  };
}

/** @param {Tools} tools @returns {Experiment} */
function drawExperiment({ random, pick, chance }) {
  const task = pick(['classification', 'classification', 'regression']);
  const [output, cost] = pick(COSTS[/** @type {keyof typeof COSTS} */ (task)]);
  const features = FEATURES.filter(() => chance(0.35));
  return {
    features: features.length > 0 ? features : ['x1', 'x2'],
    hidden: Array.from({ length: Math.floor(random() * 4) }, () => 1 + Math.floor(random() * 5)),
    task, classes: pick(output.startsWith('one_') ? [2] : [2, 3, 4]), activation: pick(Object.keys(ACTIVATIONS)), output, cost, optimizer: pick(OPTIMIZERS),
    learning_rate: pick([0.000001, 0.003, 0.1, 1, 50, 100]), momentum: 0.9, decay: 0.999,
    l1: pick([0, 0, 0.001]), l2: pick([0, 0, 0.01, 10]), batch_size: pick([1, 4, 10, 2000]), shuffle: true,
    initializer: pick(['glorot', 'zeros']), seed: 1,
    ...STEADY,
  };
}

/** @param {Tools} tools @param {Experiment} experiment @returns {Point[]} */
function drawPoints({ random, pick, chance }, { task, classes }) {
  const count = pick([0, 1, 2, 9, 40]);
  const [tests, alike] = [pick([0, 0, 0.3, 1]), chance(0.2)];
  return Array.from({ length: count }, (_, id) => ({
    id: 3 * id + 1,
    x1: chance(0.3) ? pick(PLACES) : 6 * random() - 3,
    x2: chance(0.3) ? pick(PLACES) : 6 * random() - 3,
    target: task === 'regression' ? pick([0, -0, 10, 0.004, 2 * random() - 1]) : alike ? 0 : Math.floor(random() * classes),
    test: random() < tests,
  }));
}

/** @param {Tools} tools @param {number} now @returns {State['connection']} */
function drawConnection({ pick, chance }, now) {
  if (chance(0.8)) return { status: 'live', since: 0, attempt: 0, retry_at: null, close_code: null };
  const attempt = pick([0, 1, 5]);
  const status = attempt === 0 ? 'connecting' : pick(['offline', 'connecting']);
  return {
    status, since: now - pick([0, 900, 5000, 3_600_000]), attempt, retry_at: status === 'offline' ? now + pick([-50, 100, 8000]) : null,
    close_code: attempt === 0 ? null : pick([null, 1000, 1001, 1006, 1008, 1009, 1011, 1013, 4403]),
  };
}

/**
 * @param {Tools} drawn
 * @param {Experiment} experiment
 * @param {Point[]} points
 */
function drawFrame(drawn, experiment, points) {
  const { pick, random, chance } = drawn;
  const architecture = new Architecture(experiment);
  const look = pick(LOOKS);
  const before = Float64Array.from({ length: architecture.parameterCount }, () => look(random));
  const training = points.filter(({ test }) => !test);
  const step = training.length === 0 && chance(0.8) ? 0 : pick([0, 1, 7, 276, 12345, 1234567]);
  const isKnown = step > 0 && training.length > 0 && chance(0.9);
  const batch = training.slice(0, experiment.batch_size);
  const made = isKnown ? advance(architecture, before, experiment, batch)
    : { cost: NaN, after: before, update: new Float64Array(before.length) };
  const [train, test] = [false, true].map((isTest) => measure(
    architecture, made.after, experiment, points.filter((point) => point.test === isTest)));
  return {
    training: false, kept: true, revision: 1, step, epoch: Math.floor(step / 16),
    train_cost: train.cost, test_cost: test.cost, batch_cost: made.cost,
    train_accuracy: Math.fround(train.accuracy), test_accuracy: Math.fround(test.accuracy),
    measured_rate: 0, batch_samples: isKnown ? batch.length : 0,
    parameters: Float32Array.from(made.after), update: Float32Array.from(made.update),
  };
}

/** @param {Tools} tools @param {import('../../../static/js/types.js').Frame} frame */
function drawDivergence({ pick }, frame) {
  const progress = { step: frame.step, epoch: frame.epoch, batch: 0, parameters: '', optimizer: {} };
  return { step: frame.step + 1, what: pick(['cost', 'parameter']), learning_rate: 50, revision: 1, progress };
}

/**
 * Every so many moments are where training stopped by itself: by what, and the experiment that asked for it.
 * @param {number} seed
 * @param {Experiment} experiment
 * @param {import('../../../static/js/types.js').Frame} frame
 * @returns {{experiment: Experiment, reached: State['reached']}}
 */
function drawReached(seed, experiment, frame) {
  const why = /** @type {const} */ (['step', 'cost', 'share', 'patience'])[Math.floor(seed / REACHED) % 4];
  const value = { step: frame.step, cost: frame.train_cost, share: frame.train_accuracy, patience: 0.0321 }[why];
  const asked = { step: frame.step, cost: 1.2 * value + 1e-5, share: 0.9 * value, patience: 1 + (seed % 30) }[why];
  if (seed % REACHED !== 1 || !Number.isFinite(value) || asked === 0) return { experiment, reached: null };
  return {
    experiment: { ...experiment, [`until_${why}`]: asked },
    reached: { type: 'reached', revision: 1, why, step: frame.step, asked, value, at: Math.max(0, frame.step - (why === 'patience' ? 9 : 0)) },
  };
}

/** @param {Tools} tools @param {import('../../../static/js/types.js').Frame} frame */
function drawHistory({ random, pick }, frame) {
  let history = emptyHistory();
  const [growth, from] = [pick([0.9, 1, 3, 1e30]), pick([0, 1e-7, 0.7])];
  const length = pick([0, 1, 12]);
  const changed = pick([-1, 4, 10]);
  for (let step = 0; step < length; step++) {
    if (step === changed) history = withEvent(history, step, { text: 'another rate' });
    history = appended(history, step, from * growth ** step * (1 + 0.1 * random()), pick([NaN, frame.test_cost, 0.5]));
  }
  return history;
}

/** Every so many moments are of a network that learns its training points by heart. */
const BY_HEART = 11;

/** Since a quarter of the way the cost of the test points rises; sometimes something was changed on the way. @param {number} seed
 *  @param {import('../../../static/js/types.js').Frame} frame */
function historyByHeart(seed, { step, train_cost: train, test_cost: test }) {
  const random = randomFrom(seed + 3e6);
  const [length, changed] = [16, random() < 0.3 ? 2 : -1];
  let history = emptyHistory();
  for (let at = 0; at < length; at++) {
    const when = Math.floor((Math.min(step, 276) * at) / length);
    if (at === changed) history = withEvent(history, when, { text: 'another rate' });
    history = appended(history, when, train * (1 + 0.2 * (length - at)), test * (at < 4 ? 0.9 - 0.1 * at : 0.45 + 0.035 * at * random()));
  }
  return history;
}

/** Every so many moments have their points from a table, which calls them in its own words. */
const TABLED = 7;
const OWN_NAMES = ['setosa', 'Iris virginica', 'amber', 'owl'];

/** A table that names all, or no classes; in units that are small, large, and none. @param {number} seed @param {Point[]} points */
function tableOf(seed, points) {
  const random = randomFrom(seed + 2e6);
  const axis = (/** @type {string} */ name, /** @type {string} */ unit) => (
    { name, unit, offset: 20 * random() - 10, factor: [0.01, 1.7, 250][Math.floor(3 * random())] });
  return {
    name: 'flowers', first: points[0].id, last: points.at(-1)?.id ?? 0, classes: seed % 2 ? OWN_NAMES : [],
    axes: { x1: axis('petal length', 'cm'), x2: axis('width', ''), target: axis('', 'kg'), more: [axis('age', 'years'), axis('height', 'm')] },
  };
}

/** Every so many moments have points with further columns, and these as inputs. */
const FURTHER = 5;
const REACHED = 12;

/** @param {Tools} drawn @param {number} seed @returns {{experiment: Experiment, points: Point[], frame: ReturnType<typeof drawFrame>}} */
function drawSubject(drawn, seed) {
  const experiment = drawExperiment(drawn);
  const points = drawPoints(drawn, experiment);
  const frame = drawFrame(drawn, experiment, points);
  if (seed % FURTHER !== 1) return { experiment, points, frame };
  // Apart, so that all other moments stay as they are.
  const apart = randomFrom(seed + 1e6);
  const added = /** @type {Experiment['features']} */ ([['x3'], ['x4'], ['x3', 'x4']][seed % 3]);
  const deeper = { ...experiment, features: [...experiment.features.slice(0, 5), ...added] };
  const deep = points.map((point) => ({ ...point, more: [6 * apart() - 3, PLACES[Math.floor(apart() * PLACES.length)]].slice(0, 1 + (seed % 2)) }));
  return { experiment: deeper, points: deep, frame: drawFrame(tools(apart), deeper, deep) };
}

/** Every so many moments are past. */
const PAST = 6;

/** @param {number} seed @returns {Moment} */
export function momentOf(seed) {
  const drawn = tools(randomFrom(seed));
  const { pick, chance } = drawn;
  const clock = 10_000_000;
  const { experiment: drawnOne, points, frame } = drawSubject(drawn, seed);
  const { experiment, reached } = drawReached(seed, { ...drawnOne, ...drawCourse(seed) }, frame);
  const isMet = chance(0.97);
  const isSound = frame.parameters.every(Number.isFinite) && Number.isFinite(frame.train_cost + frame.batch_cost);
  const diverged = isMet && (isSound ? chance(0.02) : chance(0.5)) ? drawDivergence(drawn, frame) : null;
  /** @type {State} */
  const state = {
    ...initialState(), connection: drawConnection(drawn, clock), revision: 1, experiment: isMet ? experiment : null,
    tables: seed % TABLED === 2 && points.length > 0 ? [tableOf(seed, points)] : [],
    points: isMet ? points : [], status: diverged ? 'diverged' : pick(['paused', 'paused', 'training']), frame: isMet ? frame : null,
    diverged, reached, history: seed % BY_HEART === 3 ? historyByHeart(seed, frame) : drawHistory(drawn, frame),
  };
  const view = createViewState();
  view.plane.chosen = points.length > 0 && chance(0.5) ? pick(points).id : null;
  view.network.numbers = pick(['all', 'outputs', 'none']);
  // Every so many are looked at while the run is further.
  if (seed % PAST === 3 && state.frame && !diverged) {
    view.past.moment = /** @type {any} */ ({ newest: state.frame.step + [1, 0, 40_000][seed % 3], shown: {} });
  }
  const outdated = state.connection.status !== 'live' && chance(0.3);
  // What a divergence leaves is drawn from its checkpoint, which these moments don't have.
  const page = { state, view: diverged ? createViewState() : view };
  return { seed, state, snapshot: snapshotOf(page, outdated), outdated, clock };
}

/** Some hundreds of subjects in hard states: all functions with each other, silent and saturated neurons, zeros, huge and tiny numbers. */

import { FEATURES } from '../../../../static/js/network/features.js';
import { Architecture } from '../../../../static/js/network/architecture.js';
import { numbersFrom } from '../textbook.js';
import { memoryOf, updateOf } from './optimizers.js';
import { BENDS, passOf } from './pass.js';

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../../static/js/trace/types.js').Subject} Subject */
/** @typedef {import('../../../../static/js/types.js').Point} Point */

/** Output and cost, in classification and regression. @type {[Experiment['task'], Experiment['output'], Experiment['cost']][]} */
const ENDS = [
  ['classification', 'softmax', 'cross_entropy'], ['classification', 'softmax', 'squared_error'],
  ['classification', 'sigmoid', 'cross_entropy'], ['classification', 'sigmoid', 'squared_error'],
  ['classification', 'sigmoid', 'huber'], ['classification', 'tanh', 'squared_error'], ['classification', 'tanh', 'huber'],
  ['classification', 'linear', 'squared_error'], ['classification', 'linear', 'huber'],
  ['regression', 'linear', 'squared_error'], ['regression', 'linear', 'huber'],
  ['regression', 'tanh', 'squared_error'], ['regression', 'tanh', 'huber'],
];
/** Those of a single neuron for two classes. @type {typeof ENDS} */
const SINGLE_ENDS = [
  ['classification', 'one_sigmoid', 'cross_entropy'], ['classification', 'one_sigmoid', 'squared_error'],
  ['classification', 'one_tanh', 'squared_error'],
];
/** @type {Experiment['optimizer'][]} */
const OPTIMIZERS = ['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];
/** @type {Experiment['schedule'][]} */
const SCHEDULES = ['constant', 'steps', 'exponential', 'cosine', 'restarts'];
const SHAPES = [[3, 2], [], [1], [4], [1, 1], [2, 3, 2]];
const RATES = [0.1, 0.03, 100, 1e-6, 1];
/** @type {Experiment['features'][]} */
const INPUTS = [['x1', 'x2'], ['x1'], ['x1', 'x2', 'x1^2', 'x1*x2', 'sin x2'], ['x2', 'x2^2'], ['x1^2']];

/**
 * How the parameters of a mood are drawn; r: from −1 to 1.
 * @type {Record<string, (r: number, isBias: boolean, index: number) => number>}
 */
const MOODS = {
  usual: (r) => r,
  zero: () => 0,
  minus_zero: () => -0,
  dead: (r, isBias) => (isBias ? -50 : r),
  saturated: (r) => 12 * r,
  huge: (r) => 1e4 * r,
  tiny: (r) => 1e-5 * r,
  mixed: (r, _, index) => (index % 3 === 0 ? 0 : index % 3 === 1 ? 1 : -1) * (Math.abs(r) < 0.5 ? 0.5 : 1),
  scattered: (r) => Math.sign(r) * 10 ** (6 * r - 3),
  equal: () => 0.5,
};
const DRAWN_POINTS = [1, 2, 7];

/** @template T @param {readonly T[]} list @param {number} at */
const pick = (list, at) => list[at % list.length];

/** @param {number} index @param {typeof ENDS} ends */
function experimentOf(index, ends) {
  const [task, output, cost] = pick(ends, index);
  /** @type {Experiment} */
  const experiment = {
    features: pick(INPUTS, Math.floor(index / 3)), hidden: pick(SHAPES, Math.floor(index / 2)), task,
    classes: output.startsWith('one_') ? 2 : 2 + (index % 3), activation: /** @type {Experiment['activation']} */ (pick(Object.keys(BENDS), Math.floor(index / 5))),
    output, cost, optimizer: pick(OPTIMIZERS, Math.floor(index / 13)), learning_rate: pick(RATES, Math.floor(index / 7)),
    momentum: pick([0.9, 0, 0.999], index), decay: pick([0.999, 0.9, 0], index),
    l1: pick([0, 0, 0.01], index), l2: pick([0, 0.1, 0, 0.003], index), batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1,
    schedule: pick(SCHEDULES, Math.floor(index / 4)), warm_up: pick([0, 0, 300], index), schedule_steps: pick([7, 500], index),
    schedule_factor: 0.5, least_share: 0.01, largest_norm: pick([0, 1, 0.03], Math.floor(index / 5)),
    until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
  };
  return experiment;
}

/** The vector y of a point. @param {Experiment} experiment @param {number} target */
const targetOf = ({ task, classes, output }, target) =>
  (task === 'regression' ? [target] : output === 'one_sigmoid' ? [target] : output === 'one_tanh' ? [2 * target - 1] : Array.from({ length: classes }, (_, k) => (k === target ? 1 : 0)));

/**
 * @param {number} index
 * @param {string} mood   of `MOODS`
 * @param {typeof ENDS} ends
 * @returns {Subject}
 */
function subjectOf(index, mood, ends) {
  const random = numbersFrom(index * 7 + 11);
  for (let skipped = 0; skipped < 3; skipped++) random();
  const between = () => 2 * random() - 1;
  const experiment = experimentOf(index, ends);
  const architecture = new Architecture(experiment);
  const biases = new Set(Array.from({ length: architecture.layers - 1 }, (_, at) => at + 2).flatMap((layer) =>
    Array.from({ length: architecture.sizes[layer - 1] }, (_, neuron) => architecture.biasIndex(layer, neuron))));
  const parameters = Float64Array.from({ length: architecture.parameterCount }, (_, at) => MOODS[mood](between(), biases.has(at), at));
  const place = () => pick([between() * 3, 0, 1, 2, -0.5, between() * 1e-3, 60], Math.floor(random() * 12));
  /** @type {Point[]} */
  const points = Array.from({ length: pick(DRAWN_POINTS, index) }, (_, id) => ({
    id, x1: place(), x2: place(), test: false,
    target: experiment.task === 'regression' ? pick([between(), 0, 1, -3], id + index) : Math.floor(random() * experiment.classes),
  }));
  const passes = points.map(({ x1, x2, target }) => passOf(
    experiment, architecture, parameters, experiment.features.map((name) => FEATURES[name](x1, x2, [])), targetOf(experiment, target)));
  const share = 1 / points.length;
  const { l1, l2 } = experiment;
  const weights = parameters.map((value, at) => (biases.has(at) ? 0 : value));
  const penalty = weights.reduce((sum, w) => sum + l1 * Math.abs(w) + (l2 / 2) * w * w, 0);
  const gradient = parameters.map((_, at) => passes.reduce((sum, pass) => sum + share * pass.gradient[at], 0)
    + l1 * Math.sign(weights[at]) + l2 * weights[at]);
  const memory = memoryOf(experiment, (name) => gradient.map((value) => {
    if (index % 4 === 0) return 0;
    return name === 'squares' ? value * value * random() : -5 * value * random();
  }));
  const isTest = index % 11 === 5;
  const { gradient: own, ...pass } = passes[0];
  return {
    architecture, experiment,
    trace: {
      revision: 1, step: index, epoch: 0, point: { ...points[0], test: isTest }, target: targetOf(experiment, points[0].target),
      ...pass, gradient: own, parameters,
      batch: isTest ? null : {
        ids: points.map(({ id }) => id), index: 0, batches: 2, next: index % 2 === 0, penalty, gradient,
        cost: passes.reduce((sum, { cost }) => sum + share * cost, 0) + penalty,
      },
      update: isTest ? null : updateOf(experiment, parameters, gradient, memory, pick([0, 3, 4000], index), index),
    },
  };
}

/**
 * @param {number} count   for each mood
 * @returns {{name: string, subject: Subject}[]}
 */
export const subjects = (count) => Object.keys(MOODS).flatMap((mood, which) =>
  [...Array.from({ length: count }, (_, at) => ({ name: `${mood} ${at}`, subject: subjectOf(at * 17 + which, mood, ENDS) })),
    ...Array.from({ length: Math.ceil(count / 4) }, (_, at) => (
      { name: `${mood} ${at}, a single neuron`, subject: subjectOf(at * 17 + which + 7, mood, SINGLE_ENDS) }))]);

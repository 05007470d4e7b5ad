/** @file The checker of each kind of claim that the playground makes: against the arrays of the moment, by other ways. */

import assert from 'node:assert/strict';
import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { parseKey } from '../../../static/js/network/keys.js';
import { CLOSER_CHECKERS } from './closer_claims.js';
import { COURSE_CHECKERS } from './course_claims.js';
import { PAST_CHECKERS } from './past_claims.js';
import { STEP_CHECKERS } from './step_claims.js';
import { namesIn, passThrough } from './own_pass.js';
import { assertCount, assertOwn, assertPrinted, assertShare } from './printed.js';

/** @typedef {import('./moments.js').Moment} Moment */
/** @typedef {import('../../../static/js/types.js').Frame} Frame */

/** @param {Moment} moment */
const frameOf = ({ snapshot: { frame } }) => /** @type {Frame} */ (frame);
/** @param {Moment} moment */
const experimentOf = ({ snapshot: { experiment } }) => /** @type {import('../../../static/js/types.js').Experiment} */ (experiment);
/** @param {Moment} moment */
const pointsOf = ({ snapshot: { points } }) => points;
/** @param {Moment} moment */
const hasPenalty = (moment) => experimentOf(moment).l1 + experimentOf(moment).l2 > 0;

/** The point that a sentence of the table or of the crosshair speaks of, else the chosen one.
 * @param {Moment} moment @param {string} place */
const pointAt = (moment, place) => (
  ['table', 'crosshair'].includes(place) ? pointsOf(moment)[0] : moment.snapshot.chosen ?? assert.fail('no point is chosen'));

/** The network's answer to a point, by class: a single neuron's is the second one's. @param {Moment} moment @param {{x1: number, x2: number}} point */
const answersTo = (moment, point) => {
  const a = passThrough(moment, point).activations.at(-1) ?? assert.fail();
  const { output, task } = experimentOf(moment);
  if (task === 'regression' || !output.startsWith('one_')) return a;
  return output === 'one_tanh' ? [-a[0], a[0]] : [1 - a[0], a[0]];
};

/** A place's coordinates, as they are or in the units of the points' table.
 * @param {Moment} moment @param {string[]} texts @param {import('../../../static/js/types.js').Point} point @param {boolean} areNamed */
function assertPlace({ state: { tables: [table] } }, texts, { x1, x2, more = [] }, areNamed) {
  const axes = table && [table.axes.x1, table.axes.x2, ...table.axes.more ?? []];
  const values = [x1, x2, ...more];
  assert.equal(texts.length, values.length);
  values.forEach((value, at) => (axes ? assertOwn(texts[at], axes[at], value, areNamed) : assertPrinted(texts[at], value)));
}

/** A height, the same way. @param {Moment} moment @param {string} text @param {number} value */
function assertHeight({ state: { tables: [table] } }, text, value) {
  if (table?.axes.target) assertOwn(text, table.axes.target, value);
  else assertPrinted(text, value);
}

/** The class that the network takes a point for. @param {number[]} answers */
const saysOf = (answers) => answers.indexOf(Math.max(...answers));

/** @param {Moment} moment @param {string} text @param {number} value */
function assertAnswer(moment, text, value) {
  const { task, output } = experimentOf(moment);
  if (output === 'one_tanh') assertPrinted(text.replace(/^\u2212/, ''), value);
  else if (task === 'classification') assertShare(text, value);
  else assertPrinted(text, value);
}

/** @type {Record<string, (claim: any, moment: Moment, place: string) => void>} */
export const CHECKERS = {
  ...CLOSER_CHECKERS,
  ...COURSE_CHECKERS,
  ...PAST_CHECKERS,
  ...STEP_CHECKERS,
  'step': ({ step }, moment) => assertCount(step, moment.snapshot.frame?.step ?? 0),
  'epoch': ({ epoch }, moment) => assertCount(epoch, moment.snapshot.frame?.epoch ?? 0),
  'no step': (_, moment) => assert.equal(frameOf(moment).step, 0),
  'status': ({ status }, moment) => assert.equal(moment.state.status, status),

  'output of': ({ layer, neuron, name }, moment) => {
    assert.equal(layer, moment.snapshot.architecture?.layers);
    assert.equal(name, namesIn(moment)[experimentOf(moment).output.startsWith('one_') ? 1 : neuron]);
  },
  'confused': ({ target, answer, train, test, names }, moment) => {
    assert.deepEqual(names, [namesIn(moment)[target], namesIn(moment)[answer]]);
    const inCell = pointsOf(moment).filter((point) => point.target === target && saysOf(answersTo(moment, point)) === answer);
    const tests = inCell.filter((point) => point.test).length;
    assertCount(train, inCell.length - tests);
    assertCount(test ?? '0', tests);
  },

  'broke at': ({ step, what }, { snapshot: { diverged } }) => {
    assertCount(step, diverged?.step ?? NaN);
    assert.equal(what, diverged?.what);
  },
  'way back': ({ step }, { snapshot: { diverged, way_back: back } }) => assertCount(step, (back ?? diverged)?.progress.step ?? NaN),
  'way back is finite': (_, { state: { diverged } }) => assert.ok(Number.isFinite(diverged?.progress.step)),
  'learning rate': ({ rate }, { state: { diverged } }) => assert.equal(Number(rate), diverged?.learning_rate),
  'cost grew': (_, { state: { history: { train, steps, events } } }) => {
    const since = Array.from(train).filter((cost, at) => Number.isFinite(cost) && events.every(({ step }) => step < steps[at]));
    assert.ok((since.at(-1) ?? 0) > Math.min(...since));
  },
  'cost at': ({ step, cost }, { state: { history: { steps, train, events } } }) => {
    const at = steps.findIndex((each) => each === Number(step));
    assert.ok(events.every((event) => event.step < Number(step)));
    assertPrinted(cost, train[at]);
  },
  'costs at': ({ step, train, test }, { state: { history } }) => {
    const at = history.steps.findIndex((each) => each === Number(step));
    for (const [text, value] of [[train, history.train[at]], [test, history.test[at]]]) {
      if (text === null) assert.ok(Number.isNaN(value));
      else assertPrinted(text, value);
    }
  },

  'points': ({ points, training, tests }, moment) => {
    const count = pointsOf(moment).filter(({ test }) => !test).length;
    if (points !== undefined) assertCount(points, pointsOf(moment).length);
    if (training !== undefined) assertCount(training, count);
    if (tests !== undefined) assertCount(tests, pointsOf(moment).length - count);
  },
  'classes': ({ several }, moment) => {
    const classes = new Set(pointsOf(moment).filter(({ test }) => !test).map(({ target }) => target));
    assert.equal(several, classes.size > 1);
  },
  'point': ({ class: name, height, place: at, test }, moment, place) => {
    const point = pointAt(moment, place);
    if (name === null) assertHeight(moment, height, point.target);
    else assert.equal(name, namesIn(moment)[point.target]);
    assertPlace(moment, at, point, true);
    assert.equal(test, point.test);
  },
  'is a': ({ class: name, height }, moment, place) => {
    const { target } = pointAt(moment, place);
    if (name === null) assertHeight(moment, height, target);
    else assert.equal(name, namesIn(moment)[target]);
  },
  'kept for testing': (_, moment, place) => assert.ok(pointAt(moment, place).test),
  'numbers at': ({ numbers }, { snapshot }) => assert.ok(numbers !== 'none' && numbers === snapshot.numbers),
  'answer': ({ says, right }, moment, place) => {
    const point = pointAt(moment, place);
    assertHeight(moment, says, answersTo(moment, point)[0]);
    if (right !== undefined) assertHeight(moment, right, point.target);
  },
  'answer beyond numbers': (_, moment, place) => assert.ok(!answersTo(moment, pointAt(moment, place)).every(Number.isFinite)),
  'no answer': (_, { snapshot }) => assert.equal(snapshot.pass, null),
  'class and share': ({ says, most }, moment, place) => {
    const answers = answersTo(moment, pointAt(moment, place));
    assert.equal(namesIn(moment).indexOf(says), saysOf(answers));
    assertAnswer(moment, most, Math.max(...answers));
  },
  'verdict': ({ right, says, most, tie, own }, moment, place) => {
    const { target } = pointAt(moment, place);
    const answers = answersTo(moment, pointAt(moment, place));
    const best = Math.max(...answers);
    assertAnswer(moment, most, best);
    assert.equal(namesIn(moment).indexOf(says), answers.indexOf(best));
    assert.equal(right, answers.indexOf(best) === target);
    const equals = answers.flatMap((value, at) => (value === best ? [namesIn(moment)[at]] : []));
    assert.deepEqual(tie ?? [says], equals);
    if (own) assertAnswer(moment, own, answers[target]);
    else if (own === null) assert.ok(!(answers[target] >= best));
  },

  'measure': ({ of, printed }, moment) => {
    const frame = moment.snapshot.frame;
    const names = { train: 'train_cost', test: 'test_cost' };
    const value = frame?.[/** @type {'train_cost'} */ (names[/** @type {'train'} */ (of)] ?? of)] ?? NaN;
    if (printed === null) assert.ok(Number.isNaN(value) || moment.outdated || moment.snapshot.diverged);
    else if (of.endsWith('accuracy')) assertShare(printed, value);
    else assertPrinted(printed, value);
  },
  'penalty included': ({ penalty }, moment) => assert.equal(penalty, moment.snapshot.experiment !== null && hasPenalty(moment)),
  'value': ({ key, printed }, moment) => {
    const { architecture, chosen, frame } = moment.snapshot;
    const { sizes, layers } = architecture ?? assert.fail();
    const { kind, layer, neuron, source } = parseKey(key, layers) ?? assert.fail(key);
    if (kind === 'cost') {
      assertPrinted(printed, frameOf(moment).train_cost);
      return;
    }
    if (kind === 'neuron') {
      const values = moment.snapshot.pass?.activations[layer] ?? assert.fail();
      assertPrinted(printed, values[neuron]);
      if (layer === layers && values.every(Number.isFinite)) assertPrinted(printed, (passThrough(moment, chosen ?? assert.fail()).activations.at(-1) ?? [])[neuron]);
      return;
    }
    const start = sizes.slice(1, layer - 1).reduce((sum, size, at) => sum + (sizes[at] + 1) * size, 0);
    const row = kind === 'bias' ? sizes[layer - 2] : source;
    assertPrinted(printed, frame?.parameters[start + row * sizes[layer - 1] + neuron] ?? NaN);
  },
  'sizes': ({ layers, sizes }, { snapshot: { experiment } }) => {
    const { features, hidden, task, classes, output } = experiment ?? assert.fail();
    const expected = [features.length, ...hidden, task === 'regression' || output.startsWith('one_') ? 1 : classes];
    assert.deepEqual(sizes.map(Number), expected);
    assertCount(layers, expected.length);
  },
  'on the curve': ({ activation, z, a, slope }, { snapshot }) => {
    const sum = snapshot.pass?.pre_activations[2]?.[0] ?? NaN;
    const { value } = ACTIVATIONS[/** @type {'tanh'} */ (activation)];
    assertPrinted(z, sum);
    if (a !== undefined) assertPrinted(a, value(sum));
    else assertPrinted(slope, ACTIVATIONS[/** @type {'tanh'} */ (activation)].slope(sum));
  },

  'plane': ({ points, classes }, moment) => {
    assertCount(points, pointsOf(moment).length);
    if (classes !== null) assertCount(classes, Math.max(experimentOf(moment).classes, ...pointsOf(moment).map(({ target }) => target + 1)));
  },
  'share right': ({ share, of }, moment) => {
    assertShare(share, frameOf(moment).train_accuracy);
    assert.equal(of === 'all', pointsOf(moment).every(({ test }) => !test));
  },
  'crosshair': ({ at }, moment) => {
    if (moment.state.tables.length === 0) assert.deepEqual(at, ['0.5', '0.0']);
    else assertPlace(moment, at, { id: 0, x1: 0.5, x2: -0.04, target: 0, test: false }, true);
  },
  'under crosshair': ({ class: name, height, test }, moment) => {
    const [point] = pointsOf(moment);
    if (name === null) assertHeight(moment, height, point.target);
    else assert.equal(name, namesIn(moment)[point.target]);
    assert.equal(test, point.test);
  },
  'class': ({ class: name }, moment) => assert.equal(name, namesIn(moment)[pointsOf(moment)[0].target]),
  'height': ({ height }, moment) => assertHeight(moment, height, pointsOf(moment)[0].target),
  'use': ({ test }, moment) => assert.equal(test, pointsOf(moment)[0].test),
  'coordinate': ({ of, at }, moment) => {
    const { state: { tables: [table] } } = moment;
    const [{ x1, x2, more = [] }] = pointsOf(moment);
    const place = Number(of.slice(1)) - 1;
    const value = [x1, x2, ...more][place];
    if (table) assertOwn(at, [table.axes.x1, table.axes.x2, ...table.axes.more ?? []][place], value);
    else assertPrinted(at, value);
  },

  'share for testing': ({ share }, moment) => {
    const tests = pointsOf(moment).filter(({ test }) => test).length;
    assertShare(share, tests / pointsOf(moment).length);
  },
  'setting': ({ of, printed }, moment) => {
    const experiment = experimentOf(moment);
    const value = of === 'inputs' ? experiment.features.length : experiment[/** @type {'seed'} */ (of)];
    if (printed.endsWith('%')) assert.ok(Math.abs(Number(printed.slice(0, -1)) / 100 - Number(value)) <= 1e-11);
    else assert.equal(Number(printed), value);
  },
  'no hidden layer': (_, moment) => assert.deepEqual(experimentOf(moment).hidden, []),
  'full batch': ({ every }, moment) => {
    const training = pointsOf(moment).filter(({ test }) => !test).length;
    assert.ok(training > 0 && experimentOf(moment).batch_size >= training);
    assert.equal(every, training === pointsOf(moment).length);
  },
  'met before': (_, moment) => assert.notEqual(moment.snapshot.experiment, null),
  'closed with': ({ code }, { snapshot: { connection } }) => assert.equal(code, connection.close_code),
  'closed without a word': (_, { snapshot: { connection, experiment } }) => {
    assert.equal(experiment, null);
    assert.ok([null, 1000, 1005, 1006, 1015].includes(connection.close_code));
  },
  'next try': ({ seconds }, { snapshot: { connection }, clock }) => {
    assert.ok(Math.abs(Number(seconds) - (Number(connection.retry_at) - clock) / 1000) <= 0.5);
  },
  'dropped': ({ seconds }, { snapshot: { connection }, clock }) => {
    assert.ok(Math.abs(Number(seconds) - (clock - connection.since) / 1000) <= 0.5);
  },
};

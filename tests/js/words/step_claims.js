/** @file The checker of each kind of claim about one step, and about what the steps so far have come to. */

import assert from 'node:assert/strict';
import { parseKey } from '../../../static/js/network/keys.js';
import { assertCount, assertPrinted } from './printed.js';

/** @typedef {import('./moments.js').Moment} Moment */

/** @param {Moment} moment */
const frameOf = ({ snapshot: { frame } }) => /** @type {import('../../../static/js/types.js').Frame} */ (frame);
/** @param {Moment} moment */
const hasPenalty = ({ snapshot: { experiment } }) => (experiment?.l1 ?? 0) + (experiment?.l2 ?? 0) > 0;

/** What an update changed of a neuron's weights, in the order of their sources, and of its bias, which is the last row of
 * its layer's block (docs/notation.md). @param {Moment} moment @param {number} layer @param {number} neuron */
function changesInto(moment, layer, neuron) {
  const { sizes } = moment.snapshot.architecture ?? assert.fail();
  const start = sizes.slice(1, layer - 1).reduce((sum, size, at) => sum + (sizes[at] + 1) * size, 0);
  return Array.from({ length: sizes[layer - 2] + 1 }, (_, row) => frameOf(moment).update[start + row * sizes[layer - 1] + neuron]);
}

/** @param {string} by @param {number} change */
function assertChange(by, change) {
  if (Number.isFinite(change)) assertPrinted(by, change);
  else assert.match(by, change < 0 ? /^more than \d\S+, downwards$/ : /^more than \d\S+$/);
}

/** @type {Record<string, (claim: any, moment: Moment) => void>} */
export const STEP_CHECKERS = {
  'batch of points': ({ count }, moment) => {
    assertCount(count, frameOf(moment).batch_samples);
    assert.ok(frameOf(moment).batch_samples > 0 && frameOf(moment).step > 0);
  },
  'cost of the batch': ({ cost, penalty, mean }, moment) => {
    assertPrinted(cost, frameOf(moment).batch_cost);
    assert.equal(penalty, hasPenalty(moment));
    assert.equal(mean, frameOf(moment).batch_samples > 1);
  },
  'last update unknown': (_, moment) => {
    assert.ok(frameOf(moment).update.every((change) => change === 0));
    assert.ok(Number.isNaN(frameOf(moment).batch_cost) && frameOf(moment).batch_samples === 0);
  },
  'update beyond numbers': (_, moment) => assert.ok(frameOf(moment).update.some(Number.isNaN)),
  'overfits': ({ since, train, test }, moment) => {
    const { state: { history } } = moment;
    const changed = Math.max(-Infinity, ...history.events.map(({ step }) => step));
    const at = history.steps.findIndex((each) => each === Number(since.replace(/\D/g, '')));
    assert.ok(history.steps[at] >= changed);
    assertPrinted(train[0], history.train[at]);
    assertPrinted(test[0], history.test[at]);
    assertPrinted(train[1], frameOf(moment).train_cost);
    assertPrinted(test[1], frameOf(moment).test_cost);
    assert.ok(frameOf(moment).train_cost <= 0.9 * history.train[at] && frameOf(moment).test_cost >= 1.1 * history.test[at]);
    const tests = Array.from(history.test).filter((cost, each) => history.steps[each] >= changed && cost > 0);
    assert.equal(history.test[at], Math.min(...tests));
  },
  'moved': ({ moved, of }, moment) => {
    const { update } = frameOf(moment);
    assertCount(moved, update.filter((change) => change !== 0).length);
    assertCount(of, update.length);
  },
  'largest change': ({ layer, neuron, source, alone, by }, moment) => {
    const { update } = frameOf(moment);
    const change = changesInto(moment, layer, neuron).at(source ?? -1) ?? NaN;
    const [first, second = 0] = Array.from(update, Math.abs).sort((a, b) => b - a);
    assert.equal(Math.abs(change), first);
    assert.equal(alone, first > second);
    assertChange(by, change);
  },

  'change': ({ key, by }, moment) => {
    const { architecture } = moment.snapshot;
    const { layer, neuron, source } = parseKey(key, architecture?.layers ?? 0) ?? assert.fail(key);
    assertChange(by, changesInto(moment, layer, neuron).at(source) ?? NaN);
  },
  'changes together': ({ layer, neuron, by }, moment) => {
    assertChange(by, changesInto(moment, layer, neuron).reduce((sum, change) => sum + Math.abs(change), 0));
  },
};

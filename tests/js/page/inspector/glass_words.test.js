import assert from 'node:assert/strict';
import test from 'node:test';

import { lengthsOf, pushesOf } from '../../../../static/js/page/inspector/pushes.js';
import { pushWords, usualWords } from '../../../../static/js/page/inspector/push_words.js';
import { batchWords, checkWords, looksThrough, throughWords } from '../../../../static/js/page/inspector/glass_words.js';
import { formatScientific } from '../../../../static/js/ui/format.js';
import { numbersFrom } from '../../trace/textbook.js';
import { BROKEN, isPrinted } from '../../trace/moments/claims.js';

/** @typedef {import('../../../../static/js/words/sentence.js').Sentence} Sentence */
/** @typedef {import('../../../../static/js/trace/types.js').Inspection} Inspection */
/** @typedef {{check: Inspection['check'], all: number, penalty: number, contributions: {id: number, derivative: number}[], points: {id: number, x1: number, x2: number, target: number, test: boolean}[], bars: {id: number, push: number}[], rooted: boolean, through: number}} Moment */

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** @param {any} claim @param {number} push */
const isPush = ({ way, printed }, push) =>
  way === (push === 0 ? 'none' : push > 0 ? 'up' : 'down') && isPrinted(printed, Math.abs(push));
/** @param {Moment} moment @param {number} id */
const pushOf = ({ contributions }, id) => -(/** @type {{derivative: number}} */ (contributions.find((one) => one.id === id))).derivative;

/** @type {Record<string, (check: Inspection['check']) => boolean>} */
const BECAUSE = {
  overflow: ({ numerical, analytic }) => !Number.isFinite(numerical + analytic),
  zero: ({ numerical, analytic }) => numerical === 0 && analytic === 0,
  kink: ({ kink }) => kink,
  little: ({ numerical, analytic }) => Math.max(Math.abs(numerical), Math.abs(analytic)) < 1e-9,
  equal: ({ numerical, analytic }) => numerical === analytic,
  near: ({ relative_error: error }) => error > 0 && error <= 1e-6,
  far: ({ relative_error: error }) => error > 1e-6,
};

/** @type {Record<string, (claim: any, moment: Moment) => boolean>} */
const CHECKERS = {
  'looks through': ({ point }, { through }) => point === through,
  'nudging gives': ({ by, printed }, { check }) => isPrinted(printed, check.numerical) && by === formatScientific(check.nudge),
  'check': ({ because, difference = '' }, { check }) =>
    BECAUSE[because](check) && (difference === '' || difference === formatScientific(check.relative_error)),
  'batch of': ({ count }, { contributions }) => contributions.length === count,
  'mean is': ({ printed }, { contributions, all, penalty }) =>
    isPrinted(printed, penalty ? all - penalty : all) && Math.abs(mean(contributions.map(({ derivative }) => derivative)) - (all - penalty)) < 1e-12,
  'penalty adds': ({ printed }, { penalty }) => isPrinted(printed, penalty) && penalty !== 0,
  'sum is': ({ printed }, { all }) => isPrinted(printed, all),
  'pushes': (claim, moment) => isPush(claim, pushOf(moment, claim.id)),
  'target of': ({ id, printed }, { points }) => {
    const { target } = /** @type {{target: number}} */ (points.find((one) => one.id === id));
    return ['circle', 'square'][target] === printed || isPrinted(printed, target);
  },
  'nobody pushes': (_, { contributions }) => contributions.every(({ derivative }) => derivative === 0),
  'lengths are roots': (_, { rooted }) => rooted,
  'others push': (claim, moment) => {
    const shown = new Set(moment.bars.map(({ id }) => id));
    const others = moment.contributions.filter(({ id }) => !shown.has(id));
    const push = -others.reduce((sum, { derivative }) => sum + derivative, 0);
    return others.length === claim.count && (Math.abs(push) < 1e-12 || isPush(claim, push));
  },
};

/** @param {Sentence} sentence @param {Moment} moment */
function holds({ text, claims }, moment) {
  assert.doesNotMatch(text, BROKEN);
  for (const claim of claims) {
    assert.ok(claim.that in CHECKERS, `no one checks \u201c${claim.that}\u201d`);
    assert.ok(CHECKERS[claim.that](claim, moment), `${text} ${JSON.stringify(claim)}`);
  }
}

test('what is said under the glass is true of the inspection, in a thousand of them', () => {
  const random = numbersFrom(5);
  const value = () => [0, -0, 1, 2 * random() - 1, (2 * random() - 1) * 1e-7, 1e4 * random(), 5e-10][Math.floor(random() * 7)];
  for (let turn = 0; turn < 1000; turn++) {
    const count = [1, 2, 10, 41, 45][turn % 5];
    const isFlat = turn % 9 === 0;
    const byClass = turn % 2 === 0;
    const points = Array.from({ length: count }, (_, id) => ({ id, x1: value(), x2: value(), target: byClass ? id % 2 : value(), test: false }));
    const contributions = points.map(({ id }) => ({ id, derivative: isFlat ? 0 : value() }));
    const penalty = turn % 3 ? 0 : value();
    const all = mean(contributions.map(({ derivative }) => derivative)) + penalty;
    const [numerical, analytic] = turn % 7 === 0 ? [NaN, 1] : turn % 4 ? [value(), value()] : Array(2).fill(value());
    const check = {
      numerical, analytic, nudge: 6e-6 * (1 + random()), kink: turn % 8 === 0,
      relative_error: Math.abs(numerical - analytic) / Math.max(Math.abs(numerical), Math.abs(analytic), 1e-300),
    };
    const { bars, others } = pushesOf(contributions, points);
    const { rooted } = lengthsOf(bars);
    const moment = { check, all, penalty, contributions, points, bars, rooted, through: 0 };
    const task = byClass ? 'classification' : 'regression';
    holds(throughWords(points[0], task), moment);
    holds(looksThrough(points[0], task), moment);
    holds(checkWords(check, turn % 2 === 0), moment);
    holds(batchWords({ batch_derivative: all, penalty_derivative: penalty, contributions }), moment);
    holds(usualWords(bars, rooted, others), moment);
    for (const bar of bars) holds(pushWords(bar, byClass), moment);
  }
});

test('a batch of one, a penalty and the rest of a large batch are told as they are', () => {
  const one = [{ id: 0, derivative: 0.25 }];
  assert.equal(batchWords({ batch_derivative: 0.25, penalty_derivative: 0, contributions: one }).text,
    'This point is the whole batch, so the batch’s derivative is 0.2500.');
  assert.equal(batchWords({ batch_derivative: 0.375, penalty_derivative: 0.125, contributions: [...one, { id: 1, derivative: 0.25 }] }).text,
    'Mean over the 2 points of the batch: 0.2500. With the penalty’s 0.1250 it is 0.3750.');
  assert.equal(usualWords([{ id: 0, target: 0, push: 1 }], false, { count: 1, push: -0.5 }).text,
    'Each bar is one point. Up: it wants the value larger. The other point pushes it down, by 0.5000.');
});

test('a check that disagrees gives no cause that it does not know', () => {
  const check = { numerical: 0.5, analytic: 0.51, relative_error: 0.0196, nudge: 6e-6, kink: false };
  const { agrees, text } = checkWords(check, false);
  assert.equal(agrees, false);
  assert.match(text, /either so small a change drowns in the rounding of the cost, or the cost curves/);
});

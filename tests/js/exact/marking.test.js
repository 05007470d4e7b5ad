import assert from 'node:assert/strict';
import test from 'node:test';

import { parseExact } from '../../../static/js/exact/number.js';
import { mark } from '../../../static/js/exact/marking.js';
import { numbersFrom } from '../trace/textbook.js';

/** tanh(1/2), as near as a float64 comes. */
const TRUTH = 0.46211715726000974;

/** @param {string} text @param {number} truth */
const marked = (text, truth) => mark(/** @type {import('../../../static/js/exact/number.js').Exact} */ (parseExact(text, { fraction: true })), truth);

test('a decimal is right if it rounds the true value to its own digits', () => {
  for (const text of ['0.46', '0.462', '0.4621', '0.46212', '0.4621171573']) {
    assert.deepEqual(marked(text, TRUTH), { verdict: 'right' }, text);
  }
  assert.deepEqual(marked('12', 12.3), { verdict: 'right' });
  assert.deepEqual(marked('-0.75', -0.75), { verdict: 'right' });
  assert.deepEqual(marked('0.00042', 0.00042317), { verdict: 'right' });
});

test('a half may go either way', () => {
  assert.deepEqual(marked('0.12', 0.125), { verdict: 'right' });
  assert.deepEqual(marked('0.13', 0.125), { verdict: 'right' });
});

test('an exact value needs no more digits than it has', () => {
  for (const [text, truth] of /** @type {const} */ ([['1', 1], ['.5', 0.5], ['0', 0], ['-1', -1], ['0.3', 0.1 + 0.2]])) {
    assert.deepEqual(marked(text, truth), { verdict: 'right' }, text);
  }
});

test('what cancels to 0 is 0, as far as its terms are exact; what is merely small is not', () => {
  assert.deepEqual(mark({ value: 0, decimals: 0 }, 1e-14, 100), { verdict: 'right' });
  assert.deepEqual(mark({ value: 0, decimals: 0 }, 8e-9, 100), { verdict: 'close', reason: 'digits' });
});

/** @param {import('../../../static/js/exact/marking.js').Mark['reason']} reason */
const close = (reason) => ({ verdict: 'close', reason });

test('another number is not called right, whatever digits it shares', () => {
  assert.deepEqual(marked('0.4667', TRUTH), { verdict: 'wrong' });
  assert.deepEqual(marked('1.5', 1.405), { verdict: 'wrong' });
  assert.deepEqual(marked('0.47', TRUTH), { verdict: 'wrong' });
});

test('cut off, off by one in the last digit, and rounded on the way are told apart', () => {
  assert.deepEqual(marked('0.377', 0.37731), { verdict: 'right' });
  assert.deepEqual(marked('0.37', 0.37731), close('cut'));
  assert.deepEqual(marked('123', 123.9), close('cut'));
  assert.deepEqual(marked('0.99', 0.9999), close('cut'));
  assert.deepEqual(marked('0.4622', TRUTH), close('last'), 'rounded up');
  assert.deepEqual(marked('0.463', TRUTH), close('last'));
  assert.deepEqual(marked('0.46300', TRUTH), close('near'));
});

test('one that was rounded to nothing is not right yet', () => {
  assert.deepEqual(marked('0', 0.3), close('digits'));
  assert.deepEqual(marked('0.5', TRUTH), close('digits'));
  assert.deepEqual(marked('0.00', 0.00042), close('digits'));
  assert.deepEqual(marked('1e3', 1234), close('digits'));
  assert.deepEqual(marked('1.2e3', 1234), { verdict: 'right' });
});

test('a fraction is right where it is the value, and close nearby', () => {
  assert.deepEqual(marked('1/3', 1 / 3), { verdict: 'right' });
  assert.deepEqual(marked('1/3', 1 / 3 + 2e-9), close('inexact'));
  assert.deepEqual(marked('6/13', TRUTH), close('inexact'));
  assert.deepEqual(marked('1/2', TRUTH), { verdict: 'wrong' });
});

test('the other sign is said to be that', () => {
  for (const text of ['-0.4621', '-0.4622', '-6/13']) {
    assert.deepEqual(marked(text, TRUTH), close('sign'), text);
  }
  assert.deepEqual(marked('0.25', -0.25), close('sign'));
});

test('anything else is wrong', () => {
  for (const text of ['0.7', '0.4', '-0.7', '46.21', '2']) {
    assert.deepEqual(marked(text, TRUTH), { verdict: 'wrong' }, text);
  }
  assert.deepEqual(marked('0.1', 0), { verdict: 'wrong' });
});

/** A float64 as an exact fraction: numerator over a power of two. @param {number} value @returns {[bigint, bigint]} */
function exactly(value) {
  let [mantissa, power] = [value, 0];
  while (!Number.isInteger(mantissa)) [mantissa, power] = [mantissa * 2, power + 1];
  return [BigInt(mantissa), 2n ** BigInt(power)];
}

const size = (/** @type {bigint} */ value) => (value < 0n ? -value : value);

/**
 * How far a decimal of `decimals` places is off the truth, in halves of its last digit, in exact arithmetic.
 * @param {bigint} units of the last digit
 * @param {number} decimals
 * @param {number} truth
 */
function halvesOff(units, decimals, truth) {
  const [above, below] = exactly(truth);
  // 2 |units / 10^d − above / below| 10^d
  return { above: 2n * size(units * below - above * 10n ** BigInt(decimals)), below };
}

/** The truth in units of 10^-d, cut towards 0. @param {number} truth @param {number} decimals */
function unitsOf(truth, decimals) {
  const [above, below] = exactly(truth);
  return (above * 10n ** BigInt(decimals)) / below;
}

/** As it is typed. @param {bigint} units @param {number} decimals */
function typedUnits(units, decimals) {
  const digits = String(size(units)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0n ? `-${text}` : text;
}

test('no wrong number is called right and no right rounding wrong, in 20,000 answers against exact fractions', () => {
  const random = numbersFrom(11);
  const counts = { right: 0, close: 0, wrong: 0 };
  for (let turn = 0; turn < 20000; turn++) {
    const truth = (2 * random() - 1) * 10 ** Math.floor(random() * 7 - 4);
    const decimals = Math.floor(random() * 9);
    const cut = unitsOf(truth, decimals);
    const units = cut + BigInt(Math.floor(random() * 9) - 4);
    const text = typedUnits(units, decimals);
    const { verdict, reason } = marked(text, truth);
    counts[verdict] += 1;
    const { above, below } = halvesOff(units, decimals, truth);
    const isRounded = above <= below;
    const digits = String(size(units)).length * Number(units !== 0n);
    const said = `${text} for ${truth}: ${verdict} ${reason ?? ''}`;
    assert.equal(verdict === 'right', isRounded && digits >= 2, said);
    if (isRounded && digits < 2) assert.equal(reason, 'digits', said);
    if (reason === 'cut') assert.ok(units === cut && !isRounded, said);
    if (reason === 'last') assert.ok(above > below && above <= 3n * below, said);
    if (reason === 'near') assert.ok(Math.abs(Number(text) - truth) <= 0.005 * Math.abs(truth), said);
    if (verdict === 'wrong') assert.ok(!isRounded, said);
    if (reason === 'sign') assert.equal(units < 0n, truth > 0, said);
  }
  for (const [verdict, count] of Object.entries(counts)) assert.ok(count > 1000, `${verdict}: ${count}`);
});

test('a fraction is right exactly where it is the value, in 5,000 of them', () => {
  const random = numbersFrom(3);
  const whole = () => 1 + Math.floor(random() * 99);
  for (let turn = 0; turn < 5000; turn++) {
    const [p, q, r, s] = [whole(), whole(), whole(), whole()];
    const isEqual = p * s === r * q;
    const { verdict } = marked(`${p}/${q}`, turn % 3 ? r / s : p / q);
    assert.equal(verdict === 'right', turn % 3 === 0 || isEqual, `${p}/${q} for ${r}/${s}`);
  }
});

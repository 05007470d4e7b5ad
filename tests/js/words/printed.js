/** @file Reads printed numbers back, and says whether they tell a number truly. Knows nothing of how they are printed. */

import assert from 'node:assert/strict';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** As near as a printed number comes, as a share of the number. */
const NEAR = 0.0501;

/** @param {string} text */
const plain = (text) => text.replace(/\u2212/g, '-').replace(/[\u2009\s]/g, '')
  .replace(/·10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, minus, digits) =>
    `e${minus ? '-' : ''}${[...digits].map((digit) => RAISED.indexOf(digit)).join('')}`);

/** Half a unit of the last printed digit. @param {string} text */
function roundingOf(text) {
  const [mantissa, exponent = '0'] = plain(text).split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 0.5000001 * 10 ** (Number(exponent) - decimals);
}

/**
 * A printed number is right: it is the rounded value, has its sign, is 0 only where that is, and comes within a twentieth.
 * @param {string} text
 * @param {number} value
 */
export function assertPrinted(text, value) {
  assert.equal(typeof text, 'string');
  if (text === '∞' || text === '−∞') {
    assert.equal(value, text === '∞' ? Infinity : -Infinity);
    return;
  }
  const printed = Number(plain(text));
  const told = `“${text}” for ${value}`;
  assert.ok(Number.isFinite(printed) && Number.isFinite(value), told);
  assert.equal(printed === 0, value === 0, told);
  assert.ok(!/^[−-][0.]*$/.test(text), told);
  assert.ok(printed === 0 || Math.sign(printed) === Math.sign(value), told);
  const size = Math.abs(value);
  assert.ok(Math.abs(printed - value) <= Math.max(roundingOf(text), Number.EPSILON * size, Number.MIN_VALUE), `${told}, rounded`);
  assert.ok(Math.abs(printed - value) <= Math.max(NEAR * size, Number.MIN_VALUE), `${told}, near`);
}

/**
 * A value in a table's own units is right: rounded to what a hundredth of a step on the plane is, with the axis' name and unit.
 * @param {string} text
 * @param {import('../../../static/js/types.js').Axis} axis
 * @param {number} at on the plane
 * @param {boolean} [isNamed]
 */
export function assertOwn(text, { name, unit, offset, factor }, at, isNamed = false) {
  const [before, after] = [isNamed && name ? `${name} ` : '', unit ? ` ${unit}` : ''];
  assert.ok(text.startsWith(before) && text.endsWith(after), text);
  const number = text.slice(before.length, text.length - after.length);
  const [printed, own] = [Number(plain(number)), offset + factor * at];
  // Large ones are told by two digits.
  assert.ok(Math.abs(printed - own) <= Math.max(factor / 100, Math.abs(own) >= 1e7 ? roundingOf(number) : 0), `“${text}” for ${own}`);
}

/**
 * A share in per cent is right: rounded, and 0% or 100% only where it is.
 * @param {string} text
 * @param {number} share
 */
export function assertShare(text, share) {
  const told = `“${text}” for a share of ${share}`;
  const [, sign, digits] = /^([<>]?)([\d.]+)%$/.exec(text) ?? assert.fail(told);
  const printed = Number(digits) / 100;
  if (sign === '<') assert.ok(share > 0 && share < printed, told);
  else if (sign === '>') assert.ok(share < 1 && share > printed, told);
  else {
    assert.ok(Math.abs(printed - share) <= 0.5000001 * 10 ** -(2 + (digits.split('.')[1]?.length ?? 0)), told);
    assert.equal(printed === 0, share === 0, told);
    assert.equal(printed === 1, share >= 1, told);
  }
}

/** A count, printed with its thousands apart. @param {string} text @param {number} count */
export const assertCount = (text, count) => assert.equal(Number(plain(text)), count, `“${text}” for ${count}`);

/** Numbers as they stand in a text. @param {string} text */
export const numbersIn = (text) => text.match(/[−<>]?\d[\d.\u2009]*(?:·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?/g)?.map((found) => found.replace(/\.$/, '')) ?? [];

/**
 * @file A sheet: a network with its numbers, and the true value of everything that is to be worked out on it.
 */
import { evaluate } from './expression.js';
import { afterUpdate, velocityOf } from './keys.js';
import { quantitiesOf } from './quantities.js';
import { parameterKeys } from './setup.js';

/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./setup.js').Setup} Setup */
/** @typedef {import('./setup.js').Numbers} Numbers */

/**
 * @typedef {object} Sheet
 * @property {Setup} setup
 * @property {Numbers} numbers what is given
 * @property {Quantity[]} quantities all that are asked for, in order
 * @property {Map<string, Quantity>} byKey the pass with the new weights too
 * @property {(key: string) => number} valueOf of a quantity or of what is given; float64
 */

/** @param {Setup} setup @param {Numbers} numbers @returns {Sheet} */
export function createSheet(setup, numbers) {
  const rows = quantitiesOf(setup);
  const values = valuesOf(rows, numbers);
  return {
    setup,
    numbers,
    quantities: rows.filter(({ isAsked }) => isAsked),
    byKey: new Map(rows.map((row) => [row.key, row])),
    valueOf: (key) => values.get(key) ?? numbers[key] ?? 0,
  };
}

/** @param {readonly Quantity[]} rows @param {Numbers} numbers */
function valuesOf(rows, numbers) {
  /** @type {Map<string, number>} */
  const values = new Map();
  const valueOf = (/** @type {string} */ key) => values.get(key) ?? numbers[key] ?? 0;
  for (const { key, formula } of rows) values.set(key, evaluate(formula, valueOf));
  return values;
}

/** The numbers that the next step begins with. @param {Sheet} sheet @returns {Numbers} */
export function nextNumbers({ setup, numbers, valueOf }) {
  const next = { ...numbers };
  for (const key of parameterKeys(setup)) {
    next[key] = valueOf(afterUpdate(key));
    if (setup.optimizer === 'momentum') next[velocityOf(key)] = valueOf(afterUpdate(velocityOf(key)));
  }
  return next;
}

/**
 * Several updates, one after the other.
 * @param {Setup} setup
 * @param {Numbers} numbers
 * @param {number} updates
 * @param {(step: number, valueOf: (key: string) => number) => void} tell of steps 0 (before any) to `updates`
 * @returns {Numbers} after the last
 */
export function runUpdates(setup, numbers, updates, tell) {
  const rows = quantitiesOf(setup);
  let now = numbers;
  for (let step = 0; step <= updates; step++) {
    const values = valuesOf(rows, now);
    const given = now;
    const valueOf = (/** @type {string} */ key) => values.get(key) ?? given[key] ?? 0;
    tell(step, valueOf);
    if (step < updates) now = nextNumbers(/** @type {Sheet} */ ({ setup, numbers: given, valueOf }));
  }
  return now;
}

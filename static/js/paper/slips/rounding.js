/** @file What comes out when numbers are rounded on the way. */
import { evaluate, refsOf } from '../expression.js';

/** @typedef {import('./row.js').Quantity} Quantity */

/** Digits or decimals to which people round on the way. */
const KEPT = [2, 3, 4, 5];

/** @param {number} value @param {number} digits */
const toDigits = (value, digits) => Number(value.toPrecision(digits));
/** @param {number} value @param {number} decimals */
const toDecimals = (value, decimals) => Number(value.toFixed(decimals));

/**
 * @param {Quantity} quantity
 * @param {(key: string) => number} valueOf
 * @returns {number[]} what follows when everything that goes in was rounded so
 */
export function roundedOnTheWay({ formula }, valueOf) {
  const keys = refsOf(formula);
  if (!keys.every((key) => Number.isFinite(valueOf(key)))) return [];
  return KEPT.flatMap((kept) => [toDigits, toDecimals].map((round) => evaluate(formula, (key) => round(valueOf(key), kept))));
}

/**
 * @file A column of numbers in few bytes, to the last bit: as whole numbers of their last decimal where all have few
 * decimals, as numbers placed by hand do; else as they are.
 */

import { FaultError } from './faults.js';

/** @typedef {import('./bytes.js').Reader} Reader */
/** @typedef {import('./bytes.js').Writer} Writer */

const MOST_DECIMALS = 12;
const AS_THEY_ARE = 255;
/** Whole numbers of six bytes are exact. */
const WIDEST = 6;

/** The number with so many units of its last decimal, which JavaScript reads from text to the nearest. @param {number} units @param {number} decimals */
const fromUnits = (units, decimals) => Number(`${units}e-${decimals}`);

/** The units of each number, null where it has more decimals than that. @param {ArrayLike<number>} values @param {number} decimals */
function unitsOf(values, decimals) {
  /** @type {number[]} */
  const units = [];
  for (let index = 0; index < values.length; index += 1) {
    const unit = Math.round(values[index] * 10 ** decimals);
    if (!Number.isSafeInteger(unit) || !Object.is(fromUnits(unit, decimals), values[index])) return null;
    units.push(unit);
  }
  return units;
}

/** @param {Writer} writer @param {ArrayLike<number>} values */
export function writeColumn(writer, values) {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const units = unitsOf(values, decimals);
    if (!units) continue;
    const [least, most] = units.reduce(([a, b], unit) => [Math.min(a, unit), Math.max(b, unit)], [Infinity, -Infinity]);
    const range = units.length > 0 ? most - least : 0;
    const size = range > 0 ? Math.ceil(Math.log2(range + 1) / 8) : 0;
    if (size > WIDEST) break;
    writer.byte(decimals);
    writer.byte(size);
    writer.byte(least < 0 ? 1 : 0);
    writer.count(units.length > 0 ? Math.abs(least) : 0);
    writer.wholes(units.map((unit) => unit - least), size);
    return;
  }
  writer.byte(AS_THEY_ARE);
  writer.floats(values);
}

/** @param {Reader} reader @param {number} length @returns {ArrayLike<number>} */
export function readColumn(reader, length) {
  const decimals = reader.byte();
  if (decimals === AS_THEY_ARE) return reader.floats(length);
  const size = reader.byte();
  if (decimals > MOST_DECIMALS || size > WIDEST) throw new FaultError('a column of its points can’t be read');
  const sign = reader.byte() === 1 ? -1 : 1;
  const least = sign * reader.count();
  return reader.wholes(length, size).map((offset) => fromUnits(least + offset, decimals));
}

/**
 * @file A column of numbers in few bytes, to the last bit: as whole numbers of their last decimal where all have few
 * decimals, as numbers placed by hand do, or had them in the units of a table; else as they are.
 */

import { createWriter } from './bytes.js';
import { FaultError } from './faults.js';

/** @typedef {import('./bytes.js').Reader} Reader */
/** @typedef {import('./bytes.js').Writer} Writer */

/** A place on the plane is where a table's number lies: own = offset + factor × place. @typedef {{offset: number, factor: number}} Scale */

const MOST_DECIMALS = 12;
const AS_THEY_ARE = 255;
const IN_OWN_UNITS = 254;
/** Of a number in a table's units; with more, its place is as short. */
const MOST_DIGITS = 12;
/** Offset and factor take 16 bytes: so few numbers are shorter as they are. */
const LEAST_OF_A_TABLE = 4;
/** Whole numbers of six bytes are exact. */
const WIDEST = 6;

/** @param {Scale} scale */
const isPlain = ({ offset, factor }) => offset === 0 && factor === 1;

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

/** Whole numbers of their last decimal; whether they could be written so. @param {Writer} writer @param {ArrayLike<number>} values */
function writeUnits(writer, values) {
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
    return true;
  }
  return false;
}

/** From a table's units to the plane, bit for bit as tables are brought there. @param {Scale} scale @param {number} own */
const placeOf = ({ offset, factor }, own) => (own - offset) / factor;

/** The shortest number in a table's units that lies at this place; null where none of few digits does. @param {Scale} scale @param {number} place */
function ownAt(scale, place) {
  const near = scale.offset + scale.factor * place;
  for (let digits = 1; digits <= MOST_DIGITS; digits += 1) {
    const own = Number(near.toPrecision(digits));
    if (Object.is(placeOf(scale, own), place)) return own;
  }
  return null;
}

/**
 * A table's numbers have few decimals where their places have none: those that lie elsewhere now follow as they are.
 * @param {Writer} writer
 * @param {ArrayLike<number>} values
 * @param {Scale} scale
 */
function writeOwn(writer, values, scale) {
  const owns = Array.from(values, (value) => ownAt(scale, value));
  const moved = owns.flatMap((own, at) => (own === null ? [at] : []));
  const known = owns.find((own) => own !== null) ?? 0;
  if (moved.length > owns.length / 4) return false;
  const inner = createWriter();
  if (!writeUnits(inner, owns.map((own) => own ?? known))) return false;
  writer.byte(IN_OWN_UNITS);
  writer.floats([scale.offset, scale.factor]);
  writer.count(moved.length);
  for (const at of moved) writer.count(at);
  writer.floats(moved.map((at) => values[at]));
  for (const byte of inner.done()) writer.byte(byte);
  return true;
}

/**
 * @param {Writer} writer
 * @param {ArrayLike<number>} values
 * @param {Scale | null} [scale] of the table that they are of
 */
export function writeColumn(writer, values, scale = null) {
  if (scale && values.length > LEAST_OF_A_TABLE && !isPlain(scale) && writeOwn(writer, values, scale)) return;
  if (writeUnits(writer, values)) return;
  writer.byte(AS_THEY_ARE);
  writer.floats(values);
}

/** @param {Reader} reader @param {number} length @param {number} decimals */
function readUnits(reader, length, decimals) {
  const size = reader.byte();
  if (decimals > MOST_DECIMALS || size > WIDEST) throw new FaultError('a column of its points can’t be read');
  const sign = reader.byte() === 1 ? -1 : 1;
  const least = sign * reader.count();
  return reader.wholes(length, size).map((offset) => fromUnits(least + offset, decimals));
}

/** @param {Reader} reader @param {number} length */
function readOwn(reader, length) {
  const [offset, factor] = reader.floats(2);
  const count = reader.count();
  if (count > length) throw new FaultError('a column of its points can’t be read');
  const moved = Array.from({ length: count }, () => reader.count());
  const values = reader.floats(count);
  const places = readUnits(reader, length, reader.byte()).map((own) => placeOf({ offset, factor }, own));
  moved.forEach((at, index) => {
    if (at >= length) throw new FaultError('a column of its points can’t be read');
    places[at] = values[index];
  });
  return places;
}

/** @param {Reader} reader @param {number} length @returns {ArrayLike<number>} */
export function readColumn(reader, length) {
  const form = reader.byte();
  if (form === AS_THEY_ARE) return reader.floats(length);
  return form === IN_OWN_UNITS ? readOwn(reader, length) : readUnits(reader, length, form);
}

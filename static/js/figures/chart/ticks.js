/**
 * Where the grid lines of the cost curve stand, and how far its scales reach.
 */

import { formatScientific } from '../../ui/format.js';

const ROOM = 1.12;
const LEAST_COST = 1e-12;
/** A curve that stays at one value gets this much room above and below, as a factor. */
const FLAT = 2;
/** Outside these, a tick is written as a power of ten. */
const [SMALL, LARGE] = [1e-3, 1e5];

/** @typedef {[number, number]} Range */

/**
 * The range of a logarithmic scale: the data's with a little room; never empty.
 * @param {number} least smallest value above zero
 * @param {number} most
 * @returns {Range}
 */
export function logRange(least, most) {
  const low = Math.max(LEAST_COST, least);
  const high = Math.max(low, most);
  return high / low < FLAT ? [low / FLAT, high * FLAT] : [low / ROOM, high * ROOM];
}

/**
 * The range of a linear scale: from zero.
 * @param {number} most
 * @returns {Range}
 */
export function linearRange(most) {
  return [0, most > 0 ? most * ROOM : 1];
}

/** Which values of a decade are marked, from few to many. */
const MARKED = [[1, 3], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]];
/** With fewer a scale can hardly be read. */
const ENOUGH = 3;

/** From one alone no scale can be read: even a low curve has two where they are apart. */
const FEWEST = 2;

/** Of the room that a tick needs, what lies between two at least. */
const LEAST_APART = 0.7;

/**
 * 1, 3, 10, 30 ... within the range; more where a short range has few of these, fewer where they would be too many.
 * @param {Range} range
 * @param {number} room for how many ticks there is, in full and in part; one is there even where it is short
 * @returns {number[]}
 */
export function logTicks([low, high], room) {
  const most = Math.max(FEWEST, Math.floor(room));
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const decades = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const inside = (/** @type {number} */ value) => value >= low && value <= high;
  // On this scale marks are not evenly apart: from 0.5 to 1 it is nearer than from 0.1 to 0.5.
  const areApart = (/** @type {number[]} */ ticks) => ticks.every((tick, at) => (
    at === 0 || (Math.log(tick / ticks[at - 1]) / Math.log(high / low)) * room >= LEAST_APART));
  const marked = MARKED.map((marks) => decades.flatMap((power) => marks.map((mark) => mark * 10 ** power)).filter(inside))
    .filter((ticks) => ticks.length > 0);
  const fitting = marked.filter((ticks) => ticks.length <= most && areApart(ticks));
  const fine = fitting.find((ticks) => ticks.length >= ENOUGH) ?? fitting.at(-1);
  if (fine) return fine;
  const coarse = decades.map((power) => 10 ** power).filter(inside);
  if (coarse.length === 0) return marked.slice(0, 1).map((ticks) => /** @type {number} */ (ticks.at(-1)));
  if (coarse.length <= most && areApart(coarse)) return coarse;
  const every = Math.ceil(coarse.length / Math.max(1, Math.floor(room)));
  return coarse.filter((_, index) => index % every === 0);
}

/**
 * Round values from zero.
 * @param {Range} range
 * @param {number} room for how many above zero there is; one is there even where it is short
 * @returns {number[]}
 */
export function linearTicks([, high], room) {
  const raw = high / Math.max(1, Math.floor(room));
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = unit * /** @type {number} */ ([1, 2, 5, 10].find((factor) => factor * unit >= raw));
  return Array.from({ length: Math.floor(high / step + 1e-9) }, (_, index) => (index + 1) * step);
}

/**
 * A tick's value in the fewest digits.
 * @param {number} value
 */
export function tickText(value) {
  if (value >= LARGE || value < SMALL) return formatScientific(value, 0).replace(/^1\u00b7/, '');
  return String(Number(value.toPrecision(6)));
}

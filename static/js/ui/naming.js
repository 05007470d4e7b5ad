/**
 * What points are called: classes by their marks and places by the plane's numbers, or all in the names and units of the table
 * that they were taken from.
 */
import { formatCount, formatNumber } from './format.js';
import { CLASS_NAMES } from './shapes.js';

/** @typedef {import('../types.js').Axis} Axis */
/** @typedef {{at: number, text: string}} Tick   `at`: its place on the plane */
/** @typedef {{x1: number, x2: number, more?: readonly number[]}} Place   `more`: further coordinates, where it has any */

/**
 * @typedef {object} Naming
 * @property {readonly string[]} classes four names
 * @property {boolean} isOwn whether they are a table's
 * @property {(place: Place) => string[]} place its coordinates, each with the name of its axis where that has one
 * @property {(place: Place) => string[]} coordinates the same without names
 * @property {readonly Axis[]} more further columns, x3 and so on
 * @property {(target: number) => string} height a real target
 * @property {{x1: string, x2: string}} axes names of the axes; empty where they have none
 * @property {((extent: number) => {x1: Tick[], x2: Tick[]}) | null} ticks null: whole numbers
 */

/** @type {Naming} */
export const PLAIN_NAMING = Object.freeze({
  classes: CLASS_NAMES,
  isOwn: false,
  place: ({ x1, x2, more = [] }) => [x1, x2, ...more].map((at) => formatNumber(at)),
  coordinates: ({ x1, x2, more = [] }) => [x1, x2, ...more].map((at) => formatNumber(at)),
  more: [],
  height: (target) => formatNumber(target),
  axes: { x1: '', x2: '' },
  ticks: null,
});

/** What is told of a place is as fine as this share of the plane. */
const FINE = 0.01;
const MOST_DECIMALS = 6;
/** At most so many ticks beside an axis. */
const MOST_TICKS = 7;
/** Beyond this, own values are written as powers of ten. */
const LARGEST = 1e7;
/** Ticks keep this share of the plane away from its corners. */
const RIM = 0.9;

/** Digits behind the point that tell steps of this size apart. @param {number} step */
const decimalsOf = (step) => Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));

/** @param {number} value @param {number} decimals */
function ownNumber(value, decimals) {
  const size = Math.abs(value);
  if (size >= LARGEST || (size > 0 && size < 10 ** -MOST_DECIMALS)) return formatNumber(value);
  if (decimals === 0) return formatCount(value).replace(/^\u22120$/, '0');
  const text = size.toFixed(decimals).replace(/\.?0+$/, '');
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** A value in own units, such as "4.2 cm". @param {Axis} axis @param {number} at on the plane */
export function ownText({ offset, factor, unit }, at) {
  const text = ownNumber(offset + factor * at, decimalsOf(factor * FINE));
  return unit ? `${text} ${unit}` : text;
}

/** A step of 1, 2 or 5 times a power of ten, of which at most so many fit. @param {number} range */
function niceStep(range) {
  const rough = range / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10);
}

/**
 * Round own values beside an axis; the last carries the unit.
 * @param {Axis} axis
 * @param {number} extent of the plane, each way
 * @returns {Tick[]}
 */
export function ownTicks({ offset, factor, unit }, extent) {
  const [low, high] = [offset - factor * extent * RIM, offset + factor * extent * RIM];
  const step = niceStep(high - low);
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  if (!Number.isFinite(step) || step <= 0 || !(last - first < 2 * MOST_TICKS)) return [];
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = (first + index) * step;
    return { at: (value - offset) / factor, text: ownNumber(value, decimalsOf(step)) };
  });
  const end = ticks.at(-1);
  if (end && unit) end.text = `${end.text} ${unit}`;
  return ticks;
}

/** What a table calls an input that is one of its columns; null where it has no name for it. @param {Naming} naming @param {string} feature */
export function inputName({ axes, more }, feature) {
  const place = /^x[1-7]$/.test(feature) ? Number(feature[1]) - 1 : -1;
  return [axes.x1, axes.x2, ...more.map(({ name }) => name)][place] || null;
}

/** A further column that no table names. @type {Axis} */
const UNNAMED = { name: '', unit: '', offset: 0, factor: 1 };

/** @type {WeakMap<import('../types.js').TakenTable, Naming>} */
const namings = new WeakMap();

/** @param {import('../types.js').TakenTable | null} table the same naming for the same table @returns {Naming} */
export function namingOf(table) {
  if (!table) return PLAIN_NAMING;
  const known = namings.get(table);
  if (known) return known;
  const { axes: { x1, x2, target, more = [] }, classes } = table;
  /** @param {Place} place */
  const axesOf = (place) => /** @type {[Axis, number][]} */ (
    [[x1, place.x1], [x2, place.x2], ...(place.more ?? []).map((at, index) => [more[index] ?? UNNAMED, at])]);
  /** @param {Axis} axis @param {number} at */
  const coordinate = (axis, at) => `${axis.name ? `${axis.name} ` : ''}${ownText(axis, at)}`;
  const naming = Object.freeze({
    classes: CLASS_NAMES.map((name, index) => classes[index] ?? name),
    isOwn: true,
    place: (/** @type {Place} */ place) => axesOf(place).map(([axis, at]) => coordinate(axis, at)),
    coordinates: (/** @type {Place} */ place) => axesOf(place).map(([axis, at]) => ownText(axis, at)),
    more,
    height: (/** @type {number} */ height) => (target ? ownText(target, height) : formatNumber(height)),
    axes: { x1: x1.name, x2: x2.name },
    ticks: (/** @type {number} */ extent) => ({ x1: ownTicks(x1, extent), x2: ownTicks(x2, extent) }),
  });
  namings.set(table, naming);
  return naming;
}

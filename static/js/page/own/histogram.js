/**
 * How a column's numbers are spread, as bars of the classes upon each other.
 */
import { numberOf } from '../../data/cell_numbers.js';
import { spreadOf } from '../../data/scaling.js';
import { makeSvg } from '../../ui/dom.js';

const [WIDTH, HEIGHT, GAP] = [120, 32, 1];
const BINS = 20;

/** Columns that were read, by the rows that they are in. @type {WeakMap<readonly import('../../data/separated.js').Row[], Map<string, number[]>>} */
const known = new WeakMap();

/**
 * A column's numbers, NaN where there is none: read once, of all rows.
 * @param {import('../../data/table.js').Table} table
 * @param {number} at
 */
export function valuesOf({ rows, mark }, at) {
  const columns = known.get(rows) ?? new Map();
  known.set(rows, columns);
  const key = `${at}${mark}`;
  const read = columns.get(key) ?? rows.map(({ cells }) => {
    const value = numberOf(cells[at] ?? '', mark);
    return typeof value === 'number' ? value : NaN;
  });
  columns.set(key, read);
  return read;
}

/**
 * @param {number[]} values of a column, NaN where there is none
 * @param {(number | null)[]} classes of the same rows; null: none
 */
export function histogramOf(values, classes) {
  const numbers = values.filter((value) => !Number.isNaN(value));
  const { least, most } = spreadOf(numbers);
  const width = most / BINS - least / BINS;
  /** Counts by class, from below. @type {number[][]} */
  const bins = Array.from({ length: BINS }, () => [0, 0, 0, 0, 0]);
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const bin = width > 0 ? Math.min(BINS - 1, Math.floor((value - least) / width)) : 0;
    bins[bin][classes[row] ?? 4] += 1;
  });
  return { bins, least, most, count: numbers.length };
}

/** @param {ReturnType<typeof histogramOf>} histogram */
export function histogramPicture({ bins }) {
  const highest = Math.max(1, ...bins.map((bin) => bin.reduce((sum, count) => sum + count, 0)));
  const pitch = WIDTH / BINS;
  const paths = [0, 1, 2, 3, 4].map((index) => {
    let d = '';
    bins.forEach((bin, at) => {
      const below = bin.slice(0, index).reduce((sum, count) => sum + count, 0);
      const [top, height] = [HEIGHT * (1 - (below + bin[index]) / highest), (HEIGHT * bin[index]) / highest];
      if (height > 0) d += `M${(at * pitch).toFixed(1)} ${top.toFixed(1)}h${(pitch - GAP).toFixed(1)}v${height.toFixed(1)}h-${(pitch - GAP).toFixed(1)}z`;
    });
    return makeSvg('path', { class: index < 4 ? `filled class-${index}` : 'nobody', d });
  });
  return makeSvg('svg', { class: 'histogram glyph', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' }, ...paths);
}

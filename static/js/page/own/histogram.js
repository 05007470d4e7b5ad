/**
 * How a column's numbers are spread, as bars of the classes upon each other.
 */
import { numberOf } from '../../data/cell_numbers.js';
import { spreadOf } from '../../data/scaling.js';
import { makeSvg } from '../../ui/dom.js';

const [WIDTH, HEIGHT, GAP] = [120, 32, 1];
const BINS = 20;

/**
 * @param {object} column
 * @param {string[]} column.cells
 * @param {(number | null)[]} column.classes of the same rows; null: none
 * @param {import('../../data/cell_numbers.js').Mark} column.mark
 */
export function histogramOf({ cells, classes, mark }) {
  const values = cells.map((cell) => numberOf(cell, mark));
  const numbers = values.filter((value) => typeof value === 'number');
  const { least, most } = spreadOf(numbers);
  const width = most / BINS - least / BINS;
  /** Counts by class, from below. @type {number[][]} */
  const bins = Array.from({ length: BINS }, () => [0, 0, 0, 0, 0]);
  values.forEach((value, row) => {
    if (typeof value !== 'number') return;
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

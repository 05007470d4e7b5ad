/**
 * @file What is said of many seeds, with what it claims.
 */
import { formatCost, formatCount } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';
import { SEEDS, endOf, quantile } from './luck.js';

/** @typedef {import('./luck.js').SeedRun} SeedRun */
/** @typedef {import('./luck.js').Field} Field */

/** @param {readonly SeedRun[]} runs @param {Field} field */
const endsOf = (runs, field) => runs.filter(({ broken }) => broken === null).map((run) => endOf(run, field)).filter(Number.isFinite).sort((a, b) => a - b);

/** @param {Field} field */
export const costName = (field) => (field === 'test_cost' ? 'test cost' : 'train cost');

/** @param {readonly SeedRun[]} runs @param {Field} field */
export function luckWords(runs, field) {
  const ends = endsOf(runs, field);
  if (ends.length === 0) return said('The first seed is on its way.', { that: 'no seed yet' });
  const [least, middle, most] = [ends[0], quantile(ends, 0.5), ends[ends.length - 1]];
  const broken = runs.length - ends.length;
  const steps = Math.max(...runs.map(({ frames }) => frames[frames.length - 1].step));
  return together(
    said(`After ${formatCount(steps)} steps the ${costName(field)} lies between ${formatCost(least)} and ${formatCost(most)}, in the middle at ${formatCost(middle)}.`,
      { that: 'ends of seeds', field, least: formatCost(least), most: formatCost(most), middle: formatCost(middle) }),
    ends.length < 2 ? said('') : said(`Half of the seeds end between ${formatCost(quantile(ends, 0.25))} and ${formatCost(quantile(ends, 0.75))}: a difference between two runs that is no larger may be chance.`,
      { that: 'half of seeds', field, low: formatCost(quantile(ends, 0.25)), high: formatCost(quantile(ends, 0.75)) }),
    broken > 0 ? said(`${formatCount(broken)} of ${formatCount(runs.length)} stopped: not a number.`, { that: 'seeds broken', count: broken, of: runs.length }) : said(''),
  );
}

/** @param {number} count */
export const countWords = (count) => (count < SEEDS ? `${count} of ${SEEDS} seeds` : `${SEEDS} seeds`);

/**
 * What branches are called, and what is said of them.
 */
import { firstStep, newestStep, visitAt } from '../../state/chronicle/lines.js';
import { differences } from '../../state/moment.js';
import { samePoints } from '../../state/points.js';
import { formatCost, formatCount } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */
/** @typedef {import('../../types.js').Options} Options */

/** The name of a chosen value, such as "Adam". @param {Options | null} options @param {string} field @param {unknown} value */
function valueWords(options, field, value) {
  const choices = /** @type {Record<string, Record<string, {title?: string}>> | null} */ (/** @type {unknown} */ (options));
  if (field === 'learning_rate') return `rate ${typedNumber(Number(value))}`;
  const title = choices?.[field]?.[String(value)]?.title;
  if (title) return title;
  return typeof value === 'number' ? `${field.replaceAll('_', ' ')} ${typedNumber(value)}` : null;
}

/** What a branch does otherwise than the one that it left, from its first step on. @param {Line} line @param {Options | null} options */
function changeWords(line, options) {
  const { parent, from, stretches } = line;
  const before = parent && visitAt(parent, from)?.stretch;
  const own = stretches.findLast((stretch) => stretch.from === from) ?? stretches[0];
  if (!before || !own) return null;
  const changed = Object.entries(differences(before.experiment, own.experiment));
  const words = changed.map(([field, value]) => valueWords(options, field, value)).filter(Boolean);
  if (words.length > 0) return words.slice(0, 2).join(', ');
  if (changed.length > 0) return 'other network';
  return samePoints(before.points, own.points) ? null : 'other points';
}

/** @param {Line} line @param {Options | null} options */
export function nameOf(line, options) {
  if (line.name) return line.name;
  if (!line.parent) return 'first';
  return changeWords(line, options) ?? `from ${formatCount(line.from)}`;
}

/** @param {Line} line */
const costOf = (line) => visitAt(line, newestStep(line))?.frame.train_cost ?? NaN;

/** How many steps are a branch's own. @param {Line} line */
export const ownSteps = (line) => newestStep(line) - (line.parent ? line.from : firstStep(line));

/** Where a branch came from and where it stands. @param {Line} line @param {Options | null} options */
export function factsOf(line, options) {
  const cost = costOf(line);
  const left = line.parent ? `left “${nameOf(line.parent, options)}” at step ${formatCount(line.from)}; ` : '';
  return `${left}step ${formatCount(newestStep(line))}${Number.isFinite(cost) ? `, train cost ${formatCost(cost)}` : ''}`;
}

/** What is kept, in a heading. @param {number} count */
export const waysWords = (count) => (count === 1 ? 'One way so far' : `${formatCount(count)} branches`);

/**
 * @file What is said of a place that was chosen on the mountain, and of ways down.
 */
import { formatCost, formatNumber } from '../../ui/format.js';
import { said } from '../../words/sentence.js';
import { STEPS } from './walks.js';

/** @param {{u: number, v: number, cost: number} | null} chosen @returns {import('../../words/sentence.js').Sentence} */
export function chosenWords(chosen) {
  if (!chosen) return said('Click a place of the land to put the network there, or to see ways down from it.');
  const [u, v] = [chosen.u, chosen.v].map((value) => formatNumber(value));
  if (!Number.isFinite(chosen.cost)) return said(`At (${u}, ${v}) the cost overflows.`, { that: 'chosen', u, v, cost: null });
  const cost = formatCost(chosen.cost);
  return said(`At (${u}, ${v}) the cost is ${cost}.`, { that: 'chosen', u, v, cost });
}

/** @param {readonly import('./walks.js').Walk[]} walks @returns {import('../../words/sentence.js').Sentence} */
export function walksWords([first]) {
  if (!first) return said('');
  const cost = formatCost(first.stops[0].cost);
  return said(`${STEPS} steps over all training points at once, from ${cost}, in all directions: drawn is what the slice shows of them.`,
    { that: 'walks', steps: String(STEPS), cost });
}

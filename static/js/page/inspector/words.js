/**
 * What the inspector says: what a parameter connects, whose pass it is looked through, how the nudging agreed.
 */
import { neuronName } from '../../figures/network/describe.js';
import { formatNumber, formatScientific } from '../../ui/format.js';
import { plainNumber } from '../../trace/printed.js';
import { pointTitle } from '../point_words.js';

/** @typedef {import('../../trace/chain.js').Parameter} Parameter */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** Agreement that central differences in float64 can be asked for. */
const AGREES = 1e-6;
/** Below this a derivative is lost in the rounding of the cost. */
const NOTHING = 1e-9;

/** @param {Parameter} parameter @param {Architecture} architecture */
export function placeWords({ layer, neuron, source }, architecture) {
  const to = neuronName(layer, neuron, architecture);
  return source === null ? `bias of ${to}` : `${neuronName(layer - 1, source, architecture)} → ${to}`;
}

/** @param {import('../../types.js').Point} point @param {import('../../types.js').Task} task */
export function throughWords(point, task) {
  const title = pointTitle(point, task);
  return `Looked at through the pass of ${title[0].toLowerCase()}${title.slice(1)}.`;
}

/**
 * @param {{numerical: number, analytic: number, relative_error: number, nudge: number, kink: boolean}} check
 * @param {boolean} isBias
 * @returns {{agrees: boolean, words: string}}
 */
export function checkWords({ numerical, analytic, relative_error: error, nudge, kink }, isBias) {
  const moved = `with the ${isBias ? 'bias' : 'weight'} moved by ±${formatScientific(nudge, 0)}, `
    + `the cost changes at ${plainNumber(numerical, 7)}`;
  if (kink) {
    return {
      agrees: false,
      words: `Checked by nudging: ${moved}. A neuron’s sum crosses 0 on the way, where its curve has a kink, so the two need not agree.`,
    };
  }
  const isNothing = Math.abs(numerical) < NOTHING && Math.abs(analytic) < NOTHING;
  if (isNothing) return { agrees: true, words: `Checked by nudging: ${moved}, which is nothing but rounding.` };
  const difference = error === 0 ? 'They are equal' : `Relative difference ${formatScientific(error, 0)}`;
  if (error <= AGREES) return { agrees: true, words: `Checked by nudging: ${moved}. ${difference}.` };
  return {
    agrees: false,
    words: `Checked by nudging: ${moved}. ${difference}: so small a change drowns in the rounding of a cost of this size.`,
  };
}

/**
 * The mean over the batch, and what the penalty adds.
 * @param {{batch_derivative: number | null, penalty_derivative: number | null, contributions: unknown[] | null}} inspection
 */
export function batchWords({ batch_derivative: mean, penalty_derivative: penalty, contributions }) {
  if (mean === null || !contributions) return '';
  const pull = penalty ? ` (of that ${formatNumber(penalty, 4)} is the penalty’s)` : '';
  return `Mean over the ${contributions.length} points of the batch: ${plainNumber(mean)}${pull}.`;
}

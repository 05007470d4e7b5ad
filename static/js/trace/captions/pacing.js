/** @file What stands before an optimizer's rule where it was asked for: the rate of this very update, and clipping. */

import { isScheduled } from '../../network/schedules.js';
import { said } from '../../words/sentence.js';
import { digitsApart, plainNumber, settle, texNumber, texSetting } from '../printed.js';
import { clippedShare, isTyped } from './rule_lines.js';

/** @typedef {import('../types.js').TraceUpdate} TraceUpdate */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Calculation} Calculation */

/** η in numbers. @param {TraceUpdate} update @returns {Calculation} */
export const rateCalculation = ({ learning_rate: rate }) => (
  { symbol: '\\eta', factors: isTyped(rate) ? texSetting(rate) : texNumber(rate), result: null });

/** The rate of this update, where it goes by a schedule. @param {TraceUpdate} update @param {Experiment} experiment */
export function rateSentence({ learning_rate: rate }, experiment) {
  if (!isScheduled(experiment)) return said('');
  const [now, whole] = [plainNumber(rate), String(experiment.learning_rate)];
  const claim = { that: 'rate of the update', now, whole };
  return said(rate === experiment.learning_rate ? `At this step the rate is all of ${whole}.` : `At this step the rate is ${now}, of the ${whole} that was set.`, claim);
}

/** @param {TraceUpdate} update @param {Experiment} experiment */
export function clippingSentence({ clipping }, { largest_norm: longest }) {
  if (!clipping) return said('');
  const { norm: length, share } = clipping;
  const [norm, most] = [plainNumber(length, digitsApart(length, longest)), plainNumber(longest)];
  const claim = { that: 'gradient is clipped', norm, most, longer: length > longest, clipped: share < 1 };
  if (length > longest) return said(`All gradients together are ${norm} long; longer than ${most}, so each is shortened by the same share.`, claim);
  return share < 1 // by the millionth that PyTorch's rule adds to the norm
    ? said(`All gradients together are ${norm} long, as good as ${most}: a millionth at most is taken off.`, claim)
    : said(`All gradients together are ${norm} long, no longer than ${most}: nothing is clipped.`, claim);
}

/**
 * The line in which a gradient is shortened; none where it is not.
 * @param {TraceUpdate} update
 * @param {number} gradient   of one parameter
 * @returns {Calculation[]}
 */
export function clippingLines(update, gradient) {
  const share = clippedShare(update);
  if (share === 1) return [];
  const { digits, sign, result } = settle([gradient, share], ([g, by]) => g * by);
  return [{
    symbol: 'g', relation: '\\leftarrow', factors: `${texNumber(gradient, digits)}\\cdot${texNumber(share, digits)}`, sign, result: texNumber(result),
  }];
}

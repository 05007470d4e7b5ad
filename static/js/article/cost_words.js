/** @file What two costs make of three outputs, in a sentence. */

import { plainNumber } from '../trace/printed.js';
import { said } from '../words/sentence.js';

/** Shares of the right class beyond which an answer is called sure. */
const SURE = 0.9;

/**
 * @param {readonly number[]} outputs   that add up to 1
 * @param {number} truth
 * @param {{entropy: number, squares: number}} costs
 * @returns {import('../words/sentence.js').Sentence}
 */
export function costSentence(outputs, truth, costs) {
  const [share, entropy, squares] = [outputs[truth], costs.entropy, costs.squares].map((value) => plainNumber(value));
  const greatest = Math.max(...outputs);
  const best = outputs.flatMap((a, k) => (a === greatest ? [k] : []));
  const claims = [{ that: 'costs are', entropy, squares }];
  if (outputs[truth] < greatest) {
    return said(`Wrong: the truth got a probability of ${share}. Squared error is ${squares} and can\u2019t exceed 1 here; `
      + `cross-entropy is ${entropy} and would grow without limit.`, ...claims, { that: 'the answer is', what: 'wrong' }, { that: 'truth got', share });
  }
  if (best.length > 1) {
    return said(`Undecided: the truth got ${share}, and another class as much. Cross-entropy is ${entropy}, squared error ${squares}.`,
      ...claims, { that: 'the answer is', what: 'undecided' }, { that: 'truth got', share });
  }
  return outputs[truth] > SURE
    ? said(`Right and sure: cross-entropy is down to ${entropy}, squared error to ${squares}.`, ...claims, { that: 'the answer is', what: 'sure' })
    : said(`Right, but not sure: cross-entropy still asks for more, ${entropy} against ${squares}.`, ...claims, { that: 'the answer is', what: 'right' });
}

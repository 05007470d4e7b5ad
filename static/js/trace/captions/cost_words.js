/** @file What is said about the cost: whose it is, what it is measured against, and that everything runs backwards from here. */

import { OUTPUT_KINDS } from '../../network/output_kinds.js';
import { said, together } from '../../words/sentence.js';
import { plainNumber } from '../printed.js';
import { numberClaim } from './told.js';

/**
 * @param {import('../types.js').Subject} subject
 * @returns {{title: import('../../words/sentence.js').Sentence, sentences: import('../../words/sentence.js').Sentence[],
 *   spoken: import('../../words/sentence.js').Sentence}}
 */
export function costWords({ trace, experiment }) {
  const { cost } = trace;
  const levels = OUTPUT_KINDS[experiment.output].levels?.map((level) => plainNumber(level));
  const truth = experiment.task === 'classification'
    ? levels
      ? `Beside the output stands the truth y: ${levels[1]} for the class whose mark it bears, ${levels[0]} for the other.`
      : 'Beside the output stands the truth y: 1 for the true class, 0 for the others.'
    : 'Beside the output stands the truth y, the value that this point should get.';
  const hasPenalty = experiment.l1 > 0 || experiment.l2 > 0;
  return {
    title: said('The cost says how wrong that was'),
    sentences: [
      together(said(truth), said(`This is the cost of this point alone${hasPenalty ? ', without the penalty' : ''}.`,
        { that: 'cost is the point\u2019s own', penalty: hasPenalty })),
      cost === 0
        ? said('It is 0: the output is the truth itself, so there is nothing to share out on the way back.', { that: 'cost is 0' })
        : said('From here everything runs backwards: each number will ask how much of this cost is its doing.', { that: 'cost is not 0' }),
    ],
    spoken: said(`The cost of this point is ${plainNumber(cost)}.`, numberClaim('cost', cost)),
  };
}

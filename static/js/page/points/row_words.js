/**
 * A point's row in the table of points, in words.
 */
import { NONE } from '../../ui/format.js';
import { furtherName } from '../../network/features.js';
import { PLAIN_NAMING } from '../../ui/naming.js';
import { said } from '../../words/sentence.js';
import { answerText } from './point_words.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/**
 * Cell by cell.
 * @param {Point} point
 * @param {import('../../types.js').Experiment} experiment
 * @param {ArrayLike<number> | null} answer of the network
 * @param {import('../../ui/naming.js').Naming} [naming]
 * @returns {Record<'target' | 'use' | 'x1' | 'x2' | 'answer', Sentence> & Partial<Record<import('../../types.js').FeatureName, Sentence>>}
 */
export function rowWords(point, experiment, answer, naming = PLAIN_NAMING) {
  const isClass = experiment.task === 'classification';
  const target = isClass ? naming.classes[point.target] : naming.height(point.target);
  const place = naming.isOwn ? naming.coordinates(point) : PLAIN_NAMING.coordinates(point);
  return {
    target: said(target, isClass ? { that: 'class', class: target } : { that: 'height', height: target }),
    use: said(point.test ? 'testing' : 'training', { that: 'use', test: point.test }),
    x1: said(place[0], { that: 'coordinate', of: 'x1', at: place[0] }),
    ...Object.fromEntries(place.slice(2).map((at, index) => [furtherName(index), said(at, { that: 'coordinate', of: furtherName(index), at })])),
    x2: said(place[1], { that: 'coordinate', of: 'x2', at: place[1] }),
    answer: answer ? answerText(experiment, answer, naming) : said(NONE, { that: 'no answer' }),
  };
}

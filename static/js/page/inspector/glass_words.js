/**
 * What the inspector says: what a parameter connects, whose pass it is looked through, how the nudging agreed.
 */
import { neuronName } from '../../figures/network/describe.js';
import { plainNumber, settle } from '../../trace/printed.js';
import { formatScientific } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';
import { pointTitle } from '../points/point_words.js';

/** @typedef {import('../../trace/chain.js').Parameter} Parameter */
/** @typedef {import('../../trace/types.js').Inspection} Inspection */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** Agreement that central differences in float64 can be asked for. */
const AGREES = 1e-6;
/** Below this a derivative is lost in the rounding of the cost. */
const NOTHING = 1e-9;

/** @param {Parameter} parameter @param {Architecture} architecture */
export function placeWords({ layer, neuron, source }, architecture) {
  const to = neuronName(layer, neuron, architecture);
  return source === null ? `bias of ${to}` : `${neuronName(layer - 1, source, architecture)} → ${to}`;
}

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Task} Task */
/** @typedef {import('../../ui/naming.js').Naming} Naming */

/** "a circle at 0.50, −1.00". @param {Point} point @param {Task} task @param {Naming} [naming] */
function named(point, task, naming) {
  const title = pointTitle(point, task, naming);
  return `${title[0].toLowerCase()}${title.slice(1)}`;
}

/** @param {Point} point @param {Task} task @param {Naming} [naming] @returns {Sentence} */
export const throughWords = (point, task, naming) =>
  said(`Looked at through the pass of ${named(point, task, naming)}.`, { that: 'looks through', point: point.id });

/** The same of a neuron's numbers. @param {Point} point @param {Task} task @param {Naming} [naming] @returns {Sentence} */
export const looksThrough = (point, task, naming) =>
  said(`Its numbers are those of ${named(point, task, naming)}, in the large ring on the plane.`, { that: 'looks through', point: point.id });

/**
 * @param {Inspection['check']} check
 * @param {boolean} isBias
 * @returns {Sentence & {agrees: boolean}}
 */
export function checkWords({ numerical, analytic, relative_error: error, nudge, kink }, isBias) {
  const by = formatScientific(nudge);
  const printed = plainNumber(numerical, 7);
  const moved = `Checked by nudging: with the ${isBias ? 'bias' : 'weight'} moved by ±${by}`;
  const nudged = { that: 'nudging gives', by, printed };
  const verdict = (/** @type {boolean} */ agrees, /** @type {string} */ words, /** @type {string} */ because, difference = '') =>
    ({ ...said(`${moved}, ${words}`, nudged, { that: 'check', because, difference }), agrees });
  if (![numerical, analytic].every(Number.isFinite)) {
    return { ...said(`${moved}, the cost is more than the computer can hold, so there is nothing to compare.`, { that: 'check', because: 'overflow' }), agrees: false };
  }
  if (numerical === 0 && analytic === 0) return verdict(true, 'the cost does not change at all.', 'zero');
  const rate = `the cost changes at a rate of ${printed}`;
  if (kink) {
    return verdict(false, `${rate}. A neuron’s sum crosses 0 on the way, where its curve has a kink, so the two need not agree.`, 'kink');
  }
  if (Math.abs(numerical) < NOTHING && Math.abs(analytic) < NOTHING) return verdict(true, `${rate}, too little to tell from rounding.`, 'little');
  if (error === 0) return verdict(true, `${rate}. They are equal.`, 'equal');
  const difference = formatScientific(error);
  if (error <= AGREES) return verdict(true, `${rate}. Relative difference ${difference}.`, 'near', difference);
  return verdict(false, `${rate}. Relative difference ${difference}: either so small a change drowns in the rounding of the cost, or the `
    + 'cost curves on so short a way.', 'far', difference);
}

/**
 * The mean over the batch, and what the penalty adds.
 * @param {Pick<Inspection, 'batch_derivative' | 'penalty_derivative' | 'contributions'>} inspection
 * @returns {Sentence}
 */
export function batchWords({ batch_derivative: all, penalty_derivative: penalty, contributions }) {
  if (all === null || !contributions) return said('');
  const count = contributions.length;
  const whose = count === 1 ? 'This point is the whole batch, so the batch’s derivative is' : `Mean over the ${count} points of the batch:`;
  const batch = { that: 'batch of', count };
  if (!penalty) return said(`${whose} ${plainNumber(all)}.`, batch, { that: 'mean is', printed: plainNumber(all) });
  const mean = all - penalty;
  const { digits, sign } = settle([mean, penalty], ([one, other]) => one + other, { result: all });
  const [first, second, sum] = [plainNumber(mean, digits), plainNumber(penalty, digits), plainNumber(all)];
  return together(
    said(`${whose} ${first}.`, batch, { that: 'mean is', printed: first }),
    said(`With the penalty’s ${second} it is ${sign === '=' ? '' : 'about '}${sum}.`, { that: 'penalty adds', printed: second }, { that: 'sum is', printed: sum }),
  );
}

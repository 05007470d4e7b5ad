/**
 * What the note on the plane says of a run that diverged, from its cost curve.
 */
import { formatCost, formatCount } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';
import { said, together } from '../../words/sentence.js';

/** @typedef {import('../../types.js').State} State */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {import('./state.js').WayBack} WayBack */

/** A cost that grew by less is no sign of steps that are too large. */
const GREW = 2;

/**
 * The least cost since the last change, as those before it are of other points or settings, and the last one that was a
 * number.
 * @param {Pick<State['history'], 'steps' | 'train' | 'events'>} history
 */
function costsOf({ steps, train, events }) {
  const changed = events.at(-1)?.step ?? -1;
  let least = -1;
  let last = -1;
  train.forEach((cost, index) => {
    if (!Number.isFinite(cost) || steps[index] <= changed) return;
    last = index;
    if (least < 0 || cost < train[least]) least = index;
  });
  return least < 0 ? null : {
    least: { step: steps[least], cost: train[least] },
    last: { step: steps[last], cost: train[last] },
  };
}

/**
 * Whether it was a value that somebody typed, as training holds at the same rate without it.
 * @param {WayBack} way
 * @param {number} rate
 */
const isByHand = ({ by_hand: byHand, changes }, rate) => byHand && changes.learning_rate === rate;

/**
 * @param {Pick<State, 'history'> & {diverged: import('../../types.js').Divergence, way_back: WayBack | null}} broken
 * @returns {{title: Sentence, words: Sentence}}
 */
export function brokenWords({ history, diverged, way_back: way }) {
  if (way && isByHand(way, diverged.learning_rate)) {
    const step = formatCount(diverged.step);
    return {
      title: said('A weight was set too large.'),
      words: said(`With the value that was typed, the numbers overflowed at step ${step}. Nothing is lost.`,
        { that: 'broke at', step, what: diverged.what }),
    };
  }
  const costs = costsOf(history);
  const grew = costs !== null && costs.last.cost > GREW * costs.least.cost;
  const rate = typedNumber(diverged.learning_rate);
  const trained = said(`Training ran at a learning rate of ${rate}.`, { that: 'learning rate', rate });
  const kept = said('Your points are kept, and the run can go on from where it was.', { that: 'way back is finite' });
  if (!grew) return { title: said('The numbers became too large.'), words: together(trained, kept) };
  const { least, last } = costs;
  const [from, to] = [least, last].map(({ step, cost }) => ({ step: formatCount(step), cost: formatCost(cost) }));
  return {
    title: said('The steps became too large.', { that: 'cost grew' }),
    words: together(
      trained,
      said(`The cost was ${from.cost} at step ${from.step} and ${to.cost} at step ${to.step}: `
        + 'a step that jumps across the valley lands higher on the other side, and the next one is longer still.',
      { that: 'cost at', ...from }, { that: 'cost at', ...to }),
      kept,
    ),
  };
}

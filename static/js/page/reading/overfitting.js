/**
 * Where a network begins to learn its training points by heart: their cost goes on falling while that of the test points rises.
 */

/** @typedef {import('../../state/history.js').History} History */

/** The costs before and now, as numbers. @typedef {{since: number, train: [number, number], test: [number, number]}} Overfitting */

/** By how much a cost has to fall and the other to rise, as a share: less than this is noise. */
const LEAST = 0.1;
/** Entries that the turn is told from: a curve as short as this has not turned yet. */
const ENOUGH = 8;
/** How much of the way since the turn the test cost has to have stayed above it, so that one bad batch turns nothing. */
const STAYED = 0.5;

/**
 * Since which step the two costs part, by the curve since what was changed last; null where they don't.
 * @param {Pick<History, 'steps' | 'train' | 'test' | 'events'>} history
 * @param {{step: number, train_cost: number, test_cost: number}} now
 * @returns {Overfitting | null}
 */
export function overfittingOf({ steps, train, test, events }, now) {
  const changed = events.findLast(({ step }) => step <= now.step)?.step ?? -Infinity;
  let end = steps.length;
  while (end > 0 && steps[end - 1] > now.step) end -= 1;
  let turn = -1;
  for (let at = end - 1; at >= 0 && steps[at] >= changed; at -= 1) {
    if (test[at] > 0 && (turn < 0 || test[at] < test[turn])) turn = at;
  }
  if (turn < 0 || end - turn < ENOUGH) return null;
  const risen = test[turn] * (1 + LEAST);
  if (!(now.test_cost >= risen && now.train_cost <= train[turn] * (1 - LEAST))) return null;
  const stayed = turn + Math.ceil((end - turn) * (1 - STAYED));
  for (let at = stayed; at < end; at += 1) if (!(test[at] >= risen)) return null;
  return { since: steps[turn], train: [train[turn], now.train_cost], test: [test[turn], now.test_cost] };
}

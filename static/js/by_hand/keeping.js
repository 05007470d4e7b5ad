/** @file Work is kept in this browser, for each example and for one network of one's own. */
import { NOTATIONS, OWN } from '../paper/notation.js';
import { ON_PAPER } from '../paper/activations.js';
import { COSTS } from '../paper/costs.js';
import { MOST, faultOf, givenKeys } from '../paper/setup.js';
import { recall, remember } from '../ui/memory.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {ReturnType<Work['kept']>} Kept */

const LAST = 'by-hand';
const keyOf = (/** @type {string | null} */ example) => `by-hand:${example ?? 'own'}`;

/** Whether a network is one that can be set up here. @param {import('../paper/setup.js').Setup} setup */
function isPossible({ sizes, activations, cost, points }) {
  const isCount = (/** @type {number} */ count, /** @type {number} */ most) => Number.isInteger(count) && count >= 1 && count <= most;
  return sizes.length >= 2 && sizes.length <= MOST.hiddenLayers + 2 && sizes.every((size) => isCount(size, MOST.neurons)) && isCount(points, MOST.points)
    && activations.length === sizes.length - 1 && activations.every((name) => name in ON_PAPER) && (cost in COSTS || cost === 'none');
}

/** What was kept, if it can be used. @param {string | null} text @returns {Kept | null} */
function parsed(text) {
  if (text === null) return null;
  try {
    const kept = /** @type {Kept} */ (JSON.parse(text));
    const isWhole = isPossible(kept.setup) && givenKeys(kept.setup).every((key) => Number.isFinite(kept.numbers[key])) && faultOf(kept.setup) === null;
    return isWhole && (kept.notation in NOTATIONS || kept.notation === OWN) && Array.isArray(kept.given) && Object.values(kept.answers).every((answer) => typeof answer === 'string') ? kept : null;
  } catch {
    return null;
  }
}

/** @param {string | null} example null: one's own network */
export const keptWork = (example) => parsed(recall(keyOf(example)));
/** The last that was worked at. */
export const lastWork = () => parsed(recall(LAST));

/** @param {Work} work */
export function keepWork(work) {
  let last = '';
  work.listen(() => {
    const text = JSON.stringify(work.kept());
    if (text === last) return;
    last = text;
    remember(LAST, text);
    remember(keyOf(work.example?.id ?? null), text);
  });
}

/** @file The worker that measures mountains: costs over a slice in levels, coarse ones first, and the shape of the ground around a place. */

import { measured } from './network/mountain/measure.js';
import { shapeAt } from './network/mountain/shape.js';
import { othersTurn } from './ui/pieces.js';

/** @typedef {import('./network/mountain/orders.js').Order} Order */
/** @typedef {import('./network/mountain/orders.js').Report} Report */

/** Milliseconds of computing before newer orders are heard. */
const TURN = 12;

/** What is measured; an older one ends at its next turn. */
let current = 0;

/** @param {Report} message */
const report = (message) => self.postMessage(message);

/** @param {Extract<Order, {type: 'measure'}>} order */
async function measure({ id, problem, slice, square, levels, most }) {
  current = id;
  const begun = performance.now();
  let turned = begun, level = begun;
  for (const { share, heights } of measured(problem, slice, square, levels)) {
    if (heights) {
      const now = performance.now();
      // Each level has four times as many places as the one before, a fourth of them known.
      const isLast = heights.nodes === levels[levels.length - 1] || (now - level) * 4 > most;
      report({ type: 'heights', id, heights, milliseconds: now - begun, isLast });
      if (isLast) return;
      level = now;
    }
    if (performance.now() - turned < TURN) continue;
    report({ type: 'share', id, share });
    await othersTurn();
    if (current !== id) return;
    turned = performance.now();
  }
}

/** @param {MessageEvent<Order>} event */
self.onmessage = ({ data: order }) => {
  if (order.type === 'measure') measure(order);
  else report({ type: 'shape', id: order.id, shape: shapeAt(order.problem, order.slice, order.place[0], order.place[1]) });
};

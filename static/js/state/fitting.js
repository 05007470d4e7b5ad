/** @file How much of a checkpoint fits a server that takes less than the one before. */

import { checkpointOf } from '../wire/checkpoint.js';
import { freshProgress } from './fresh.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Command} Command */
/** @typedef {import('../types.js').Limits} Limits */
/** @typedef {import('../types.js').Point} Point */

/** How much of a message may be used: its id takes some. */
const SHARE = 0.95;
/** The share of points left out at a time, until the message fits. */
const SMALLER = 0.9;

/**
 * The commands that bring over what fits, and what that is, in words.
 * @param {Checkpoint} checkpoint that the server refused
 * @param {Limits} limits of that server
 * @param {import('../types.js').Options} options of that server
 * @returns {{commands: Command[], kept: string[]}}
 */
export function fitting({ experiment: before, points, progress }, limits, options) {
  const hidden = before.hidden.slice(0, limits.max_hidden_layers).map((size) => Math.min(size, limits.max_neurons));
  const experiment = { ...before, hidden };
  const sameNetwork = String(hidden) === String(before.hidden);

  /** @param {number} count @param {boolean} goesOn @returns {Command} */
  const loading = (count, goesOn) => ({
    type: 'load', training: false, checkpoint: checkpointOf({
      experiment,
      points: spread(points, count),
      progress: goesOn ? { ...progress, batch: 0 } : freshProgress(experiment, options),
    }),
  });
  const fits = (/** @type {number} */ count) => (
    JSON.stringify(loading(count, sameNetwork)).length <= SHARE * limits.max_message_bytes);
  let count = Math.min(points.length, limits.max_points);
  while (count > 0 && !fits(count)) count = Math.floor(SMALLER * count);
  // Where none of it was too much, it was its progress that the server could not take.
  const goesOn = sameNetwork && count < points.length;

  const kept = count < points.length ? [`${count} of ${points.length} points`] : [];
  if (!sameNetwork) kept.push(hidden.length > 0 ? `hidden layers of ${hidden.join(', ')} neurons` : 'no hidden layers');
  if (!goesOn) kept.push('new first weights');
  if (!fits(count)) return { commands: [{ type: 'configure', changes: experiment }], kept };
  const load = loading(count, goesOn);
  return { commands: goesOn ? [load] : [load, { type: 'reset' }], kept };
}

/**
 * That many of the points, spread over the whole list: its classes often come one after the other.
 * @param {Point[]} points
 * @param {number} most
 */
function spread(points, most) {
  if (points.length <= most) return points;
  return Array.from({ length: most }, (_, index) => points[Math.floor((index * points.length) / most)]);
}

/** @file What of a checkpoint fits a server that takes less than the one before. */

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Command} Command */
/** @typedef {import('../types.js').Limits} Limits */
/** @typedef {import('../types.js').Point} Point */

/** Of a message, what is left for its other fields. */
const SHARE = 0.9;

/**
 * The commands that bring over what fits, and what is lost by that, in words.
 * @param {Checkpoint} checkpoint that the server refused
 * @param {Limits} limits of that server
 * @returns {{commands: Command[], lost: string[]}}
 */
export function fitting({ experiment, points, progress }, limits) {
  const hidden = experiment.hidden.slice(0, limits.max_hidden_layers).map((size) => Math.min(size, limits.max_neurons));
  const kept = spread(points, limits.max_points);
  const lost = [];
  if (kept.length < points.length) lost.push(`${kept.length} of ${points.length} points`);
  const sameNetwork = String(hidden) === String(experiment.hidden);
  if (!sameNetwork) lost.push(hidden.length > 0 ? `hidden layers of ${hidden.join(', ')} neurons` : 'no hidden layers');
  /** @type {Command} */
  const load = {
    type: 'load', training: false,
    checkpoint: { version: 1, experiment, points: kept, progress: { ...progress, batch: 0 } },
  };
  if (sameNetwork && lost.length > 0 && sizeOf(load) <= limits.max_message_bytes) return { commands: [load], lost };
  const [first, ...more] = portions(kept, limits.max_message_bytes);
  return {
    commands: [
      { type: 'configure', changes: { ...experiment, hidden } },
      { type: 'replace_points', points: first ?? [] },
      ...more.map((portion) => ({ type: 'add_points', points: portion })),
    ],
    lost: [...lost, 'new first weights'],
  };
}

/** So many of the points, from the whole of the list: its classes often lie one after the other. @param {Point[]} points @param {number} most */
function spread(points, most) {
  if (points.length <= most) return points;
  return Array.from({ length: most }, (_, index) => points[Math.floor((index * points.length) / most)]);
}

/** @param {unknown} message */
const sizeOf = (message) => JSON.stringify(message).length;

/** The points in as many messages as it takes. @param {Point[]} points @param {number} most bytes */
function portions(points, most) {
  if (points.length === 0) return [];
  const each = Math.max(1, Math.floor((SHARE * most * points.length) / sizeOf(points)));
  return Array.from({ length: Math.ceil(points.length / each) }, (_, index) => points.slice(index * each, (index + 1) * each));
}

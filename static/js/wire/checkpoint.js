/** @file The checkpoint that the browser holds: all that a server needs to go on where another stopped. */

/** @typedef {import('../types.js').Checkpoint} Checkpoint */

/** @param {Omit<Checkpoint, 'version'>} held @returns {Checkpoint} */
export const checkpointOf = ({ experiment, points, progress }) => ({ version: 1, experiment, points, progress });

/**
 * @param {Pick<import('../types.js').State, 'experiment' | 'points' | 'progress'>} state
 * @returns {Checkpoint | null} null before the first welcome
 */
export function composeCheckpoint({ experiment, points, progress }) {
  if (!experiment || !progress) return null;
  return checkpointOf({ experiment, points, progress });
}

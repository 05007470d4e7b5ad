/**
 * What goes into a link where something is left out: points, or what the network learned.
 */

/** @typedef {import('../../kept/parcel.js').Parcel} Parcel */
/** @typedef {import('../../types.js').Drawn} Drawn */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {Parcel & {drawn: import('../../types.js').Sample | null}} Sent */

/**
 * Some of the points, spread evenly over classes or targets, training and testing, in their order.
 * @param {readonly Point[]} points
 * @param {number} most
 */
export function spread(points, most) {
  if (points.length <= most) return [...points];
  // Every so many of those that lie side by side when sorted: from each kind its share, whatever order they came in.
  const places = points.map((_, index) => index).sort((a, b) => (
    Number(points[a].test) - Number(points[b].test) || points[a].target - points[b].target || a - b));
  const step = points.length / most;
  const chosen = Array.from({ length: most }, (_, index) => places[Math.floor((index + 0.5) * step)]);
  return chosen.sort((a, b) => a - b).map((index) => points[index]);
}

/**
 * So many points at most. An epoch is a way through all points: with others a new one begins.
 * @template {Parcel} P
 * @param {P} parcel
 * @param {number} most
 * @returns {P}
 */
export function withFewer(parcel, most) {
  const { checkpoint, look } = parcel;
  if (checkpoint.points.length <= most) return parcel;
  const points = spread(checkpoint.points, most);
  const ids = new Set(points.map(({ id }) => id));
  return {
    ...parcel,
    checkpoint: { ...checkpoint, points, progress: { ...checkpoint.progress, batch: 0 } },
    drawn: most > 0 ? parcel.drawn : null,
    tables: parcel.tables.filter(({ first, last }) => points.some(({ id }) => id >= first && id <= last)),
    look: look && { ...look, chosen: ids.has(Number(look.chosen)) ? look.chosen : null },
  };
}

/**
 * @param {Sent} parcel
 * @param {{points: number, learned: boolean}} left what is in it: so many points at most, what the network learned
 * @param {() => import('../recovery/recovery.js').Session} openRehearsal
 * @returns {Promise<Sent>} rejects where a server is needed and none is there
 */
export async function withLess(parcel, { points, learned }, openRehearsal) {
  const fewer = withFewer(parcel, points);
  if (learned) return fewer;
  // Only a server draws first weights.
  const session = openRehearsal();
  try {
    await session.stand(fewer.checkpoint);
    const { progress } = await session.restart();
    return { ...fewer, checkpoint: { ...fewer.checkpoint, progress } };
  } finally {
    session.close();
  }
}

/**
 * What goes into a link where something is left out: the points, or what the network learned.
 */

/** @typedef {import('../../kept/parcel.js').Parcel} Parcel */
/** @typedef {import('../../types.js').Drawn} Drawn */

/**
 * @param {Parcel & {drawn: import('../../types.js').Sample | null}} parcel
 * @param {{points: boolean, learned: boolean}} left what is in it
 * @param {() => import('../recovery/recovery.js').Session} openRehearsal
 * @returns {Promise<{parcel: Parcel, drawn: Drawn | null}>} rejects where a server is needed and none is there
 */
export async function withLess(parcel, { points, learned }, openRehearsal) {
  const drawn = /** @type {Drawn | null} */ (parcel.drawn);
  const { checkpoint } = parcel;
  const whole = points ? checkpoint : { ...checkpoint, points: [], progress: { ...checkpoint.progress, batch: 0 } };
  const tables = points ? parcel.tables : [];
  if (learned) return { parcel: { ...parcel, tables, checkpoint: whole }, drawn: points ? drawn : null };
  // Only a server draws first weights.
  const session = openRehearsal();
  try {
    await session.stand(whole);
    const { progress } = await session.restart();
    return { parcel: { ...parcel, tables, checkpoint: { ...whole, progress } }, drawn: points ? drawn : null };
  } finally {
    session.close();
  }
}

/** @file What can be undone and done again: two lists of entries, the newest last (docs/decisions/0012-undo.md). */

/** @typedef {import('../types.js').State['undo']} Undo */
/** @typedef {import('../types.js').UndoEntry} UndoEntry */

export const MOST_ENTRIES = 200;

/**
 * With one more entry, or with the newest one as it is now, since a drag grows. What could be redone no longer
 * can; the entry keeps it until the server has taken the entry.
 * @param {Undo} undo
 * @param {UndoEntry} entry
 * @returns {Undo}
 */
export function remembered({ past, future }, entry) {
  const newest = past.at(-1);
  const grows = newest?.key === entry.key;
  const displaced = grows && future.length === 0 ? newest.displaced : future;
  const before = grows ? past.slice(0, -1) : past;
  return { past: [...before, { ...entry, displaced }].slice(-MOST_ENTRIES), future: [] };
}

/** @param {Undo} undo @returns {Undo} */
export function undone({ past, future }) {
  const entry = past.at(-1);
  return entry ? { past: past.slice(0, -1), future: [...future, entry] } : { past, future };
}

/** @param {Undo} undo @returns {Undo} */
export function redone({ past, future }) {
  const entry = future.at(-1);
  return entry ? { past: [...past, entry], future: future.slice(0, -1) } : { past, future };
}

/**
 * Without an entry that did not happen: what could be redone before it can be redone again.
 * @param {Undo} undo
 * @param {number} key
 * @returns {Undo}
 */
export function forgotten({ past, future }, key) {
  const others = (/** @type {UndoEntry[]} */ entries) => entries.filter((entry) => entry.key !== key);
  const newest = past.at(-1);
  const isNewest = newest?.key === key && future.length === 0;
  return { past: others(past), future: isNewest ? newest.displaced : others(future) };
}

/**
 * For an undo that did not happen: the entry is back in its place, before what was done since.
 * @param {Undo} undo
 * @param {UndoEntry} entry
 * @returns {Undo}
 */
export function notUndone(undo, entry) {
  const { key } = entry;
  const others = (/** @type {UndoEntry[]} */ entries) => entries.filter((each) => each.key !== key);
  // Keys rise with time.
  const later = undo.past.filter((each) => each.key > key).map((each) => ({ ...each, displaced: others(each.displaced) }));
  return { past: [...undo.past.filter((each) => each.key < key), entry, ...later], future: others(undo.future) };
}

/**
 * For a redo that did not happen: the entry can still be redone, unless something else was done since.
 * @param {Undo} undo
 * @param {number} key
 * @returns {Undo}
 */
export const notRedone = (undo, key) => (undo.past.at(-1)?.key === key ? undone(undo) : forgotten(undo, key));

/**
 * With an entry that the server has taken, and what is known of it since.
 * @param {Undo} undo
 * @param {number | null} key
 * @param {(entry: UndoEntry) => Partial<UndoEntry>} known
 * @returns {Undo}
 */
export function taken({ past, future }, key, known) {
  const change = (/** @type {UndoEntry} */ entry) => (
    entry.key === key ? { ...entry, displaced: [], ...known(entry) } : entry
  );
  return { past: past.map(change), future: future.map(change) };
}

/** @param {Undo} undo @param {number} key */
export const entryWith = ({ past, future }, key) => [...past, ...future].find((entry) => entry.key === key);

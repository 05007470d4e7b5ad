/**
 * @file What of undo is worth its room in a browser's storage: the newest entries, since each may hold a moment with all its
 * points.
 */

/** @typedef {import('../types.js').State['undo']} Undo */
/** @typedef {import('../types.js').UndoEntry} UndoEntry */

export const MOST_ENTRIES = 40;
/** Points in all moments together, those that several share counted once: copying them holds up the page. */
export const MOST_POINTS = 6000;

/**
 * The newest entries on either side, as many as have room; those without an answer are not there yet.
 * @param {Undo} undo
 * @returns {Undo}
 */
export function thinnedUndo({ past, future }) {
  /** @type {Set<unknown>} */
  const counted = new Set();
  let points = 0;
  let entries = 0;
  /** @param {readonly UndoEntry[]} list oldest first */
  const newest = (list) => {
    let first = list.length;
    while (first > 0) {
      const entry = list[first - 1];
      if (!entry.edits && !entry.moment) break;
      for (const part of listsIn(entry)) {
        if (!counted.has(part)) points += part.length;
        counted.add(part);
      }
      if (points > MOST_POINTS || entries >= MOST_ENTRIES) break;
      entries += 1;
      first -= 1;
    }
    return list.slice(first).map((entry) => ({ ...entry, displaced: [] }));
  };
  return { past: newest(past), future: newest(future) };
}

/** The lists of points that an entry holds. @param {UndoEntry} entry @returns {{length: number}[]} */
function listsIn({ deed, edits, moment }) {
  const all = [deed, ...(edits ? [...edits.undo, ...edits.redo] : [])];
  const lists = all.flatMap((edit) => ('points' in edit && Array.isArray(edit.points) ? [edit.points] : []));
  return moment ? [...lists, moment.points, ...(moment.drawn ? [moment.drawn.points] : [])] : lists;
}

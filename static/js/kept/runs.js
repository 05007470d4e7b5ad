/**
 * @file Where the records of runs are kept, beside the experiments (shelf.js): in a database of its own, since they are many times as
 * large and can be lost without harm. What is written is what is new.
 */

import { openDB } from 'idb';

const DATABASE = 'chainrule runs';
const VERSION = 1;

/** @typedef {import('./run_record.js').Outline} Outline */
/** @typedef {import('./run_record.js').Part} Part */

/** Rejects where the browser keeps nothing for this page. */
export async function openRuns() {
  const database = await openDB(DATABASE, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('outlines');
      fresh.createObjectStore('parts');
    },
    blocking: () => database.close(),
  });

  /** All parts of a run. @param {string} id */
  const partsOf = (id) => IDBKeyRange.bound([id], [id, []]);

  return {
    /** @param {string} id of an experiment @returns {Promise<{outline: Outline, parts: Map<string, Part>} | null>} */
    async read(id) {
      const transaction = database.transaction(['outlines', 'parts']);
      const parts = transaction.objectStore('parts');
      const [outline, keys, values] = await Promise.all([
        transaction.objectStore('outlines').get(id), parts.getAllKeys(partsOf(id)), parts.getAll(partsOf(id)),
      ]);
      const named = keys.map((key, at) => /** @type {[string, Part]} */ ([/** @type {string[]} */ (key)[1], values[at]]));
      return outline ? { outline, parts: new Map(named) } : null;
    },

    /**
     * Writes an outline with the parts that are new, all of it or nothing.
     * @param {string} id
     * @param {Outline} outline
     * @param {Map<string, Part>} parts
     * @param {readonly string[]} gone names of parts that nothing is told of any more
     */
    async write(id, outline, parts, gone) {
      const transaction = database.transaction(['outlines', 'parts'], 'readwrite');
      const quiet = (/** @type {Promise<unknown>} */ put) => put.catch(() => {});
      const store = transaction.objectStore('parts');
      quiet(transaction.objectStore('outlines').put(outline, id));
      for (const [name, part] of parts) quiet(store.put(part, [id, name]));
      for (const name of gone) quiet(store.delete([id, name]));
      transaction.commit();
      await transaction.done;
    },

    /** Frees the room of runs whose experiments are gone. @param {ReadonlySet<string>} there ids of experiments */
    async keepOnly(there) {
      const ids = /** @type {string[]} */ (await database.getAllKeys('outlines'));
      const gone = ids.filter((id) => !there.has(id));
      const transaction = database.transaction(['outlines', 'parts'], 'readwrite');
      for (const id of gone) {
        transaction.objectStore('outlines').delete(id).catch(() => {});
        transaction.objectStore('parts').delete(partsOf(id)).catch(() => {});
      }
      await transaction.done;
    },

    close: () => database.close(),
  };
}

/** @typedef {Awaited<ReturnType<typeof openRuns>>} Runs */

/**
 * What the list holds: a card for each experiment, and the places of those that were deleted while it was looked at. They come
 * back whole from there, whatever another tab clears away meanwhile.
 */
import { GoneError, OpenElsewhereError } from '../../kept/shelf.js';
import { parcelOf } from '../kept/files.js';

/** @typedef {import('../../kept/shelf.js').Card} Card */
/** @typedef {import('../../kept/shelf.js').Shelf} Shelf */
/** @typedef {import('../../kept/shelf.js').Whole} Whole */

/** @param {Card} a @param {Card} b */
const newestFirst = (a, b) => b.changed - a.changed;

/**
 * Whatever the browser's storage refuses rejects, and nothing has changed then.
 * @param {object} around
 * @param {Pick<Shelf, 'cards' | 'read' | 'write' | 'amend' | 'removeDeleted'> | null} around.shelf
 * @param {() => Promise<Set<string>>} around.openElsewhere
 * @param {(wished: string) => Promise<string>} around.freeName
 * @param {() => string} around.newId
 */
export function createCollection({ shelf, openElsewhere, freeName, newId }) {
  /** @type {Card[]} */
  let cards = [];
  /** What was deleted here, to be put back; null where it could not be read. @type {Map<string, Whole | null>} */
  const removed = new Map();
  /** Which other tabs have, when the list was read. @type {Set<string>} */
  let elsewhere = new Set();

  /** @param {Card} card */
  function show(card) {
    const isThere = cards.some(({ id }) => id === card.id);
    cards = isThere ? cards.map((each) => (each.id === card.id ? card : each)) : [card, ...cards];
    return card;
  }

  /** @param {string} id @param {Partial<Card>} changes */
  async function amend(id, changes) {
    const card = await shelf?.amend(id, changes);
    if (!card) throw new GoneError();
    return show(card);
  }

  return {
    get cards() {
      return cards;
    },

    /** What was deleted last of those whose places are there; null: none is. @returns {Card | null} */
    get lastRemoved() {
      const id = [...removed.keys()].at(-1);
      return cards.find((card) => card.id === id && card.deleted) ?? null;
    },

    /**
     * Reads what is kept. Looked at anew, the list has no places of deleted ones any more, and their room is free, but for what
     * another tab has.
     * @param {boolean} isAnew
     */
    async read(isAnew) {
      if (isAnew) removed.clear();
      elsewhere = await openElsewhere();
      const all = isAnew ? await shelf?.removeDeleted(elsewhere) : await shelf?.cards();
      const there = (all ?? []).filter(({ deleted }) => !deleted);
      const places = cards.filter(({ id, deleted }) => deleted && removed.has(id) && there.every((card) => card.id !== id));
      cards = [...there, ...places].sort(newestFirst);
    },

    /** @param {Card} card */
    isElsewhere: ({ id }) => elsewhere.has(id),

    /** @param {Card} card @param {string} name */
    rename: ({ id }, name) => amend(id, { name, named: true }),

    /** @param {Card} card */
    async duplicate({ id }) {
      const whole = await shelf?.read(id);
      if (!whole) throw new GoneError();
      const { card, kept, undo } = whole;
      const copy = { ...card, id: newId(), name: await freeName(card.name), named: true, changed: Date.now(), source: null };
      await shelf?.write(copy, { kept, undo: undo ?? undefined });
      return show(copy);
    },

    /** @param {Card} card */
    async remove({ id }) {
      elsewhere = await openElsewhere();
      if (elsewhere.has(id)) throw new OpenElsewhereError();
      const whole = await shelf?.read(id).catch(() => null) ?? null;
      const card = await amend(id, { deleted: true });
      removed.set(id, whole);
      return card;
    },

    /** @param {Card} card that was deleted here */
    async putBack({ id }) {
      const whole = removed.get(id);
      const isThere = await shelf?.amend(id, { deleted: false });
      if (isThere) {
        show(isThere);
      } else if (whole) {
        const card = { ...whole.card, deleted: false };
        await shelf?.write(card, { kept: whole.kept, undo: whole.undo ?? undefined });
        show(card);
      } else {
        throw new GoneError();
      }
      removed.delete(id);
    },

    /** All of them, as they go to somebody. */
    async parcels() {
      const there = cards.filter(({ deleted }) => !deleted);
      const wholes = await Promise.all(there.map(({ id }) => shelf?.read(id)));
      return wholes.flatMap((whole) => (whole ? [parcelOf(whole.kept, whole.card.name)] : []));
    },
  };
}

/** @typedef {ReturnType<typeof createCollection>} Collection */

/**
 * @file Where experiments are kept: the one module that knows the browser's storage. Whatever can't be done rejects; nothing
 * of it is waited for by what a person does.
 */

import { openDB } from 'idb';

/** @typedef {import('./record.js').Kept} Kept */
/** @typedef {import('./record.js').Undo} Undo */

const DATABASE = 'chainrule';
const VERSION = 1;
const STORES = /** @type {const} */ (['cards', 'kept', 'undo']);
/** Over which tabs tell each other what a person changed on a card. */
const CHANNEL = 'chainrule cards';

/**
 * @typedef {object} Origin where an experiment came from
 * @property {'here' | 'link' | 'file'} from
 * @property {string | null} source what tells a link from others, as long as nothing was changed since
 */
/**
 * @typedef {Origin & Shown} Card what a list shows of an experiment, and where it came from
 * @typedef {object} Shown what a list shows of an experiment
 * @property {string} id
 * @property {string} name
 * @property {boolean} named by a person; else by its points, as they change
 * @property {number} points
 * @property {number} step
 * @property {number} changed when it was, in milliseconds of the clock
 * @property {boolean} deleted gone for a person, until it is put back or cleared away
 */

/** @typedef {{card: Card, kept: Kept, undo: Undo | null}} Whole */

/** What is said where storage fails for any other reason. */
export const NO_ANSWER = 'this browser’s storage does not answer. Try again; if it stays so, reload the page.';

/** What was asked for is not kept any more: another tab cleared it away. */
export class GoneError extends Error {
  constructor() {
    super('This experiment is not kept any more.');
  }
}

/** What a browser says where its room is full. @param {unknown} error */
export const isFull = (error) => /Quota/.test(/** @type {Error} */ (error)?.name ?? '');

/** Rejects where the browser keeps nothing for this page. */
export async function openShelf() {
  /** @type {() => void} */
  let onEnd = () => {};
  const channel = new BroadcastChannel(CHANNEL);
  const database = await openDB(DATABASE, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('cards', { keyPath: 'id' });
      fresh.createObjectStore('kept');
      fresh.createObjectStore('undo');
    },
    // Another page of a newer version wants to change the form: this one keeps nothing more, and says so.
    blocking: () => database.close(),
    terminated: () => onEnd(),
  });

  return {
    /** @param {() => void} act what to do where the browser takes the storage away */
    whenEnded(act) {
      onEnd = act;
    },

    /** @param {(card: Card) => void} act what to do where another tab changed what a card says */
    whenAmended(act) {
      channel.onmessage = ({ data }) => act(data);
    },

    /** All cards, the newest first. @returns {Promise<Card[]>} */
    async cards() {
      const cards = await database.getAll('cards');
      return cards.sort((a, b) => b.changed - a.changed);
    },

    /** @param {string} id @returns {Promise<Whole | null>} */
    async read(id) {
      const transaction = database.transaction([...STORES]);
      const [card, kept, undo] = await Promise.all(STORES.map((store) => transaction.objectStore(store).get(id)));
      return card && kept ? { card, kept, undo: undo ?? null } : null;
    },

    /**
     * Writes what is given, all of it or nothing. It is begun at once and needs the page no more then, so that it can be the
     * last thing a page does.
     * @param {Card} card
     * @param {{kept: Kept, undo?: Undo}} parts without `undo` that stays as it is
     */
    async write(card, { kept, undo }) {
      const transaction = database.transaction([...STORES], 'readwrite');
      // The transaction's own end tells of every failure.
      const quiet = (/** @type {Promise<unknown>} */ put) => put.catch(() => {});
      quiet(transaction.objectStore('cards').put(card));
      quiet(transaction.objectStore('kept').put(kept, card.id));
      if (undo) quiet(transaction.objectStore('undo').put(undo, card.id));
      transaction.commit();
      await transaction.done;
    },

    /**
     * Changes what a card says, and nothing else of an experiment: the card as it is then, null where nothing is kept any more.
     * @param {string} id
     * @param {Partial<Card>} changes
     * @returns {Promise<Card | null>}
     */
    async amend(id, changes) {
      const transaction = database.transaction('cards', 'readwrite');
      const before = await transaction.store.get(id);
      const card = before ? { ...before, ...changes } : null;
      if (card) transaction.store.put(card).catch(() => {});
      await transaction.done;
      if (card) channel.postMessage(card);
      return card;
    },

    /** @param {string} id */
    async remove(id) {
      const transaction = database.transaction([...STORES], 'readwrite');
      for (const store of STORES) transaction.objectStore(store).delete(id).catch(() => {});
      await transaction.done;
    },

    /**
     * Frees the room of what was deleted. It is one transaction, so that nothing is put back while it goes.
     * @param {Set<string>} spared ids
     * @returns {Promise<Card[]>} all cards that there are now
     */
    async removeDeleted(spared) {
      const transaction = database.transaction([...STORES], 'readwrite');
      /** @type {Card[]} */
      const cards = await transaction.objectStore('cards').getAll();
      const isGone = (/** @type {Card} */ { id, deleted }) => deleted && !spared.has(id);
      for (const { id } of cards.filter(isGone)) {
        for (const store of STORES) transaction.objectStore(store).delete(id).catch(() => {});
      }
      await transaction.done;
      return cards.filter((card) => !isGone(card));
    },

    close() {
      channel.close();
      database.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openShelf>>} Shelf */

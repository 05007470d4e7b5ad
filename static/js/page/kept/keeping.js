/**
 * Everything that keeping, giving and taking in takes: fetched late, or at once where there may be something to come back to.
 */
import { crc32 } from '../../kept/checksum.js';
import { fromLink } from '../../kept/link.js';
import { isLink } from '../../kept/signs.js';
import { openShelf } from '../../kept/shelf.js';
import { isEmbed } from '../embed/framed.js';
import { mountArrival } from './arrival_view.js';
import { arrive } from './arriving.js';
import { createKeeper, isSomething } from './keeper.js';
import { createExchange } from './exchange.js';
import { faultOfLink } from './link_faults.js';
import { claim, newId } from './place.js';
import { outsideWords } from './refused_words.js';
import { mountStorageNote } from './storage_note.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Sample} Sample */

/**
 * What the page begins with, for the connection to load.
 * @typedef {object} First
 * @property {import('../../types.js').Checkpoint} checkpoint
 * @property {import('../../types.js').Restored | null} restored what it comes back with; null for what came from outside, which
 *   a server looks at before anything of it is shown
 * @property {import('../../kept/record.js').Look | null} look
 */

/** Why what this tab had is not on the page. */
const UNKEPT = {
  newer: 'What this tab had was kept by a newer Chainrule, and this one can’t read it. It stays kept.',
  unread: 'What this tab had can’t be read from this browser’s storage just now. It stays kept: look for it in My experiments.',
};

/** What tells links apart. @param {string} hash */
const sourceOf = (hash) => crc32(new TextEncoder().encode(hash)).toString(16);

/** What a frame of another page holds is kept by nobody. @returns {Promise<never>} */
const nowhere = () => Promise.reject(new Error('A frame keeps nothing.'));

/** @param {(sample: Sample) => Promise<Point[]>} draw asks a server for a drawing */
export function createKeeping(draw) {
  /** @type {import('./arriving.js').Arrived | null} */
  let arrived = null;
  /** What the address holds. @type {{parcel: Awaited<ReturnType<typeof fromLink>>, source: string} | null} */
  let linked = null;
  /** Why the address could not be read. @type {string | null} */
  let fault = null;
  /** The own work that a link took the place of, which a server then refused. @type {import('../../kept/shelf.js').Card | null} */
  let putAside = null;
  /** Whether the connection asked in time what to begin with. */
  let isAsked = false;
  /** @type {import('./keeper.js').Keeper | null} */
  let keeper = null;
  /** @type {ReturnType<typeof createExchange> | null} */
  let exchange = null;

  async function readAddress() {
    const { hash } = location;
    if (!isLink(hash)) return;
    history.replaceState(null, '', location.pathname + location.search);
    try {
      linked = { parcel: await fromLink(hash, draw), source: sourceOf(hash) };
    } catch (error) {
      fault = faultOfLink(error);
    }
  }

  return {
    async arrive() {
      [arrived] = await Promise.all([arrive(isEmbed() ? nowhere : openShelf), readAddress()]);
    },

    /** @returns {First | null} */
    first() {
      isAsked = true;
      if (linked) return { checkpoint: linked.parcel.checkpoint, restored: null, look: linked.parcel.look };
      if (!arrived?.restored || !arrived.whole) return null;
      const { restored, whole: { kept } } = arrived;
      return { checkpoint: kept.checkpoint, restored: kept.met ? restored : null, look: kept.look };
    },

    /**
     * A server did not take what the page began or went on with: what is kept stays as it is, and the page is another one now.
     * @param {Error} refusal
     * @returns {Promise<boolean>} whether that was told
     */
    async leftBehind(refusal) {
      keeper?.hold();
      const own = arrived?.whole?.card ?? null;
      // What is on the page from now on is not what is kept under that number.
      if (arrived) arrived = { ...arrived, id: exchange ? arrived.id : newId(), whole: null, restored: null };
      const wasLinked = linked !== null;
      if (wasLinked) {
        linked = null;
        fault = `This link can’t be opened: ${outsideWords(refusal)} Ask for it again, or for the file.`;
        putAside = own;
      }
      if (exchange) {
        await exchange.beginAnother();
        keeper?.begin();
      }
      return wasLinked;
    },

    /**
     * @param {Page} page
     * @param {import('./exchange.js').Around} around
     */
    async mount(page, around) {
      const { view } = page;
      const [link, why, own] = [linked, fault, putAside];
      linked = fault = putAside = null; // what comes later is about something else
      const { shelf, whole, restored, fault: unkept, id: begun } = arrived ?? { shelf: null, id: newId(), whole: null, restored: null, fault: null };
      // What came too late for the connection is not on the page, and stays as it is kept.
      const isLate = !isAsked && (whole !== null || link !== null);
      const id = isLate ? newId() : begun;
      await claim(id);
      keeper = shelf && createKeeper(page, { getState: around.getState, shelf, id });
      if (!shelf) view.kept.storage = 'none';
      exchange = createExchange(page, { ...around, shelf, keeper, draw });
      mountStorageNote(page, exchange);
      mountArrival(page, exchange);
      if (isLate) {
        // A person's own points that are there meanwhile stay; elsewhere it comes back now.
        if (link) await exchange.take(link.parcel, { from: 'link', source: link.source });
        else if (whole && !isSomething(around.getState())) await exchange.open(whole.card.id, 'back');
        if (why) exchange.tell(why);
      } else {
        if (whole) keeper?.adopt(id, whole.card);
        // No server had seen it before, so nothing of it was shown but what the server took.
        if (whole && restored && !whole.kept.met && !link) {
          around.dispatch({ type: 'regained', with: { history: restored.history, drawn: restored.drawn, tables: restored.tables } });
        }
        if (link) await exchange.arriveByLink(link, whole?.card ?? null);
        else if (why) await exchange.goBack(why, own);
        else if (whole) view.kept.arrival = { how: 'back', own: null, words: null };
      }
      if (unkept && !link && !why) exchange.tell(UNKEPT[unkept]);
      keeper?.begin();
      return exchange;
    },
  };
}

/** @typedef {ReturnType<typeof createKeeping>} Keeping */
/** @typedef {Awaited<ReturnType<Keeping['mount']>>} Exchange */

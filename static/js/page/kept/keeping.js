/**
 * Everything that keeping, giving and taking in takes: fetched late, or at once where there may be something to come back to.
 */
import { crc32 } from '../../kept/checksum.js';
import { fromLink, isLink } from '../../kept/link.js';
import { mountArrival } from './arrival_view.js';
import { arrive } from './arriving.js';
import { createKeeper } from './keeper.js';
import { createExchange } from './exchange.js';
import { faultOfLink } from './link_faults.js';
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

/** What tells links apart. @param {string} hash */
const sourceOf = (hash) => crc32(new TextEncoder().encode(hash)).toString(16);

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
      [arrived] = await Promise.all([arrive(), readAddress()]);
    },

    /** @returns {First | null} */
    first() {
      if (linked) return { checkpoint: linked.parcel.checkpoint, restored: null, look: linked.parcel.look };
      if (!arrived?.restored || !arrived.whole) return null;
      const { restored, whole: { kept } } = arrived;
      return { checkpoint: kept.checkpoint, restored: kept.met ? restored : null, look: kept.look };
    },

    /**
     * A server did not take what the page began or went on with: what is kept stays as it is, and the page is another one now.
     * @param {string} message
     * @returns {Promise<boolean>} whether that was told
     */
    async leftBehind(message) {
      keeper?.hold();
      const own = arrived?.whole?.card ?? null;
      if (arrived) arrived = { ...arrived, whole: null, restored: null };
      if (linked) {
        linked = null;
        fault = `This link can’t be opened: ${message} Ask for it again, or for the file.`;
        putAside = own;
        await exchange?.goBack(fault, own);
      } else {
        await exchange?.beginAnother();
      }
      if (exchange) keeper?.begin();
      return fault !== null;
    },

    /**
     * @param {Page} page
     * @param {import('./exchange.js').Around} around
     */
    async mount(page, around) {
      const { view } = page;
      const { shelf, id, whole, newer } = arrived ?? { shelf: null, id: '', whole: null, newer: false };
      keeper = shelf && createKeeper(page, { getState: around.getState, shelf, id });
      view.kept.storage = shelf ? (newer ? 'newer' : view.kept.storage) : 'none';
      exchange = createExchange(page, { ...around, shelf, keeper, draw });
      mountStorageNote(page, exchange);
      mountArrival(page, exchange);
      if (whole) keeper?.adopt(id, whole.card);
      if (linked) await exchange.arriveByLink(linked, whole?.card ?? null);
      else if (fault) await exchange.goBack(fault, putAside);
      else if (whole) view.kept.arrival = { how: 'back', own: null, words: null };
      keeper?.begin();
      return exchange;
    },
  };
}

/** @typedef {ReturnType<typeof createKeeping>} Keeping */
/** @typedef {Awaited<ReturnType<Keeping['mount']>>} Exchange */

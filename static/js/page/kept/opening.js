/**
 * What a page begins with, as early as it is known: where this browser may keep something, or the address holds something, that
 * is fetched while the connection is made; elsewhere nothing is waited for.
 */
import { isLink } from '../../kept/signs.js';
import { isEmbed } from '../embed/framed.js';
import { lookAgain } from './look.js';
import { MARK } from './mark.js';
import { fetchPart } from '../../ui/parts.js';

/** @typedef {import('./keeping.js').Keeping} Keeping */

/** A storage that does not answer must not keep a page from beginning. */
const PATIENCE = 3000;

function mayBeThere() {
  if (isEmbed()) return false; // a frame is nobody's own page
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/**
 * @param {import('../view_state.js').ViewState} view
 * @param {(sample: import('../../types.js').Sample) => Promise<import('../../types.js').Point[]>} draw asks a server for a drawing
 */
export function createOpening(view, draw) {
  /** @type {Keeping | null} */
  let keeping = null;
  const begin = async () => {
    const { createKeeping } = await fetchPart(() => import('./keeping.js'));
    const fetched = createKeeping(draw);
    await fetched.arrive();
    keeping = fetched;
  };
  const isWanted = mayBeThere() || isLink(location.hash);
  /** @type {Promise<unknown>} */
  const beginning = isWanted ? begin().catch(() => {}) : Promise.resolve();
  // What a link brings is worth any wait: it may need the server that the page waits for as well.
  const patience = new Promise((resolve) => { if (isWanted && !isLink(location.hash)) setTimeout(resolve, PATIENCE); });
  let isOver = false;

  return {
    ready: isWanted ? Promise.race([beginning, patience]) : undefined,

    /** What this tab begins with; null where there is nothing, or it came too late. */
    take() {
      if (isOver) return null;
      isOver = true;
      const first = keeping?.first() ?? null;
      if (first?.look) {
        lookAgain(view, first.look);
        view.transport.speed = first.look.speed;
      }
      return first;
    },

    /**
     * A server did not take what the page was to go on with; whether that was told.
     * @param {Error} refusal
     */
    async leftBehind(refusal) {
      return await keeping?.leftBehind(refusal) ?? false;
    },

    /** What keeps the page, as soon as it is there. @returns {Promise<Keeping>} */
    async keeping() {
      await beginning;
      if (!keeping) await begin();
      return /** @type {Keeping} */ (/** @type {unknown} */ (keeping));
    },
  };
}

/** @typedef {ReturnType<typeof createOpening>} Opening */

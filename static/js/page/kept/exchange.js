/**
 * Puts one experiment in the place of another: one that is kept, one from a link or a file, a new one. What was there before
 * stays kept, so nobody is asked.
 */
import { fromLink } from '../../kept/link.js';
import { distinctName } from '../../kept/naming.js';
import { restored } from '../../kept/record.js';
import { GoneError, NO_ANSWER } from '../../kept/shelf.js';
import { emptyHistory } from '../../state/history.js';
import { createFiles } from './files.js';
import { keptOf, titleOf } from './kept_now.js';
import { lookAgain, lookOf } from './look.js';
import { faultOfLink } from './link_faults.js';
import { claim, newId } from './place.js';
import { outsideWords } from './refused_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../kept/record.js').Kept} Kept */
/** @typedef {import('../../kept/shelf.js').Card} Card */
/** @typedef {import('../../kept/shelf.js').Shelf} Shelf */
/** @typedef {import('../../types.js').Restored} Restored */
/** @typedef {import('../../types.js').State} State */
/** @typedef {import('./kept_now.js').Sent} Sent */

/**
 * What the page around gives.
 * @typedef {object} Around
 * @property {() => State} getState
 * @property {(other: Restored) => Promise<void>} replace everything, by the server
 * @property {() => import('../../types.js').SessionState | null} fresh what a server begins with
 * @property {(action: import('../../types.js').LocalAction) => void} dispatch
 * @property {() => import('../recovery/recovery.js').Session} openRehearsal
 */

/**
 * @param {Page} page
 * @param {Around & {shelf: Shelf | null, keeper: import('./keeper.js').Keeper | null,
 *   draw: (sample: import('../../types.js').Sample) => Promise<import('../../types.js').Point[]>}} around
 */
export function createExchange(page, { getState, replace, fresh, dispatch, shelf, keeper, draw, openRehearsal }) {
  const { view, state } = page;

  /** @param {string} words */
  const tell = (words) => { view.kept.arrival = { how: 'fault', own: null, words }; };

  /** The cards of the list; none where storage does not give them: no name and no link is worth failing for. */
  const listed = async () => (await shelf?.cards().catch(() => []) ?? []).filter(({ deleted }) => !deleted);

  const names = async () => (await listed()).map(({ name }) => name);

  /** @param {string} wished */
  const freeName = async (wished) => distinctName(wished, await names());

  /** Makes the page a new experiment, with this on its card. @param {Partial<Card> | null} [about] null: as its points name it */
  async function beginAnother(about = null) {
    const id = newId();
    await claim(id);
    const { points, progress } = getState();
    const name = about?.name ? await freeName(about.name) : '';
    /** @type {Card | null} */
    const card = about && {
      id, named: name !== '', points: points.length, step: progress?.step ?? 0, changed: Date.now(),
      from: 'here', source: null, deleted: false, ...about, name,
    };
    view.kept.card = card;
    keeper?.adopt(id, card);
    keeper?.soon();
  }

  /** @param {Kept['look']} look */
  function show(look) {
    lookAgain(view, look);
    const { speed } = look;
    if (view.transport.speed === speed) return;
    view.transport.speed = speed;
    page.attempt({ type: 'speed', updates_per_second: speed });
  }

  /** @param {Restored} other @param {Kept['look']} [look] */
  async function put(other, look) {
    view.first.sample = false;
    if (state.status === 'training') await page.send({ type: 'pause' });
    await replace(other);
    view.network.shown_neuron = null;
    show(look ?? { ...lookOf(view), chosen: null });
  }

  /** What a server begins with. */
  async function clear() {
    const begun = fresh();
    if (!begun) throw new Error('There is no connection to the server just now. It comes back by itself; try again then.');
    const { experiment, points, progress } = begun;
    await put({ experiment, points, progress, history: emptyHistory(), drawn: null, tables: [], undo: { past: [], future: [] } });
  }

  /**
   * Does it while nothing is written; what was there is written before. A refusal is told, and nothing has changed.
   * @param {() => Promise<void>} act
   * @param {(error: Error) => string} [refusal]
   */
  async function exchanged(act, refusal = ({ message }) => message) {
    try {
      await (keeper ? keeper.holding(act) : act());
      keeper?.soon();
      return true;
    } catch (error) {
      // What a browser says of its storage is for programmers.
      tell(error instanceof DOMException ? `Nothing is changed: ${NO_ANSWER}` : refusal(/** @type {Error} */ (error)));
      return false;
    }
  }

  /** @returns {Card | null} */
  const present = () => view.kept.card;

  /** Opens one that is kept; a copy, where another tab has it. @param {string} id @param {import('./state.js').Arrival['how']} [how] */
  const open = (id, how = 'opened') => exchanged(async () => {
    if (id === keeper?.id && view.kept.card) return;
    const whole = await shelf?.read(id);
    if (!whole) throw new GoneError();
    const { card, kept, undo } = whole;
    const own = present();
    await put(restored(kept, undo), kept.look);
    if (!await claim(id)) await beginAnother({ name: card.name, from: card.from });
    else keeper?.adopt(id, { ...card, deleted: false });
    view.kept.arrival = { how, own, words: null };
  });

  /** @param {Sent} sent @param {import('../../kept/shelf.js').Origin} origin */
  const take = (sent, origin) => exchanged(async () => {
    const own = present();
    const kept = keptOf(sent, lookOf(view));
    await put(restored(kept, null), kept.look);
    await beginAnother({ name: sent.name || titleOf(getState()), ...origin });
    view.kept.arrival = { how: origin.from === 'link' ? 'link' : 'file', own, words: null };
  }, (error) => `${origin.from === 'link' ? 'This link' : 'This file'} can’t be opened: ${outsideWords(error)}`);

  /** @param {string} hash */
  async function openLink(hash) {
    try {
      await take(await fromLink(hash, draw), { from: 'link', source: null });
    } catch (error) {
      tell(faultOfLink(error));
    }
  }

  const files = createFiles(page, { take, tell, shelf, names }, getState);

  return {
    tell,
    open,
    take,
    openLink,
    files,
    getState,
    beginAnother,
    openRehearsal,
    shelf,
    keeper,
    freeName,

    /** The page began with a link's experiment. @param {{parcel: Sent, source: string}} linked @param {Card | null} own */
    async arriveByLink({ parcel, source }, own) {
      dispatch({ type: 'regained', with: { drawn: keptOf(parcel, lookOf(view)).drawn, tables: parcel.tables } });
      const again = (await listed()).find((card) => card.source === source);
      if (again && await claim(again.id)) keeper?.adopt(again.id, again);
      else await beginAnother({ name: parcel.name || titleOf(getState()), from: 'link', source });
      view.kept.arrival = { how: 'link', own: again && own?.id === again.id ? null : own, words: null };
    },

    /** Something from outside could not be opened: the own work is there again. @param {string} words @param {Card | null} own */
    async goBack(words, own) {
      const refused = keeper?.id;
      if (own && await open(own.id) && refused && refused !== own.id) await shelf?.remove(refused).catch(() => {}); // an empty one more in the list
      tell(words);
    },

    /** A new page; the one before stays kept. */
    startAnew: () => exchanged(async () => {
      const own = present();
      await clear();
      await beginAnother();
      view.kept.arrival = { how: 'anew', own, words: null };
    }),

    /** The same with what `act` puts there, under a name; a refusal is told. @param {string} name @param {() => Promise<void>} act */
    arrange: (name, act) => exchanged(async () => {
      await clear();
      try {
        await act();
      } finally {
        await beginAnother({ name });
      }
    }),
  };
}

/** @typedef {ReturnType<typeof createExchange>} Exchange */

/**
 * What this tab begins with: the experiment that it had, a copy of it where another tab has it, or the newest one that this
 * browser keeps.
 */
import { distinctName } from '../../kept/naming.js';
import { FORM, restored } from '../../kept/record.js';
import { openShelf } from '../../kept/shelf.js';
import { whenWords } from '../../kept/when.js';
import { isHandedOver } from '../../ui/handover.js';
import { claim, newId, openElsewhere, rememberedId } from './place.js';

/** @typedef {import('../../kept/shelf.js').Shelf} Shelf */
/** @typedef {import('../../kept/shelf.js').Whole} Whole */

/**
 * @typedef {object} Arrived
 * @property {Shelf | null} shelf null where the browser keeps nothing
 * @property {string} id of what is on the page from now on
 * @property {Whole | null} whole what the page comes back with; null: nothing
 * @property {import('../../types.js').Restored | null} restored
 * @property {'newer' | 'unread' | null} fault why what was kept is not on the page: it is of a newer form, or storage did not give it
 */

/** @param {Shelf} shelf @returns {Promise<{id: string, whole: Whole | null}>} */
async function found(shelf) {
  if (isHandedOver()) return begun();
  const id = rememberedId();
  if (id !== null) return (await claim(id, { patiently: true })) ? { id, whole: await shelf.read(id) } : copied(shelf, id);
  const [[newest], open] = await Promise.all([present(shelf), openElsewhere()]);
  if (!newest || open.size > 0 || !await claim(newest.id)) return begun();
  return { id: newest.id, whole: await shelf.read(newest.id) };
}

/** @param {Shelf} shelf */
const present = async (shelf) => (await shelf.cards()).filter(({ deleted }) => !deleted);

async function begun() {
  const id = newId();
  await claim(id);
  return { id, whole: null };
}

/** @param {Shelf} shelf @param {string} from */
async function copied(shelf, from) {
  const { id } = await begun();
  const whole = await shelf.read(from);
  if (!whole) return { id, whole };
  const names = (await present(shelf)).map(({ name }) => name);
  const card = { ...whole.card, id, name: distinctName(whole.card.name, names), deleted: false };
  await shelf.write(card, { kept: whole.kept, undo: whole.undo ?? undefined });
  return { id, whole: { ...whole, card } };
}

/** What there was could not be taken up, or there was nothing. */
const NOTHING = { whole: null, restored: null, fault: null };

/**
 * Never rejects: what a link brings must not wait for what this browser keeps, or fail with it.
 * @param {() => Promise<Shelf>} [open]
 * @returns {Promise<Arrived>}
 */
export async function arrive(open = openShelf) {
  /** @type {Shelf} */
  let shelf;
  try {
    shelf = await open();
  } catch {
    return { shelf: null, ...NOTHING, id: newId() };
  }
  try {
    const { id, whole } = await found(shelf);
    if (!whole || whole.card.deleted) return { shelf, ...NOTHING, id: whole ? (await begun()).id : id };
    if (whole.kept.form > FORM) return { shelf, ...NOTHING, id: (await begun()).id, fault: 'newer' };
    const left = `you left here, ${whenWords(whole.card.changed, Date.now())}`;
    return { shelf, id, whole, restored: restored(whole.kept, whole.undo, left), fault: null };
  } catch {
    // What can't be read stays where it is; whether anything can be written, writing tells.
    return { shelf, ...NOTHING, id: (await begun()).id, fault: 'unread' };
  }
}

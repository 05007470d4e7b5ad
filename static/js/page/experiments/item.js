/**
 * One experiment of the list: its picture, its name, what can be done with it; or its empty place, from which it comes back.
 */
import { LONGEST, cleanName } from '../../kept/naming.js';
import { icon, make } from '../../ui/dom.js';
import { mountMenu } from '../../ui/menu.js';
import { labelWords, whatWords, whereWords } from './words.js';

/** @typedef {import('../../kept/shelf.js').Card} Card */

/**
 * @typedef {object} Around
 * @property {import('../page.js').Page} page
 * @property {import('../kept/exchange.js').Exchange} exchange
 * @property {import('./collection.js').Collection} collection
 * @property {(deed: import('./words.js').Deed, name: string, act: () => Promise<unknown>) => Promise<boolean>} attempt does what storage may refuse;
 *   whether it was done
 * @property {() => void} leave
 * @property {import('./words.js').Open} open which tab has it on its page
 * @property {number} now
 */

/** A place in the list as long as it is out of sight: its name can be read and found, nothing else is made. @param {Card} card */
export const createPlace = ({ id, name }) => make('li', { 'data-card': id, class: 'out-of-sight' }, name);

/** Makes of a place what it is for. @param {HTMLElement} item @param {Card} card @param {Around} around */
export function fillPlace(item, card, around) {
  item.classList.remove('out-of-sight');
  item.textContent = '';
  if (card.deleted) item.append(emptyPlace(card, around));
  else fillWithPicture(item, card, around);
}

/** @param {Card} card @param {Around} around */
function emptyPlace(card, { collection, attempt }) {
  const putBack = () => attempt('put back', card.name, () => collection.putBack(card));
  const undo = make('button', { class: 'wording', onclick: putBack }, 'Undo');
  return make('div', { class: 'gone' }, make('p', {}, `“${card.name}” is deleted.`), undo);
}

/** @param {HTMLElement} item @param {Card} card @param {Around} around */
function fillWithPicture(item, card, { page, exchange, collection, attempt, leave, open: where, now }) {
  const { keeper } = exchange;
  const canvas = make('canvas', { width: 160, height: 160, 'data-id': card.id, 'aria-hidden': 'true' });

  const open = async () => {
    if (await exchange.open(card.id)) leave();
  };
  const duplicate = () => attempt('duplicated', card.name, () => collection.duplicate(card));
  const share = async () => {
    if (!await exchange.open(card.id)) return;
    leave();
    document.getElementById('share')?.click();
  };
  const remove = async () => {
    if (card.id === keeper?.id && !await exchange.startAnew()) return;
    if (!await attempt('deleted', card.name, () => collection.remove(card))) return;
    page.announce(`${card.name} is deleted. Its place has a button that brings it back.`);
  };
  /** @param {string} wished */
  async function renamed(wished) {
    const named = await collection.rename(card, wished);
    if (named.id === keeper?.id) page.view.kept.card = named;
  }
  const rename = () => {
    const field = make('input', { type: 'text', value: card.name, maxlength: LONGEST, 'aria-label': `Name of ${card.name}` });
    let over = false;
    /** @param {boolean} keeps */
    const end = (keeps) => {
      if (over) return;
      over = true;
      const wished = cleanName(field.value);
      field.replaceWith(name);
      if (keeps && wished && wished !== card.name) attempt('renamed', card.name, () => renamed(wished));
      button.focus();
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter');
    });
    field.addEventListener('blur', () => end(true));
    name.replaceWith(field);
    field.select();
  };

  const button = make('button', { class: 'open', 'aria-label': labelWords(card, now, where), onclick: open }, canvas);
  const name = make('button', { class: 'name', tabindex: -1, title: 'Rename (F2)', onclick: rename }, card.name);
  const more = make('button', { class: 'quiet more', 'aria-label': `More for ${card.name}`, 'aria-haspopup': 'menu' }, icon('dots'));
  mountMenu(more, card.name, [
    { title: 'Open', key: 'Enter', run: open }, { title: 'Rename', key: 'F2', run: rename }, { title: 'Duplicate', key: 'D', run: duplicate },
    { title: 'Share', key: 'S', run: share }, { title: 'Delete', key: 'Del', run: remove },
  ]);
  /** @type {Record<string, () => void>} */
  const keys = { F2: rename, d: duplicate, D: duplicate, s: share, S: share, Delete: remove };
  item.classList.toggle('present', where === 'here');
  item.append(
    button, make('div', { class: 'about-it' }, name, make('p', {}, whatWords(card)), make('p', {}, whereWords(card, now, where))), more,
  );
  item.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (event.key.length === 1 && !page.view.keyboard.single_keys) return;
    if (!act || event.target !== button || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}

/**
 * All that this browser keeps, as a sheet of planes: looked through, opened, renamed, duplicated, deleted and put back.
 *
 * @feature all that this browser keeps, as a sheet of planes
 */
import { toFileOfAll } from '../../kept/file.js';
import { icon, make, setText } from '../../ui/dom.js';
import { save } from '../../ui/save.js';
import { onChange } from '../../ui/tracked.js';
import { EXPERIMENTS } from '../addresses.js';
import { undoWish } from '../keyboard/undo_keys.js';
import { createList } from './list.js';
import { countWords, footWords, nothingFound, standingWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../kept/exchange.js').Exchange} Exchange */

/** From so many on one looks for a name. */
const MANY = 12;
/** How what comes from outside arrives, or does not. */
const FROM_OUTSIDE = new Set(['fault', 'file', 'link']);
const ALL = 'chainrule-experiments.json';

/** @type {ReturnType<typeof createExperiments> | null} */
let made = null;

/** @param {Page} page @param {Exchange} exchange @param {boolean} isShown */
export function showExperiments(page, exchange, isShown) {
  if (isShown) (made ??= createExperiments(page, exchange)).open();
  else made?.close();
}

const leave = () => {
  if (location.hash) location.hash = '';
};

/** @param {Page} page @param {Exchange} exchange */
function createExperiments(page, exchange) {
  const { files } = exchange;
  const { view } = page;
  const count = make('p', { role: 'status' });
  const order = make('button', { class: 'wording', onclick: turnOrder });
  const find = make('input', { type: 'search', 'aria-label': 'Find by name or data set', placeholder: 'Find by name or data set' });
  const finder = make('label', { class: 'finder' }, icon('find'), find, make('kbd', {}, '/'));
  const foot = make('p', { class: 'foot' });
  const trouble = make('p', { class: 'trouble', role: 'alert', hidden: true });
  const empty = make('div', { class: 'empty' });
  const sheet = make('div', { class: 'contact-sheet' });
  const deed = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {() => void} */ run) => (
    make('button', { class: 'quiet', onclick: run }, icon(sign), make('span', {}, name)));
  const back = make('button', { class: 'quiet back', 'aria-label': 'Back to the playground', onclick: leave }, icon('back'));
  const all = deed('Take all out', 'take-out', takeAllOut);
  // A narrow window's list is long: what saves all of it stays in sight.
  const standing = make('span');
  const below = make('p', { class: 'below' }, standing, ' ', make('button', { class: 'wording', onclick: takeAllOut }, 'Take all out'));
  const dialog = make(
    'dialog', { class: 'whole-page experiments', 'aria-label': 'My experiments' },
    make(
      'div', { class: 'beside' },
      make('div', { class: 'head' }, back, make('h2', {}, 'My experiments')),
      make('div', { class: 'count' }, count, order), trouble, finder,
      make('div', { class: 'deeds' }, deed('Begin a new one', 'plus', beginNew), deed('Open a file', 'file', files.choose), all),
      foot,
    ),
    make('div', { class: 'sheets' }, empty, sheet), below,
  );
  document.body.append(dialog);
  let byName = false;

  const list = createList(sheet, page, exchange, { leave, onChange: tell, onFault: tellFault });

  /** @param {string | null} words */
  function tellFault(words) {
    trouble.hidden = words === null;
    trouble.textContent = words ?? '';
  }

  function tell() {
    const { cards, found } = list.counted();
    setText(count, `${countWords(cards, view.kept.storage)} `);
    setText(order, byName ? 'By name' : 'Newest first');
    order.hidden = cards < 2;
    all.hidden = below.hidden = cards === 0;
    setText(standing, standingWords(cards, view.kept.storage));
    finder.hidden = cards < MANY && find.value === '';
    empty.replaceChildren(...nothingFound(cards, found, find.value).map((words, index) => make(index === 0 ? 'h3' : 'p', {}, words)));
    navigator.storage?.estimate?.().then(({ usage }) => setText(foot, footWords(usage ?? null)), () => {});
  }
  function turnOrder() {
    byName = !byName;
    list.show(find.value, byName);
  }
  async function beginNew() {
    if (await exchange.startAnew()) leave();
  }
  async function takeAllOut() {
    await list.attempt('taken out', '', async () => {
      save(new Blob([toFileOfAll(await list.collection.parcels())], { type: 'application/json' }), ALL);
    });
  }
  find.addEventListener('input', () => list.show(find.value, byName));
  dialog.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (undoWish(event) === 'undo' && !isTyping) {
      event.preventDefault();
      list.undo();
    } else if (event.key === '/' && !isTyping && !finder.hidden) {
      event.preventDefault();
      find.focus();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      if (isTyping && find.value) {
        find.value = '';
        list.show('', byName);
      } else {
        leave();
      }
    }
  });

  // What is told of a link or a file stands beside the plane.
  onChange(() => view.kept.arrival, (arrival) => { if (arrival && FROM_OUTSIDE.has(arrival.how)) leave(); });

  const links = [...document.querySelectorAll('.top nav a')];
  const current = links.find((link) => link.hasAttribute('aria-current')) ?? null;
  const mine = links.find((link) => link.getAttribute('href')?.endsWith('#experiments')) ?? null;
  current?.addEventListener('click', (event) => {
    if (!dialog.open) return;
    event.preventDefault();
    leave();
  });

  return {
    async open() {
      if (!dialog.open) await exchange.keeper?.write();
      await list.attempt('read', '', () => list.collection.read(!dialog.open));
      if (dialog.open || location.hash !== EXPERIMENTS) return; // left meanwhile
      view.kept.listed = true;
      document.documentElement.toggleAttribute('data-listing', true);
      current?.removeAttribute('aria-current');
      mine?.setAttribute('aria-current', 'page');
      dialog.show();
      list.focusPresent();
    },
    close() {
      if (!dialog.open) return;
      view.kept.listed = false;
      document.documentElement.toggleAttribute('data-listing', false);
      mine?.removeAttribute('aria-current');
      current?.setAttribute('aria-current', 'page');
      dialog.close();
    },
  };
}

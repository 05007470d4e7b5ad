/**
 * What can be taken out stands in the network's place: left the list, right the file that is chosen, to be read, copied, saved.
 */
import { icon, make, setAttribute, setText } from '../../ui/dom.js';
import { effect, onChange } from '../../ui/tracked.js';
import { headOf, standInstead } from '../instead/places.js';
import { EVERYTHING } from './everything.js';
import { canFilm, FILM } from './film.js';
import { GROUPS } from './made.js';
import { PICTURES } from './pictures.js';
import { preview } from './preview.js';
import { save } from '../../ui/save.js';
import { blobOf, copy } from './content.js';
import { createTakeOutState } from './state.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./state.js').TakeOutState} TakeOutState */
/** @typedef {import('./types.js').Thing} Thing */

const COPIED = 4000;
/** Milliseconds after which a change is over. */
const SETTLED = 300;
const UNKNOWN = 'That could not be made. Try again.';

/**
 * @param {Page} page
 * @param {TakeOutState} state
 * @param {Thing} thing
 */
async function fetchIt(page, state, thing) {
  const asked = state.asked += 1;
  state.key = thing.key;
  state.trouble = null;
  state.filming = null;
  try {
    const made = await thing.make(page, state);
    if (state.asked === asked) state.made = made;
  } catch (error) {
    if (state.asked !== asked) return;
    state.made = null;
    state.trouble = error instanceof Error ? error.message : UNKNOWN;
  }
}

/** @param {string} words @param {() => void} onclick */
const phrase = (words, onclick) => make('button', { class: 'phrase', onclick }, words);

/** Words with a phrase that turns from one to the next of its values. */
function turning(/** @type {string} */ before, /** @type {() => string} */ read, /** @type {() => void} */ next) {
  const button = phrase('', next);
  return { nodes: [before, button], show: () => setText(button, read()) };
}

/** @template T @param {readonly T[]} values @param {T} value */
const after = (values, value) => values[(values.indexOf(value) + 1) % values.length];

/**
 * @param {Page} page
 * @param {TakeOutState} state
 */
function list(page, state) {
  /** @type {{key: string, button: HTMLElement}[]} */
  const buttons = [];
  const choose = (/** @type {Thing} */ thing) => fetchIt(page, state, thing);
  const again = () => {
    // A film is over: no other one begins by itself.
    const thing = [...GROUPS.flatMap(({ things }) => things), ...PICTURES, EVERYTHING].find(({ key }) => key === state.key);
    if (thing) choose(thing);
  };
  const ofThings = (/** @type {Thing[]} */ things) => things.flatMap((thing, index) => {
    const button = phrase(thing.title, () => choose(thing));
    buttons.push({ key: thing.key, button });
    return index === 0 ? [button] : [', ', button];
  });
  const from = turning('begins ', () => (state.start ? 'at step 0' : 'where it stands'), () => { state.start = !state.start; again(); });
  const format = turning('as ', () => state.format.toUpperCase(), () => { state.format = after(/** @type {const} */ (['png', 'svg']), state.format); again(); });
  const sizes = { 1: 'as large', 2: 'twice the size', 4: 'four times the size' };
  const scale = turning(', ', () => sizes[state.scale], () => { state.scale = after(/** @type {const} */ ([1, 2, 4]), state.scale); again(); });
  const theme = turning(', ', () => state.theme, () => { state.theme = state.theme === 'light' ? 'dark' : 'light'; again(); });
  const counts = GROUPS.map(({ count }) => ({ count, element: make('span', { class: 'count' }) }));
  const element = make(
    'div', { class: 'things' },
    ...GROUPS.map(({ title, things }, index) => make(
      'section', {}, make('h3', {}, title, counts[index].element),
      make('p', { class: 'recipe' }, ...ofThings(things), ...(title === 'Code' ? [make('br'), ...from.nodes] : [])),
    )),
    make('section', {}, make('h3', {}, 'Pictures', make('span', { class: 'count' }, 'as it stood when chosen')), make(
      'p', { class: 'recipe' }, ...ofThings(PICTURES), make('br'), ...format.nodes, ...scale.nodes, ...theme.nodes)),
    ...(canFilm() ? [make('section', {}, make('h3', {}, 'Film', make('span', { class: 'count' }, 'WebM')), make('p', { class: 'recipe' }, ...ofThings([FILM])))] : []),
    make('section', {}, make('p', { class: 'recipe' }, ...ofThings([EVERYTHING]), make('span', { class: 'count' }, ' zip'))),
  );
  const stop = effect(() => {
    for (const { count, element: told } of counts) setText(told, count(page));
    for (const part of [from, format, scale, theme]) part.show();
    for (const { key, button } of buttons) setAttribute(button, 'aria-pressed', String(key === state.key));
  });
  return { element, again, stop };
}

/** @param {TakeOutState} state */
function file(state) {
  const name = make('h3', {});
  const copied = make('span', {}, 'Copy');
  const copying = make('button', { class: 'quiet' }, icon('text'), copied);
  const saving = make('button', { class: 'primary' }, make('span', {}, 'Save'));
  const shown = make('div', { class: 'shown', tabindex: 0, role: 'region', 'aria-label': 'The file' });
  const words = make('p', { class: 'says', role: 'status' });
  let timer = 0;
  copying.addEventListener('click', async () => {
    if (!state.made) return;
    const done = await copy(state.made);
    setText(copied, done ? 'Copied' : 'Copy');
    if (!done) setText(words, 'This browser does not let the page copy that. Save it instead.');
    clearTimeout(timer);
    timer = window.setTimeout(() => setText(copied, 'Copy'), COPIED);
  });
  const stopping = make('button', { class: 'primary', onclick: () => state.filming?.stop() }, make('span', {}, 'Stop filming'));
  saving.addEventListener('click', () => { if (state.made) save(blobOf(state.made), state.made.name); });
  const stop = effect(() => {
    const { trouble, filming } = state;
    const made = filming ? null : state.made;
    setText(name, filming ? 'Filming the plane' : made?.name ?? '');
    saving.hidden = filming !== null;
    stopping.hidden = filming === null;
    for (const button of [copying, saving]) button.toggleAttribute('disabled', !made);
    copying.hidden = filming !== null || (made !== null && typeof made.content !== 'string' && (!made.picture || made.type === 'video/webm'));
    setText(words, trouble ?? made?.words ?? (filming ? 'The plane is recorded as you see it, for a minute at most. How fast it goes is chosen beside Train.' : 'A moment.'));
    shown.hidden = !made;
    shown.classList.toggle('pictured', made?.picture !== undefined);
    shown.replaceChildren(...(made ? preview(made) : []));
    shown.scrollTop = 0;
  });
  const element = make(
    'div', { class: 'file' }, make('header', {}, name, make('span', { class: 'space' }), copying, saving, stopping), shown, words);
  return { element, stop };
}

/**
 * @param {Page} page
 * @param {() => void} onLeave
 */
export function showTakeOut(page, onLeave) {
  const dark = document.documentElement.dataset.theme === 'dark';
  const state = createTakeOutState(dark ? 'dark' : 'light');
  const [things, chosen] = [list(page, state), file(state)];
  // After other points or another network what was made is no longer of what there is.
  // A drag changes them many times a second; what was made stays while the connection is away.
  let timer = 0;
  const stop = onChange(() => [page.state.revision, page.state.connection.status === 'live'], ([, isLive]) => {
    clearTimeout(timer);
    if (isLive) timer = window.setTimeout(things.again, SETTLED);
  });
  standInstead(page, {
    label: 'Take out',
    network: make(
      'div', { class: 'take-out' },
      headOf(page, 'Take out', make('p', { class: 'lead' }, 'Everything here is yours, and leaves as files you can read.')),
      make('div', { class: 'parts' }, things.element, chosen.element),
    ),
    onLeave() {
      clearTimeout(timer);
      state.asked += 1; // nothing that is still being made is wanted
      for (const end of [things.stop, chosen.stop, stop]) end();
      onLeave();
    },
  });
  things.again();
}

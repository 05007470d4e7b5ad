/**
 * Makes a frame for another page: what is in it as a sentence whose phrases are its choices, the frame itself, and its snippet.
 */
import { toLink } from '../../kept/link.js';
import { icon, make, setText } from '../../ui/dom.js';
import { EMBED } from '../addresses.js';
import { parcelNow } from '../kept/files.js';
import { LESSONS } from '../lessons/shelf.js';
import { DEEDS, PARTS, SIZES, addressOf, framingWords, snippetOf, usualWish } from './snippet.js';

/** @typedef {import('../page.js').Page} Page */

/** How long it says "Copied". */
const COPIED = 2000;
/** Choices that follow one another are one change of the frame. */
const PAUSE = 300;
const THEMES = /** @type {const} */ ({ '': 'the colours of the page', light: 'light', dark: 'dark' });

const leave = () => { if (location.hash === EMBED) location.hash = ''; };

/** @param {Page} page @param {import('../kept/exchange.js').Exchange} exchange */
export function createMaker(page, exchange) {
  const wish = usualWish();
  let hash = '', title = '';
  let pause = 0, copied = 0;
  const sentence = make('p', { class: 'maker-sentence' });
  const frame = make('iframe', { title: 'The frame as it will be' });
  const [size, about, framing] = [make('p', { class: 'maker-size' }), make('p'), make('p', { class: 'maker-framing', hidden: true })];
  const code = make('code', { tabindex: 0 });
  const copy = make('button', { class: 'second', onclick: put }, 'Copy');
  const close = make('button', { class: 'quiet', 'aria-label': 'Close', title: 'Back to the playground (Esc)', onclick: leave }, icon('close'));
  const dialog = make(
    'dialog', { class: 'maker', 'aria-labelledby': 'maker-title' },
    make('div', { class: 'maker-head' }, make('h2', { id: 'maker-title' }, 'Put this on your page'), about, make('span', { class: 'space' }), close),
    make('div', { class: 'maker-frame' }, frame, size),
    make('div', { class: 'maker-choices' }, sentence, make('p', {}, 'The numbers are computed on this server. The page it stands on learns nothing about who reads it.'), framing),
    make('div', { class: 'maker-code' }, make('div', { class: 'bar' }, make('b', {}, 'Snippet'), make('span', { class: 'space' }), copy), make('pre', {}, code)),
  );
  document.body.append(dialog);

  /** @param {string} words @param {boolean | null} isIn null: it is one of several @param {() => void} turn */
  const phrase = (words, isIn, turn) => make(
    'button', { class: 'wording', 'aria-pressed': isIn === null ? null : String(isIn), onclick: () => { turn(); show(); } }, words);

  /** @param {Set<string>} chosen @param {string} name @param {number} least so many stay */
  const turnIn = (chosen, name, least) => {
    if (!chosen.delete(name)) chosen.add(name);
    else if (chosen.size < least) chosen.add(name);
  };

  /** @param {Set<string>} chosen @param {Record<string, string>} all @param {number} least */
  const phrases = (chosen, all, least) => Object.entries(all).flatMap(([name, words], index) => [
    index > 0 ? ', ' : ' ', phrase(words, chosen.has(name), () => turnIn(chosen, name, least))]);

  const lesson = make('select', {
    'aria-label': 'Lesson', onchange: () => { wish.lesson = lesson.value; show(); },
  }, make('option', { value: '' }, 'this experiment'), ...LESSONS.map((one, index) => make('option', { value: one.name }, `lesson ${index + 1}, ${one.title}`)));

  function tellChoices() {
    const focused = [...sentence.children].indexOf(/** @type {Element} */ (document.activeElement));
    const themes = /** @type {(keyof typeof THEMES)[]} */ (Object.keys(THEMES));
    const nextSize = SIZES[(SIZES.indexOf(wish.size) + 1) % SIZES.length];
    const parts = wish.lesson ? ['. A lesson has the plane, the network and its words, and all that it asks for'] : [
      '. It shows', ...phrases(wish.show, PARTS, 1), '; a reader may use', ...phrases(wish.may, DEEDS, 0), '. It begins',
      ' ', phrase(wish.run ? 'to train by itself' : 'when Train is pressed', null, () => { wish.run = !wish.run; })];
    sentence.replaceChildren('In the frame is ', lesson, ...parts, ', in ',
      phrase(THEMES[wish.theme], null, () => { wish.theme = themes[(themes.indexOf(wish.theme) + 1) % themes.length]; }), ', at ',
      phrase(`${wish.size[0]} × ${wish.size[1]}`, null, () => { wish.size = nextSize; }), '.');
    if (focused >= 0) /** @type {HTMLElement | undefined} */ (sentence.children[focused])?.focus();
  }

  function show() {
    tellChoices();
    const address = addressOf(wish, hash, document.baseURI);
    setText(code, snippetOf(address, wish.size, wish.lesson ? LESSONS.find(({ name }) => name === wish.lesson)?.title ?? '' : title));
    setText(size, `${wish.size[0]} × ${wish.size[1]}, as it will be`);
    [frame.width, frame.height] = wish.size.map(String);
    clearTimeout(pause);
    // Another fragment alone would not load it anew.
    pause = window.setTimeout(() => {
      if (frame.src !== address) frame.replaceWith(Object.assign(frame, { src: address }));
    }, PAUSE);
  }

  async function put() {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      setText(copy, 'Copied');
      page.announce('The snippet is copied');
    } catch {
      getSelection()?.selectAllChildren(code); // not allowed, or the connection is not secure
      setText(copy, 'Press Ctrl+C');
    }
    clearTimeout(copied);
    copied = window.setTimeout(() => setText(copy, 'Copy'), COPIED);
  }

  async function askFraming() {
    const answer = await fetch(new URL('embed', document.baseURI), { method: 'HEAD' });
    const words = framingWords(answer.headers.get('content-security-policy') ?? '');
    framing.hidden = words === null;
    setText(framing, words ?? '');
  }

  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });

  return {
    async open() {
      if (dialog.open) return;
      const parcel = parcelNow(page, exchange.getState);
      hash = parcel && parcel.checkpoint.points.length > 0 ? await toLink(parcel, /** @type {import('../../types.js').Drawn | null} */ (parcel.drawn)) : '';
      title = `A small neural network: ${parcel?.name ?? 'Chainrule'}`;
      setText(about, parcel ? `${parcel.name}, as it stands now. The frame below is live.` : '');
      document.documentElement.toggleAttribute('data-listing', true);
      dialog.show();
      show();
      askFraming().catch(() => {}); // then nothing is said of it
      close.focus();
    },
    close() {
      if (!dialog.open) return;
      document.documentElement.toggleAttribute('data-listing', false);
      clearTimeout(pause);
      frame.removeAttribute('src');
      dialog.close();
    },
  };
}

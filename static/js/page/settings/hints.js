/**
 * Every underlined word tells what it is, while the pointer rests on it or the keyboard has reached it.
 */
import { byId, make, setText } from '../../ui/dom.js';
import { placePopover } from '../../ui/popover_place.js';
import { SETTINGS } from './index.js';

/** Milliseconds that a pointer rests on a word before it tells. */
const REST = 300;
const WORD = '.recipe [data-setting]';

/** The word that an event is about. @param {Event} event @returns {HTMLElement | null} */
const wordOf = ({ target }) => (target instanceof Element ? target.closest(WORD) : null);

export function mountHints() {
  const [title, words] = [make('b'), make('span')];
  const note = make('div', { class: 'hint-note', id: 'word-hint', role: 'tooltip', popover: 'manual' }, title, words);
  byId('main').append(note);
  let timer = 0;
  /** Whether the keyboard moves the focus. */
  let walked = false;
  /** @type {HTMLElement | null} */
  let told = null;

  const hide = () => {
    window.clearTimeout(timer);
    told?.removeAttribute('aria-describedby');
    told = null;
    if (note.matches(':popover-open')) note.hidePopover();
  };

  /** @param {HTMLElement} word */
  const tell = (word) => {
    hide();
    const setting = SETTINGS[word.dataset.setting ?? ''];
    if (!setting || !word.isConnected || word.getAttribute('aria-expanded') === 'true') return;
    told = word;
    setText(title, setting.title);
    setText(words, setting.about);
    word.setAttribute('aria-describedby', note.id);
    note.showPopover();
    const space = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = placePopover(word.getBoundingClientRect(), note.getBoundingClientRect(), space);
    note.style.left = `${left}px`;
    note.style.top = `${top}px`;
  };

  document.addEventListener('pointerover', (event) => {
    const word = event.pointerType === 'touch' ? null : wordOf(event);
    if (word && word === told) return;
    if (told && told !== document.activeElement) hide();
    window.clearTimeout(timer);
    if (word) timer = window.setTimeout(() => tell(word), REST);
  });
  document.addEventListener('focusin', (event) => {
    const word = wordOf(event);
    // Where a setting closes, the focus comes back to its word: who opened it knows what it is.
    if (word && walked) tell(word);
    else hide();
  });
  document.addEventListener('focusout', hide);
  for (const event of ['resize', 'scroll']) window.addEventListener(event, hide, { passive: true });
  document.addEventListener('pointerdown', () => {
    walked = false;
    hide();
  }, true);
  document.addEventListener('click', hide, true); // its setting opens, and says the same
  document.addEventListener('keydown', (event) => {
    walked = event.key === 'Tab';
    if (event.key !== 'Escape' || !told) return;
    hide();
    event.stopPropagation();
  }, true);
}

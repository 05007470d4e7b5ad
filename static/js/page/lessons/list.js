/**
 * All lessons on a page of their own below the header: what each asks, how far one is, and the way to bring one along.
 */
import { icon, make, makeSvg, setText } from '../../ui/dom.js';
import { LESSONS as HASH } from '../addresses.js';
import { thumbnail } from '../gallery/thumbnail.js';
import { packed } from '../../kept/packing.js';
import { allProgress, forgetAll } from './progress.js';
import { LESSONS, brought } from './shelf.js';
import { dashWords, doneWords, problemWords, standingOf, standingWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./lesson.js').Lesson} Lesson */

const leave = () => {
  if (location.hash === HASH) location.hash = '';
};

/** Its points, small. @param {Page} page @param {Lesson} lesson */
function pictureOf({ state }, { start: { data, points } }) {
  const dataset = data && state.options?.datasets.find(({ name }) => name === data.dataset);
  if (dataset) return thumbnail(dataset.preview, dataset.task);
  if (points) return thumbnail(points.map(({ x1, x2, target }) => [x1, x2, target]), 'classification');
  return makeSvg('svg', { viewBox: '0 0 38 38', 'aria-hidden': 'true' });
}

/** A link that holds the whole lesson. @param {string} text of its file @param {HTMLElement} button */
async function copyLink(text, button) {
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (new TextEncoder().encode(text));
  const link = new URL(`${location.pathname}#lesson1=${await packed(bytes)}`, document.baseURI).href;
  const words = /** @type {HTMLElement} */ (button.lastElementChild);
  try {
    await navigator.clipboard.writeText(link);
    setText(words, 'Copied');
  } catch {
    // Not allowed, or the connection is not secure: it stands there to be copied by hand.
    const field = make('input', { type: 'text', readonly: true, value: link, 'aria-label': 'Link to this lesson' });
    button.replaceWith(field);
    field.select();
  }
}

/**
 * @param {Page} page
 * @param {object} ways
 * @param {(lesson: Lesson, text: string | null, anew: boolean) => void} ways.begin
 * @param {() => void} ways.choose asks a person for a file
 */
export function createList(page, { begin, choose }) {
  const count = make('p', { role: 'status' });
  const forget = make('button', { class: 'wording', onclick: () => { forgetAll(); fill(); } }, 'Forget');
  const kept = make('p', {}, 'Kept on this device. ', forget);
  const trouble = make('div', { class: 'trouble', role: 'alert', hidden: true });
  const rows = make('ol', { class: 'lesson-rows' });
  const others = make('section', {}, make('h3', {}, 'From elsewhere'), make('ol', { class: 'lesson-rows' }));
  const dialog = make(
    'dialog', { class: 'whole-page lessons', 'aria-labelledby': 'lessons-title' },
    make('div', { class: 'beside' },
      make('h2', { id: 'lessons-title' }, 'Ten things to find out yourself'),
      make('p', {}, 'Each lesson takes a few minutes on the playground. It asks before it answers, and sees when you are done.'),
      make('p', {}, 'A lesson brings its own points and network. Yours are kept, and come back when you leave it.'),
      make('div', { class: 'standing' }, count, kept),
      make('div', { class: 'deeds' }, make('button', { class: 'quiet', onclick: choose }, icon('file'), make('span', {}, 'Open a lesson’s file'))), trouble),
    make('div', { class: 'sheets' }, rows, others),
  );
  document.body.append(dialog);

  /** @param {Lesson} lesson @param {number} number 0 for one from elsewhere @param {string | null} text */
  function row(lesson, number, text) {
    const progress = allProgress().get(lesson.name);
    const standing = standingOf(lesson, progress);
    const dashes = make('span', { class: 'dashes', role: 'img', 'aria-label': dashWords(lesson, progress), title: dashWords(lesson, progress) }, ...lesson.steps.map((_, index) => (
      make('i', { class: progress?.done.includes(index) ? 'done' : progress?.at === index ? 'here' : '' }))));
    const sign = standing === 'done' ? [icon('check')] : [];
    const open = make('button', { class: 'lesson-row', onclick: () => begin(lesson, text, standing === 'done') },
      make('span', { class: 'number' }, number > 0 ? String(number) : ''), pictureOf(page, lesson),
      make('span', { class: 'about-it' }, make('b', {}, lesson.title), make('span', {}, lesson.question)), dashes,
      make('span', { class: `state ${standing}` }, ...sign, standingWords(standing, lesson.minutes)));
    return make('li', {}, open);
  }

  function fill() {
    const progress = allProgress();
    const own = brought();
    rows.replaceChildren(...LESSONS.map((lesson, index) => row(lesson, index + 1, null)));
    others.hidden = own.length === 0;
    others.lastElementChild?.replaceChildren(...own.map((lesson) => {
      const text = progress.get(lesson.name)?.text ?? '';
      const item = row(lesson, 0, text);
      item.append(make('button', { class: 'quiet', onclick: (/** @type {Event} */ { currentTarget }) => copyLink(text, /** @type {HTMLElement} */ (currentTarget)) }, icon('copy'), make('span', {}, 'Copy its link')));
      return item;
    }));
    setText(count, doneWords(LESSONS.filter((lesson) => standingOf(lesson, progress.get(lesson.name)) === 'done').length, LESSONS.length));
    kept.hidden = progress.size === 0;
  }

  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });
  const links = [...document.querySelectorAll('.top nav a')];
  const current = links.find((link) => link.hasAttribute('aria-current')) ?? null;
  const mine = links.find((link) => link.getAttribute('href')?.endsWith(HASH)) ?? null;
  current?.addEventListener('click', (event) => {
    if (!dialog.open) return;
    event.preventDefault();
    leave();
  });

  return {
    open() {
      fill();
      if (dialog.open) return;
      document.documentElement.toggleAttribute('data-listing', true);
      current?.removeAttribute('aria-current');
      mine?.setAttribute('aria-current', 'page');
      dialog.show();
      /** @type {HTMLElement | null} */ (rows.querySelector('button'))?.focus({ preventScroll: true });
    },
    close() {
      if (!dialog.open) return;
      document.documentElement.toggleAttribute('data-listing', false);
      mine?.removeAttribute('aria-current');
      current?.setAttribute('aria-current', 'page');
      trouble.hidden = true;
      dialog.close();
    },
    leave,
    /** Why a file is no lesson. @param {string} called @param {import('./format.js').Problem[]} problems */
    tell(called, problems) {
      const { title, lines } = problemWords(called, problems);
      trouble.hidden = false;
      trouble.replaceChildren(make('p', {}, title), make('ul', {}, ...lines.map((line) => make('li', {}, line))));
    },
  };
}

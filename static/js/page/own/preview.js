/**
 * The preview of a table: what was understood of it, in places of the page that stay as they were until it is used.
 */
import { testShare } from '../../state/selectors.js';
import { make, setText } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { effect } from '../../ui/tracked.js';
import { headOf, standInstead } from '../instead/places.js';
import { mostPoints } from '../points/limits.js';
import { FIRST_SAMPLE } from '../points/samples.js';
import { createImport } from './import_state.js';
import { phrase } from './phrase.js';
import { createPreviewFaults } from './preview_faults.js';
import { createPreviewFoot } from './preview_foot.js';
import { createPreviewPlane } from './preview_plane.js';
import { createPreviewTable } from './preview_table.js';
import { takeInOn } from './take_in.js';
import { evenlyWords, HEADERS, headWords, MARKS, SEPARATORS, sizeWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./import_state.js').Import} Import */

/** How the table was read, as a sentence whose phrases are choices. @param {Import} source */
function understood(source) {
  const pieces = [
    phrase({ label: 'Between columns', options: () => SEPARATORS, value: () => source.now.table.separator, onChoose: (separator) => source.readAs({ separator }) }),
    phrase({ label: 'Before decimals', options: () => MARKS, value: () => source.now.table.mark, onChoose: (mark) => source.readAs({ mark }) }),
    phrase({ label: 'In the first line', options: () => HEADERS, value: () => source.now.table.header, onChoose: (header) => source.readAs({ header }) }),
  ];
  const [separator, mark, header] = pieces.map(({ element }) => element);
  const where = make('span');
  return {
    element: make('p', { class: 'recipe' }, separator, ' between columns, ', mark, ' in decimals, ', header, where),
    destroy: effect(() => {
      for (const piece of pieces) piece.show();
      setText(where, headWords(source.now.table));
    }),
  };
}

/** @param {Page} page @param {Import} source */
async function useOn(page, source) {
  const { view, announce } = page;
  const { points, axes, classes, task } = source.taken();
  const preview = view.instead.occupant;
  await takeInOn(page, { points, table: { name: source.name, axes, classes }, task, classes: classes.length });
  // Whoever stands there meanwhile stays.
  if (view.instead.occupant === preview) view.instead.occupant = null;
  announce(`${counted(points.length, 'point')} of ${source.name} taken in.`);
}

/**
 * Shows a table before it is used; Enter uses it, Esc leaves it.
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export function openPreview(page, name, text) {
  const { state, view } = page;
  const share = state.points.length > 0 ? testShare(state) : FIRST_SAMPLE.test_share;
  const source = createImport({ name, text, most: mostPoints(state), testShare: Math.min(0.9, share) });
  const leave = () => { view.instead.occupant = null; };
  let isUsed = false;
  const use = async () => {
    if (isUsed || source.lack() !== null) return;
    isUsed = true;
    await page.tell(useOn(page, source));
    isUsed = false;
  };
  const plane = createPreviewPlane(source, view.first.sample ? 0 : state.points.length);
  const sentence = understood(source);
  const table = createPreviewTable(source, plane.point);
  const faults = createPreviewFaults(source, () => foot.primary.focus());
  const foot = createPreviewFoot(source, { use, leave });
  const lack = make('h3', { role: 'status' });
  const size = make('span', { class: 'size' });
  const notes = make('p', { class: 'notes' });
  const head = headOf(page, name, sentence.element, size);
  const showWords = effect(() => {
    const { table: read } = source.now;
    setText(size, sizeWords(read));
    const missing = source.lack();
    setText(lack, missing ?? '');
    lack.hidden = missing === null;
    setText(notes, [evenlyWords(source.taken()), read.openQuote ? 'A quotation mark in it is never closed, so none was taken for one.' : '']
      .filter(Boolean).join(' '));
    notes.hidden = notes.textContent === '';
  });
  const parts = [plane, sentence, table, faults, foot];

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== 'Enter' || event.repeat || event.defaultPrevented || document.querySelector('[popover]:popover-open, dialog[open]')) return;
    if (event.target instanceof Element && event.target.closest('button, a, input, textarea, select')) return;
    event.preventDefault();
    use();
  };
  document.addEventListener('keydown', onKey);

  standInstead(page, {
    label: `Preview of ${name}`,
    plane: plane.element,
    network: make('div', { class: 'own-preview' }, head, make('div', { class: 'own-body' }, lack, notes, table.element, faults.element)),
    run: foot.element,
    onLeave() {
      document.removeEventListener('keydown', onKey);
      showWords();
      for (const part of parts) part.destroy();
    },
  });
}

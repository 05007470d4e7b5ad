/**
 * The ways in for people's own data: the button in the gallery, a file dropped anywhere, cells pasted. What takes them in is
 * fetched then.
 *
 * @feature people's own data: the ways in, the preview of a table, a formula with its curve
 */
import { make, makeSvg } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { isFile, isLesson, linkIn } from '../../kept/signs.js';
import { whenever } from '../../ui/tracked.js';
import { tableOf } from '../../state/selectors.js';

/** @typedef {import('../page.js').Page} Page */

const TYPING = 'input, textarea, select, [contenteditable]';
const UNREACHED = 'What takes tables in could not be fetched from the server. Try again when the connection is back.';

/** A table whose rows become points. */
const drawing = () => makeSvg('svg', { class: 'own-picture', viewBox: '0 0 38 38', 'aria-hidden': 'true' },
  makeSvg('path', { d: 'M5 11h13v16H5zM5 16.3h13M5 21.6h13M11.5 11v16M21 19h5' }),
  ...[0, 1, 2].map((at) => makeSvg('circle', { class: `class-${at}`, cx: 30 + 2 * (at % 2), cy: 12 + 7 * at, r: 2 })));

/**
 * @param {Page} page
 * @param {Array<() => void>} later what is fetched when everything else is there
 * @returns {{picture: HTMLElement, takeTable: (file: File) => void}} the gallery's last picture; what takes a file that is dropped
 */
export function createOwnData(page, later) {
  const fetchOwn = () => fetchPart(() => import('./bring.js'));
  // Cells that are pasted are read at once then; what can't be had now is asked for again.
  later.push(() => fetchOwn().catch(() => {}));
  /** @param {(own: typeof import('./bring.js')) => void} act */
  async function whenThere(act) {
    try {
      const [own] = await Promise.all([fetchOwn(), fetchLateSheets()]);
      act(own);
    } catch {
      page.view.reading.trouble = UNREACHED;
    }
  }

  /** @param {DragEvent} event */
  const carriesFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragenter', (event) => {
    if (carriesFiles(event)) whenThere((own) => own.showVeil());
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isElsewhere = event.target instanceof Element && event.target.closest(TYPING);
    if (event.defaultPrevented || isElsewhere || text.trim() === '' || isFile(text) || isLesson(text) || linkIn(text) !== null) return;
    event.preventDefault();
    whenThere((own) => own.takePasted(page, text));
  });

  let isCurveThere = false;
  whenever(() => Boolean(tableOf(page.state)?.formula), async (isDrawn) => {
    if (!isDrawn || isCurveThere) return;
    isCurveThere = true;
    try {
      const [{ showCurve }] = await Promise.all([fetchPart(() => import('./formula_curve.js')), fetchLateSheets()]);
      showCurve(page);
    } catch {
      isCurveThere = false;
      page.view.reading.trouble = 'The formula’s curve could not be fetched from the server. Reload the page when the connection is back.';
    }
  });

  const button = make('button', {
    class: 'own', title: 'Your data: a file, cells that you paste, or a formula', 'aria-haspopup': 'dialog',
    onclick: () => whenThere((own) => own.openWays(page, button)),
  }, drawing(), make('span', {}, 'Your data'));
  return { picture: button, takeTable: (file) => whenThere((own) => own.takeFile(page, file)) };
}

/** @typedef {ReturnType<typeof createOwnData>} OwnData */

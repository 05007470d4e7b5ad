/**
 * What a person brings along: a file, pasted cells, a formula; and where it goes.
 */
import { separate } from '../../data/separated.js';
import { decodeText, sizeFault } from '../../data/text.js';
import { oneLine } from '../../data/quoted.js';
import { icon, make } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';
import { createFormula } from './formula_view.js';
import { openPreview } from './preview.js';
import { refusedWords } from './words.js';

export { showVeil } from './veil.js';

/** @typedef {import('../page.js').Page} Page */

const ACCEPTED = '.csv,.tsv,.tab,.txt,.dat,text/csv,text/tab-separated-values,text/plain';
const LONGEST_FILE_NAME = 40;
/** So many rows tell whether a text is a table at all. */
const LOOKED_AT = 500;

/** @param {Page} page @param {string} name @param {string} text */
function take(page, name, text) {
  const { rows } = separate(text, null, LOOKED_AT);
  const fault = rows.length === 0 ? 'It is empty: there is nothing between its separators.'
    : isJson(text) ? 'It holds no table: it is JSON. Save the table as CSV, or copy its cells in a spreadsheet.'
      : rows.every(({ cells }) => cells.length < 2) ? 'It holds no table: there is one column, and a point needs two numbers.' : null;
  page.view.reading.trouble = fault && refusedWords(name, fault);
  if (!fault) openPreview(page, name, text);
}

/** @param {string} text */
function isJson(text) {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Page} page @param {File} file */
export async function takeFile(page, file) {
  const name = oneLine(file.name, LONGEST_FILE_NAME) || 'The file';
  const tooLarge = sizeFault(file.size);
  let fault = tooLarge;
  try {
    const decoded = tooLarge ? null : decodeText(new Uint8Array(await file.arrayBuffer()));
    if (decoded && 'text' in decoded) take(page, name, decoded.text);
    else fault ??= decoded?.fault ?? null;
  } catch {
    fault = 'It could not be read. It may have been moved or changed meanwhile.';
  }
  if (fault) page.view.reading.trouble = refusedWords(name, fault);
}

/** @param {Page} page @param {string} text */
export function takePasted(page, text) {
  const fault = sizeFault(text.length);
  if (fault) page.view.reading.trouble = refusedWords('What was pasted', fault);
  else take(page, 'Pasted table', text);
}

/** The ways to bring data along, beside the button. @param {Page} page @param {HTMLElement} anchor */
export function openWays(page, anchor) {
  const input = make('input', { type: 'file', accept: ACCEPTED, class: 'vh', tabindex: -1, 'aria-hidden': 'true' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    popover.close();
    if (file) takeFile(page, file);
  });
  const area = make('textarea', { rows: 4, 'aria-label': 'Paste a table here', placeholder: 'Or paste cells or lines here', spellcheck: 'false' });
  area.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    popover.close();
    takePasted(page, text);
  });
  const typed = make('button', {
    class: 'second',
    onclick() {
      const text = area.value;
      if (text.trim() === '') return;
      popover.close();
      takePasted(page, text);
    },
  }, 'Take what is typed');
  typed.hidden = true;
  area.addEventListener('input', () => { typed.hidden = area.value.trim() === ''; });
  const content = make(
    'section', { class: 'setting own-ways' },
    make('h3', {}, 'Your data'),
    make('p', {}, 'A table of numbers, as CSV or TSV, with a label in one column. Drop a file anywhere on the page, or copy cells in a spreadsheet and press Ctrl+V here. You see what was understood before anything changes.'),
    make('div', { class: 'controls' },
      make('button', { class: 'second', onclick: () => input.click() }, icon('table'), 'Choose a file'), input, area, typed),
    make('p', { class: 'price' }, 'The table is read in this browser. The points that you use go to the server that trains them; nothing else leaves this page.'),
  );
  const popover = openPopover(anchor, { label: 'Your data', content: [content, createFormula(page, () => popover.close())] });
}

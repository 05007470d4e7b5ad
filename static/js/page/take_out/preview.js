/**
 * The file as people read it: code in colours of its own, a table, a picture; what is not for reading tells its size.
 */
import { formatCount } from '../../ui/format.js';
import { make } from '../../ui/dom.js';
import { cellsOf, NUMBER } from './files.js';
import { notebookText, readable, shortNumber } from './lines.js';

/** @typedef {import('./types.js').Made} Made */

/** Lines that are drawn; more would take long, and nobody reads them here. */
const MOST_LINES = 500;
const MOST_ROWS = 200;

/** @param {string} words */
const rest = (words) => make('p', { class: 'rest' }, words);

/** @param {string} text */
function code(text) {
  const { lines, count } = readable(text, MOST_LINES);
  const list = make('ol', {}, ...lines.map((line) => make('li', {}, ...line.map(({ kind, text: piece }) => (
    kind === 'plain' ? piece : make('span', { class: kind }, piece))))));
  const left = count - lines.length;
  return [list, ...(left > 0 ? [rest(`${formatCount(left)} more lines are in the file.`)] : [])];
}

/** @param {string} text CSV without line breaks in its cells, as all of ours */
function table(text) {
  const [head, ...rows] = text.trimEnd().split('\r\n').map(cellsOf);
  const few = (/** @type {string} */ cell) => (NUMBER.test(cell) ? shortNumber(cell) : cell);
  const body = rows.slice(0, MOST_ROWS).map((row) => make('tr', {}, ...row.map((cell) => make('td', {}, few(cell)))));
  const left = rows.length - body.length;
  return [
    make('table', {}, make('thead', {}, make('tr', {}, ...head.map((cell) => make('th', { scope: 'col' }, cell)))), make('tbody', {}, ...body)),
    ...(left > 0 ? [rest(`${formatCount(left)} more rows are in the file.`)] : []),
  ];
}

/** @param {Made['content']} content */
export function sizeOf(content) {
  const bytes = typeof content === 'string' ? new Blob([content]).size : content instanceof Blob ? content.size : content.length;
  return bytes < 1000 ? `${bytes} bytes` : `${formatCount(Math.round(bytes / 1000))} kB`;
}

/** @param {Made} made @returns {Node[]} */
export function preview({ content, shown, name, picture, about }) {
  if (about !== undefined) return code(about);
  if (picture) return [make('img', { src: picture, alt: `The picture ${name}` })];
  if (typeof content !== 'string' || shown === 'closed') return [rest(`${sizeOf(content)}, for programs to read.`)];
  if (shown === 'table') return table(content);
  return code(shown === 'notebook' ? notebookText(content) : content);
}

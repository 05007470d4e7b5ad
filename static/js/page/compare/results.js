/**
 * The table of what differs between runs and of what came out.
 */
import { make } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { whatCameOut, whatDiffers } from './words.js';

/** @typedef {import('./words.js').Row} Row */

export function createResults() {
  const caption = make('caption', { class: 'vh' }, 'What differs and what came out');
  const head = make('thead');
  const differs = make('tbody');
  const out = make('tbody');
  const element = make('table', { class: 'results' }, caption, head, differs, out);
  let known = '';

  /** @param {Row} row */
  const rowOf = ({ title, cells }) => make('tr', {}, make('th', { scope: 'row' }, title), ...cells.map((cell) => make('td', {}, cell)));

  return {
    element,
    /** @param {readonly import('./words.js').Told[]} runs @param {import('../../types.js').Options | null} options @param {number} step */
    update(runs, options, step) {
      const names = runs.map(({ name }) => name);
      const [differing, came] = [whatDiffers(runs, options), whatCameOut(runs)];
      const now = JSON.stringify([names, differing, came, step]);
      if (now === known) return;
      known = now;
      head.replaceChildren(make('tr', {}, make('th', { scope: 'col' }, 'What differs'), ...names.map((name) => make('th', { scope: 'col' }, name))));
      differs.replaceChildren(...differing.map(rowOf));
      out.replaceChildren(make('tr', { class: 'between' }, make('th', { scope: 'rowgroup', colspan: names.length + 1 }, `What came out at step ${formatCount(step)}`)), ...came.map(rowOf));
    },
  };
}

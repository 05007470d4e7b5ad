/**
 * All points as a table, for those who don't see the plane and for those who want the numbers.
 */
import { byId, icon, make } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { CLASS_NAMES } from '../ui/shapes.js';
import { dialogById } from './help.js';
import { mark } from './marks.js';
import { answerAt } from './network_now.js';
import { answerText } from './point_words.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').Point} Point */

/** @param {Page} page @param {Point} point @param {number} index */
function row(page, point, index) {
  const { task } = /** @type {import('../types.js').Experiment} */ (page.state().experiment);
  const answer = answerAt(page, point);
  const kind = task === 'classification'
    ? [mark(point.target, 5), ` ${CLASS_NAMES[point.target]}`]
    : [formatNumber(point.target)];
  const remove = make(
    'button',
    {
      class: 'quiet',
      'aria-label': `Delete point ${index + 1}`,
      onclick: () => page.editor.remove([point.id]),
    },
    icon('delete'),
  );
  return make(
    'tr', {},
    make('td', {}, ...kind), make('td', {}, point.test ? 'testing' : 'training'),
    make('td', {}, formatNumber(point.x1)), make('td', {}, formatNumber(point.x2)),
    make('td', {}, answer ? answerText(task, answer) : '–'), make('td', {}, remove),
  );
}

/** @param {Page} page */
export function mountPointsTable(page) {
  const dialog = dialogById('points-dialog');
  const show = () => {
    if (!dialog.open) return;
    const { points } = page.state();
    byId('points-summary').textContent = points.length === 0
      ? 'There are no points yet.'
      : 'The last column is what the network said when this table was drawn.';
    byId('points-rows').replaceChildren(...points.map((point, index) => row(page, point, index)));
  };
  byId('table').addEventListener('click', () => {
    dialog.showModal();
    show();
  });
  page.watch((state) => state.points, show);
}

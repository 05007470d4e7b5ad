/**
 * All points as a table, for those who don't see the plane and for those who want the numbers.
 */
import { byId, icon, make } from '../../ui/dom.js';
import { formatNumber, NONE } from '../../ui/format.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { onChange } from '../../ui/tracked.js';
import { dialogById } from '../../ui/dialog.js';
import { mark } from '../../ui/marks.js';
import { answerAt } from '../network/network_now.js';
import { said } from '../../words/sentence.js';
import { answerText } from './point_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Point} Point */

/**
 * A row's words, cell by cell.
 * @param {Point} point
 * @param {import('../../types.js').Experiment} experiment
 * @param {ArrayLike<number> | null} answer of the network
 */
export function rowWords(point, experiment, answer) {
  const isClass = experiment.task === 'classification';
  const target = isClass ? CLASS_NAMES[point.target] : formatNumber(point.target);
  const place = [point.x1, point.x2].map((at) => formatNumber(at));
  return {
    target: said(target, isClass ? { that: 'class', class: target } : { that: 'height', height: target }),
    use: said(point.test ? 'testing' : 'training', { that: 'use', test: point.test }),
    x1: said(place[0], { that: 'coordinate', of: 'x1', at: place[0] }),
    x2: said(place[1], { that: 'coordinate', of: 'x2', at: place[1] }),
    answer: answer ? answerText(experiment, answer) : said(NONE, { that: 'no answer' }),
  };
}

/** @param {Page} page @param {Point} point @param {number} index */
function row(page, point, index) {
  const experiment = /** @type {import('../../types.js').Experiment} */ (page.state.experiment);
  const words = rowWords(point, experiment, answerAt(page, point));
  const kind = experiment.task === 'classification' ? [mark(point.target, 5), ` ${words.target.text}`] : [words.target.text];
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
    make('td', {}, ...kind), make('td', {}, words.use.text), make('td', {}, words.x1.text), make('td', {}, words.x2.text),
    make('td', {}, words.answer.text), make('td', {}, remove),
  );
}

/** @param {Page} page */
export function mountPointsTable(page) {
  const dialog = dialogById('points-dialog');
  const show = () => {
    if (!dialog.open) return;
    const { points, experiment } = page.state;
    byId('points-kind').textContent = experiment?.task === 'regression' ? 'Height' : 'Class';
    byId('points-summary').textContent = points.length === 0
      ? 'There are no points.'
      : 'The last column is what the network said when this table was drawn.';
    byId('points-rows').replaceChildren(...points.map((point, index) => row(page, point, index)));
  };
  byId('table').addEventListener('click', () => {
    dialog.showModal();
    show();
  });
  onChange(() => page.state.points, show);
}

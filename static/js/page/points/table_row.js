/**
 * A row of the table of points. It stays the same element as long as its point is there, so that a field in it, and the focus,
 * stay while others change.
 */
import { PLAIN_AXIS } from '../../data/scaling.js';
import { furtherName } from '../../network/features.js';
import { tableOf } from '../../state/selectors.js';
import { make, setAttribute, setText } from '../../ui/dom.js';
import { mark } from '../../ui/marks.js';
import { namingOf, ownText } from '../../ui/naming.js';
import { answerAt } from '../network/network_now.js';
import { rowWords } from './row_words.js';
import { createTypedCell } from './typed_cell.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('./typed_cell.js').Field} Field */

/** What a column is called. @param {import('../../ui/naming.js').Naming} naming @param {Field} key */
export function columnTitle(naming, key) {
  if (key === 'target') return 'height';
  if (key === 'x1' || key === 'x2') return naming.axes[key] || key;
  return naming.more[Number(key[1]) - 3]?.name || key;
}

/**
 * @param {import('../page.js').Page} page
 * @param {object} table
 * @param {Point} table.point
 * @param {boolean} table.isClass
 * @param {number} table.further columns
 * @param {(id: number, isChosen: boolean) => void} table.onChoose
 * @param {() => Iterable<number>} table.chosen
 * @param {(fault: string | null, input: HTMLInputElement) => void} table.tell
 * @param {() => void} table.onEnd a field is closed
 */
export function createRow(page, { point: first, isClass, further, onChoose, chosen, tell, onEnd }) {
  const { state, view, editor } = page;
  let [point, number] = [first, 0];
  const naming = () => namingOf(tableOf(state));
  const box = make('input', { type: 'checkbox', onchange: () => onChoose(point.id, box.checked) });
  const head = make('th', { scope: 'row' });
  const use = make('button', { class: 'cell', onclick: () => editor.setTest([point.id], !point.test) });
  const answer = make('td');
  /** @param {Field} key */
  const field = (key) => createTypedCell(page, {
    key, tell, onEnd, point: () => point, name: () => `${columnTitle(naming(), key)} of point ${number}`,
  });
  const names = Array.from({ length: further }, (_, place) => /** @type {Field} */ (furtherName(place)));
  const fields = new Map(/** @type {Field[]} */ ([...(isClass ? [] : ['target']), 'x1', 'x2', ...names]).map((key) => [key, field(key)]));
  const classCell = make('td');
  const [right, up, ...more] = /** @type {Field[]} */ (['x1', 'x2', ...names]).map((key) => /** @type {ReturnType<typeof field>} */ (fields.get(key)).element);
  const element = make(
    'tr', {
      'data-id': point.id,
      onpointerenter: () => { view.plane.lit = new Set([point.id]); }, onpointerleave: () => { view.plane.lit = new Set(chosen()); },
    },
    make('th', {}, box), head, fields.get('target')?.element ?? classCell, make('td', {}, use), right, up, ...more, answer,
  );
  let shownClass = '';

  return {
    element,
    box,
    isOpen: () => [...fields.values()].some((each) => each.isOpen()),
    /** @param {Point} now @param {number} at among all points, from 1 @param {boolean} isChosen */
    show(now, at, isChosen) {
      [point, number] = [now, at];
      const experiment = /** @type {import('../../types.js').Experiment} */ (state.experiment);
      const words = rowWords(point, experiment, answerAt(page, point), naming());
      setAttribute(box, 'aria-label', `Choose point ${number}`);
      box.checked = isChosen;
      element.classList.toggle('chosen', isChosen);
      setText(head, String(number));
      setText(use, words.use.text);
      setText(answer, words.answer.text);
      const shown = `${point.target} ${words.target.text}`;
      if (isClass && shown !== shownClass) classCell.replaceChildren(mark(point.target, 5), ` ${words.target.text}`);
      shownClass = shown;
      for (const [key, each] of fields) {
        each.show(key === 'target' || key === 'x1' || key === 'x2' ? words[key].text
          : words[key]?.text ?? ownText(naming().more[Number(key[1]) - 3] ?? PLAIN_AXIS, 0));
      }
    },
  };
}

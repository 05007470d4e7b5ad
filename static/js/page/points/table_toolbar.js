/**
 * What can be done with the points that are chosen: another class, another use, copies of them, away with them; each one thing
 * to undo.
 */
import { icon, make, makeSvg, setText } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { hollowMark, mark } from '../../ui/marks.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { manyOf } from '../../ui/class_words.js';
import { namingOf } from '../../ui/naming.js';
import { tableOf } from '../../state/selectors.js';
import { duplicate } from './duplicate.js';

/** Two sheets, one on the other. */
const COPIES = 'M2.5 2.5h7.5v7.5h-7.5zM6 10.5v3h7.5v-7.5h-3';

/** @param {Node} picture @param {string} words @param {() => void} onclick @param {string} [title] */
const action = (picture, words, onclick, title = words) => make('button', { class: 'quiet', title, onclick }, picture, make('span', { class: 'words' }, words));

/**
 * @param {import('../page.js').Page} page
 * @param {object} choice
 * @param {'row' | 'point'} choice.one what one of them is where they are chosen
 * @param {() => number[]} choice.chosen ids
 * @param {(ids: number[]) => void} choice.choose others, or none
 * @param {string} [choice.hint] while none is chosen
 */
export function createToolbar(page, { one, chosen, choose, hint: words = '' }) {
  const { state, editor } = page;
  const count = make('b');
  const classes = CLASS_NAMES.map((_, index) => make('button', { class: 'quiet', onclick: () => editor.setTargets(chosen(), index) }, mark(index)));
  const makeThem = make('span', { class: 'make' }, 'make them');
  const testing = action(hollowMark(0), 'For testing', () => editor.setTest(chosen(), true));
  const training = action(mark(0), 'For training', () => editor.setTest(chosen(), false));
  const actions = make(
    'div', { class: 'actions', role: 'group', 'aria-label': 'Chosen points' }, count, makeThem, ...classes,
    testing, training,
    action(makeSvg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, makeSvg('path', { d: COPIES })), 'Duplicate', () => {
      const copies = duplicate(page, chosen());
      if (copies.length > 0) choose(copies);
    }, one === 'point' ? 'Duplicate (Ctrl+D)' : 'Duplicate'),
    action(icon('delete'), 'Delete', () => {
      editor.remove(chosen());
      choose([]);
    }),
  );
  const hint = make('p', {}, words);
  return {
    element: make('div', { class: 'points-tools' }, actions, hint),
    /** @param {number} many that are chosen */
    show(many) {
      actions.hidden = many === 0;
      hint.hidden = many > 0;
      setText(count, `${counted(many, one)}${one === 'row' ? ' chosen' : ''}`);
      // What would change nothing is not offered.
      const ids = new Set(chosen());
      const tests = state.points.filter(({ id, test }) => test && ids.has(id)).length;
      testing.hidden = tests === many;
      training.hidden = tests === 0;
      const isClass = state.experiment?.task !== 'regression';
      const names = namingOf(tableOf(state)).classes;
      makeThem.hidden = !isClass;
      classes.forEach((button, index) => {
        button.hidden = !isClass || index >= (state.experiment?.classes ?? 2);
        button.setAttribute('aria-label', `Make them ${manyOf(names[index])}`);
        button.title = names[index];
      });
    },
  };
}

/**
 * What can be done with the points that are chosen: another class, another use, copies of them, away with them; each one thing
 * to undo.
 */
import { icon, make, setText } from '../../ui/dom.js';
import { counted } from '../../ui/format.js';
import { mark } from '../../ui/marks.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { namingOf } from '../../ui/naming.js';
import { tableOf } from '../../state/selectors.js';
import { duplicate } from './duplicate.js';

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
  const makeThem = make('span', {}, 'make them');
  const actions = make(
    'div', { class: 'actions', role: 'group', 'aria-label': 'Chosen points' }, count, makeThem, ...classes,
    make('button', { class: 'quiet', onclick: () => editor.setTest(chosen(), true) }, 'For testing'),
    make('button', { class: 'quiet', onclick: () => editor.setTest(chosen(), false) }, 'For training'),
    make('button', {
      class: 'quiet', title: 'Duplicate (Ctrl+D)',
      onclick() {
        const copies = duplicate(page, chosen());
        if (copies.length > 0) choose(copies);
      },
    }, 'Duplicate'),
    make('button', {
      class: 'quiet',
      onclick() {
        editor.remove(chosen());
        choose([]);
      },
    }, icon('delete'), 'Delete'),
  );
  const hint = make('p', {}, words);
  return {
    element: make('div', { class: 'points-tools' }, actions, hint),
    /** @param {number} many that are chosen */
    show(many) {
      actions.hidden = many === 0;
      hint.hidden = many > 0;
      setText(count, `${counted(many, one)} chosen`);
      const isClass = state.experiment?.task !== 'regression';
      const names = namingOf(tableOf(state)).classes;
      makeThem.hidden = !isClass;
      classes.forEach((button, index) => {
        button.hidden = !isClass || index >= (state.experiment?.classes ?? 2);
        button.setAttribute('aria-label', `Make them ${names[index]}`);
        button.title = names[index];
      });
    },
  };
}

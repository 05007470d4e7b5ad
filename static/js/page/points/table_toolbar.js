/**
 * What can be done with the rows that are chosen: another class, another use, away with them; each one thing to undo.
 */
import { icon, make, setText } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { mark } from '../../ui/marks.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { namingOf } from '../../ui/naming.js';
import { tableOf } from '../../state/selectors.js';

/**
 * @param {import('../page.js').Page} page
 * @param {() => number[]} chosen ids
 * @param {() => void} letGo
 */
export function createToolbar({ state, editor }, chosen, letGo) {
  const count = make('b');
  const classes = CLASS_NAMES.map((_, index) => make('button', { class: 'quiet', onclick: () => editor.setTargets(chosen(), index) }, mark(index)));
  const makeThem = make('span', {}, 'make them');
  const actions = make(
    'div', { class: 'actions', role: 'group', 'aria-label': 'Chosen points' }, count, makeThem, ...classes,
    make('button', { class: 'quiet', onclick: () => editor.setTest(chosen(), true) }, 'For testing'),
    make('button', { class: 'quiet', onclick: () => editor.setTest(chosen(), false) }, 'For training'),
    make('button', {
      class: 'quiet',
      onclick() {
        editor.remove(chosen());
        letGo();
      },
    }, icon('delete'), 'Delete'),
  );
  const hint = make('p', {}, 'Click a number to change it, a head to sort.');
  return {
    element: make('div', { class: 'points-tools' }, actions, hint),
    /** @param {number} rows that are chosen */
    show(rows) {
      actions.hidden = rows === 0;
      hint.hidden = rows > 0;
      setText(count, `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} chosen`);
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

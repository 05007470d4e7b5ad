/**
 * The branches of the run on its curve: the chosen one in full, the others pale with their names, and all of them in a list.
 */
import { placeInColumn } from '../../figures/chart/placing.js';
import { newestStep } from '../../state/chronicle/lines.js';
import { arrange, byId, make, setText } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';
import { openBranchList } from './branch_list.js';
import { factsOf, nameOf, waysWords } from './line_words.js';
import { ownPart } from './shares.js';

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */

/** Names beside the chosen one's: of the newest. */
const MOST_NAMES = 3;
const LABEL = { height: 15, gap: 7 };

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {import('../../state/chronicle/chronicle.js').Chronicle} shared.chronicle
 * @param {import('./visiting.js').Visiting} shared.visiting
 * @param {import('../loss/state.js').Curve} shared.curve
 * @param {{lines: number}} shared.told counts each change of the lines
 */
export function mountBranches(page, { chronicle, visiting, curve, told }) {
  const { newest, view } = page;
  const chart = byId('chart');
  const labels = make('div', { class: 'branch-ends' });
  chart.append(labels);
  const open = () => openBranchList(page, { button, chronicle, visiting, told });
  const button = make('button', { class: 'tiny', id: 'branches', 'aria-haspopup': 'dialog', hidden: true, onclick: open });
  byId('loss-scale').before(button);
  /** @type {WeakMap<Line, HTMLButtonElement>} */
  const buttons = new WeakMap();

  const listed = () => {
    void told.lines;
    return chronicle.lines.filter(({ deleted }) => !deleted);
  };
  const chosenLine = () => view.past.moment?.line ?? chronicle.current;

  effect(() => {
    const lines = listed();
    const chosen = chosenLine();
    if (!chosen) return;
    const others = lines.filter((line) => line !== chosen);
    button.hidden = lines.length < 2;
    setText(button, waysWords(lines.length));
    curve.others = others.map((line) => ownPart(line, chosen));
    curve.history = chosen === chronicle.current ? null : chosen.history;
  });

  /** @param {Line} line */
  function buttonOf(line) {
    const there = buttons.get(line) ?? make('button', {
      class: 'branch-end',
      onclick: () => (line === chosenLine() && line !== chronicle.current ? open() : visiting.go(newestStep(line), false, line)),
      onpointerdown: (/** @type {Event} */ event) => event.stopPropagation(),
    });
    buttons.set(line, there);
    return there;
  }

  effect(() => {
    const { place } = curve;
    const lines = listed();
    const chosen = chosenLine();
    const others = lines.filter((line) => line !== chosen).slice(-MOST_NAMES);
    if (!place || !chosen || others.length === 0) {
      arrange(labels, []);
      return;
    }
    const shown = [chosen, ...others];
    const ends = shown.map((line) => {
      const { steps, train } = line === chronicle.current ? newest.history : line.history;
      const step = Math.min(steps[steps.length - 1] ?? 0, place.last);
      const share = (step - place.first) / Math.max(1, place.last - place.first);
      return { x: place.left + share * (place.right - place.left), y: place.down(train[train.length - 1] ?? NaN) };
    });
    const wished = ends.map(({ y }) => (Number.isFinite(y) ? y : place.top));
    const tops = placeInColumn(wished, LABEL.height, { top: place.top, bottom: place.bottom - LABEL.height / 2 });
    shown.forEach((line, at) => {
      const there = buttonOf(line);
      setText(there, nameOf(line, newest.options));
      there.title = factsOf(line, newest.options);
      there.classList.toggle('chosen', line === chosen);
      Object.assign(there.style, { left: `${ends[at].x + LABEL.gap}px`, top: `${tops[at]}px` });
    });
    arrange(labels, shown.map(buttonOf));
  });

  return {
    /** To another branch, at the same step or the nearest that it has. @param {number} ways */
    walk(ways) {
      const lines = listed();
      const chosen = chosenLine();
      const at = chosen ? lines.indexOf(chosen) + ways : -1;
      const line = lines[at];
      if (line) visiting.go(Math.min(visiting.step, newestStep(line)), false, line);
    },
    open,
  };
}

/**
 * Points by a formula that a person types: squares where it is true, circles where it isn't.
 */
import { FormulaError, parseCondition } from '../../data/formula.js';
import { drawByFormula } from '../../data/formula_points.js';
import { oneLine } from '../../data/quoted.js';
import { PLAIN_AXIS } from '../../data/scaling.js';
import { make, makeSvg, setText } from '../../ui/dom.js';
import { mark } from '../../ui/marks.js';
import { mostPoints } from '../points/limits.js';
import { FIRST_SAMPLE } from '../points/samples.js';
import { takeInOn } from './take_in.js';

/** @typedef {import('../page.js').Page} Page */

const EXAMPLES = [
  { text: 'y > sin(2x)', words: 'a wave', d: 'M2 15C6 3 10 3 15 15S24 27 28 15' },
  { text: 'x² + y² < 4', words: 'a disc', d: 'M15 6a9 9 0 1 1 0 18a9 9 0 1 1 0-18' },
  { text: 'x · y > 0', words: 'the four corners', d: 'M15 3v24M3 15h24' },
  { text: '|x| + |y| < 2', words: 'a diamond', d: 'M15 4l10 11l-10 11l-10-11z' },
];
const LONGEST_NAME = 24;

/** @param {Page} page @param {string} text @param {number} count */
async function drawOn(page, text, count) {
  const { noise, test_share: testShare } = page.state.drawn ?? FIRST_SAMPLE;
  const points = drawByFormula(parseCondition(text), { count, noise: noise * 1.6, testShare, seed: 1 });
  const table = { name: oneLine(text, LONGEST_NAME), formula: text, axes: { x1: PLAIN_AXIS, x2: PLAIN_AXIS, target: null }, classes: [] };
  await takeInOn(page, { points, table, task: 'classification' });
}

/**
 * @param {Page} page
 * @param {() => void} onDone
 */
export function createFormula(page, onDone) {
  const { state } = page;
  const count = Math.min(mostPoints(state), Math.max(20, state.drawn?.count ?? FIRST_SAMPLE.count));
  const wrong = make('p', { class: 'wrong', role: 'status' });
  const input = make('input', { type: 'text', 'aria-label': 'Formula', autocomplete: 'off', spellcheck: 'false', maxlength: 200, placeholder: 'y > sin(2x)' });
  const tell = () => {
    try {
      parseCondition(input.value);
      setText(wrong, '');
      input.removeAttribute('aria-invalid');
      return true;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      setText(wrong, error.message);
      input.setAttribute('aria-invalid', 'true');
      return false;
    }
  };
  const use = () => {
    if (!tell()) return;
    onDone();
    page.tell(drawOn(page, input.value, count));
  };
  input.addEventListener('input', () => {
    if (wrong.textContent !== '') tell();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    use();
  });
  const examples = EXAMPLES.map(({ text, words, d }) => make('button', {
    class: 'option drawn',
    onclick() {
      input.value = text;
      use();
    },
  }, /** @type {SVGElement} */ (makeSvg('svg', { class: 'drawing', viewBox: '-11 0 52 30', 'aria-hidden': 'true' }, makeSvg('path', { d }))),
  make('span', {}, make('b', {}, text), make('small', {}, words))));
  return make(
    'section', { class: 'setting own-formula' },
    make('h3', {}, 'Points by a formula'),
    make('p', {}, mark(1, 5), ' where this is true, ', mark(0, 5), ' where it isn’t.'),
    make('div', { class: 'controls' }, input, wrong),
    make('div', { class: 'options' }, ...examples),
    make('p', { class: 'price' }, `x, y, numbers, + − · / ^, sin, cos, exp, abs, sqrt, and, or. ${count} points are drawn in place of the present ones; Undo brings those back.`),
  );
}

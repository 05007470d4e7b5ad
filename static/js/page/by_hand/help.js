/**
 * Help with one quantity: its equation in words and symbols, then its factors in numbers, then nothing again.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { setFormula, setFormulas } from '../../ui/tex.js';
import { equationOf, factorsOf, hintOf } from './hints.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('./exercise.js').Help} Help */
/** @typedef {import('./quantities.js').Quantity} Quantity */

/**
 * @param {Exercise} exercise
 * @param {Quantity} quantity
 * @param {string} name of the quantity
 */
export function createHelp(exercise, quantity, name) {
  const { key } = quantity;
  const equation = equationOf(quantity, exercise.setup);
  /** A bias's one factor is the result itself. @type {Help} */
  const most = quantity.kind === 'bias' ? 1 : 2;
  const button = make('button', { type: 'button', class: 'tiny' });
  const link = make('a', {
    href: `/maths#eq-${equation}`, target: '_blank', rel: 'noopener',
    'aria-label': `Equation ${equation}, in the article, opens in a new tab`,
  }, `(${equation})`);
  const formula = make('div', { class: 'formula' });
  const factors = make('div', { class: 'factors' });
  const element = make('div', { class: 'hint' }, make('p', {}, link, ` ${hintOf(quantity, exercise.setup)}`), formula, factors);

  button.addEventListener('click', () => {
    const level = exercise.help(key);
    exercise.setHelp(key, /** @type {Help} */ (level < most ? level + 1 : 0));
  });

  return {
    button,
    element,
    /** What the equation says, for the ear. */
    spoken: `See equation ${equation}: ${hintOf(quantity, exercise.setup)}`,
    update() {
      const level = exercise.help(key);
      const { subject } = exercise;
      const word = level === 0 ? 'Hint' : level < most ? 'Factors' : 'Hide';
      setText(button, word);
      setAttribute(button, 'aria-label', `${word}: ${name}`);
      setAttribute(button, 'aria-expanded', String(level > 0));
      element.hidden = level === 0;
      if (level === 0 || !subject) return;
      const told = factorsOf(subject, quantity);
      setFormula(formula, `\\displaystyle ${told.formula}`);
      setFormulas(factors, level === 2 ? told.factors : []);
    },
  };
}

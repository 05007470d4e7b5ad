/**
 * A setting as the page shows it: what it is in a sentence, its controls, and what changing it costs.
 */
import { make, setText } from '../../ui/dom.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Sample} Sample */

/**
 * What settings show.
 * @typedef {object} Facts
 * @property {Experiment} experiment
 * @property {Sample} sample
 * @property {number} points
 * @property {number} further columns that the points have beyond x1 and x2
 * @property {number} test_share of the points that are there
 * @property {boolean} show_tests
 * @property {boolean} discretised
 */

/**
 * What settings may do. Each resolves to the reason of a refusal in words, or null: a field for numbers shows it beside
 * itself, all else has `tell` show it.
 * @typedef {object} Deeds
 * @property {(changes: Partial<Experiment>) => Promise<string | null>} configure
 * @property {(changes: Partial<Sample>) => Promise<string | null>} generate draws all points anew
 * @property {(share: number) => Promise<string | null>} split chooses the test points anew
 * @property {(reason: Promise<string | null>) => Promise<void>} tell shows a refusal under the controls
 * @property {(changes: {show_tests?: boolean, discretised?: boolean}) => void} look changes how it is looked at, and nothing of it
 * @property {import('../../types.js').Options} options
 * @property {import('../../types.js').Limits} limits
 * @property {(name: string) => string | null} ownName what the points' table calls an input; null where it has no name for it
 */

/**
 * A control and the fact that it shows; `when` hides it where it means nothing.
 * @typedef {object} Part
 * @property {import('../../ui/choices.js').Control} control
 * @property {(facts: Facts) => any} reads
 * @property {(facts: Facts) => boolean} [when]
 */

/**
 * @typedef {object} Setting
 * @property {string} title
 * @property {string} about what it is
 * @property {string} price what changing it costs
 * @property {(deeds: Deeds) => Part[]} parts
 */

/**
 * @param {Setting} setting
 * @param {Omit<Deeds, 'tell'>} deeds
 * @returns {{element: HTMLElement, show: (facts: Facts) => void, tick: (step: number) => void}}
 */
export function buildSetting({ title, about, price, parts }, deeds) {
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const tell = async (/** @type {Promise<string | null>} */ reason) => setText(wrong, await reason ?? '');
  const built = parts({ ...deeds, tell });
  const element = make(
    'section', { class: 'setting' },
    make('h3', {}, title), make('p', {}, about),
    make('div', { class: 'controls' }, ...built.map((part) => part.control.element), wrong),
    make('p', { class: 'price' }, price),
  );
  return {
    element,
    show(facts) {
      for (const { control, reads, when } of built) {
        control.element.hidden = when ? !when(facts) : false;
        control.show(reads(facts));
      }
    },
    tick(step) {
      for (const { control } of built) control.tick?.(step);
    },
  };
}

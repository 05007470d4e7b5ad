/**
 * The network of an exercise as a sentence; every underlined phrase is a choice.
 */
import { worded } from '../settings/choice_words.js';
import { choice, followedBy } from './choice.js';
import { costsOf, mostLayers, mostNeurons, outputsOf } from './setup.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('./setup.js').Setup} Setup */

const LAYERS = ['no hidden layer', 'one hidden layer', 'two hidden layers'];
/** What a network can answer. @type {Record<string, {title: string, changes: Partial<Setup>}>} */
const ANSWERS = {
  1: { title: 'one number', changes: { task: 'regression', classes: 2 } },
  2: { title: '2 classes', changes: { task: 'classification', classes: 2 } },
  3: { title: '3 classes', changes: { task: 'classification', classes: 3 } },
};

/**
 * @param {HTMLElement} element
 * @param {Exercise} exercise
 * @param {import('../../types.js').Options} options
 * @param {import('../../types.js').Limits} limits
 */
export function mountSetup(element, exercise, options, limits) {
  /** @param {'activation' | 'output' | 'cost'} field @param {string} label @param {string[]} [names] */
  const nameChoice = (field, label, names) => choice(label, worded(options[field], names), exercise.setup[field],
    (name) => exercise.configure({ [field]: name }));

  /** @param {number} at index of the hidden layer */
  function widthChoice(at) {
    const { hidden } = exercise.setup;
    const widths = Array.from({ length: mostNeurons(limits) }, (_, index) => ({ value: index + 1, title: String(index + 1) }));
    return choice(`Neurons of layer ${at + 2}`, widths, hidden[at],
      (width) => exercise.configure({ hidden: hidden.map((own, index) => (index === at ? Number(width) : own)) }));
  }

  function layersChoice() {
    const { hidden } = exercise.setup;
    const counts = LAYERS.slice(0, mostLayers(limits) + 1).map((title, value) => ({ value, title }));
    return choice('Hidden layers', counts, hidden.length, (count) =>
      exercise.configure({ hidden: Array.from({ length: Number(count) }, (_, at) => hidden[at] ?? Math.min(2, mostNeurons(limits))) }));
  }

  return {
    build() {
      const { setup } = exercise;
      const { hidden, task, classes } = setup;
      const widths = hidden.flatMap((_, at) => [at === 0 ? ' of ' : ' and ', widthChoice(at)]);
      const layers = hidden.length === 0 ? [followedBy(layersChoice(), ';')] : [
        layersChoice(), ...widths, ' ', hidden.length > 1 || hidden[0] > 1 ? 'neurons, ' : 'neuron, ',
        followedBy(nameChoice('activation', 'Activation of the hidden neurons'), ';'),
      ];
      const answers = choice('What the network answers', Object.entries(ANSWERS).map(([value, { title }]) => ({ value, title })),
        task === 'regression' ? '1' : String(classes), (count) => exercise.configure(ANSWERS[count].changes));
      const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : null;
      element.replaceChildren(
        'Two inputs, ', ...layers, ' ', followedBy(answers, ','), ' ',
        followedBy(nameChoice('output', 'Output', outputsOf(options, setup)), ','), ' ',
        followedBy(nameChoice('cost', 'Cost', costsOf(options, setup)), '.'),
      );
      if (focused) /** @type {HTMLElement | null} */ (element.querySelector(`[aria-label="${focused}"]`))?.focus();
    },
  };
}

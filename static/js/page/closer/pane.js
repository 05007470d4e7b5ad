/**
 * The reading pane of what is looked at closer: a neuron's verdict and rug, or a wire's equation in pictures.
 */
import { mount as mountPicture } from '../../figures/closer/picture.js';
import { RUG_HEIGHT, mount as mountRug } from '../../figures/closer/rug.js';
import { byId, make, setText } from '../../ui/dom.js';
import { answersOf, networkOf, rangeOf, thresholdOf } from './answers.js';
import { neuronWords } from './neuron_words.js';
import { rampOf } from './scale_view.js';
import { wireWords } from './wire_words.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

function createPictureOf() {
  const box = make('div', { class: 'tile' });
  const figure = mountPicture(box);
  const [caption, extent] = [make('span', { class: 'caption' }), make('span', { class: 'extent' })];
  return {
    element: make('div', { class: 'step' }, box, caption, extent),
    /** @param {import('./wire_words.js').Picture} picture */
    update(picture) {
      figure.update(picture.values, picture.greatest);
      setText(caption, picture.caption);
      setText(extent, picture.extent.text);
    },
  };
}

function createEquation() {
  const [incoming, product, sum] = [createPictureOf(), createPictureOf(), createPictureOf()];
  const [value, change, between] = [make('b', { class: 'factor' }), make('span', { class: 'extent' }), make('span', { class: 'op' })];
  const operator = (/** @type {string} */ text) => make('span', { class: 'op' }, text);
  const element = make(
    'div', { class: 'equation' },
    incoming.element, operator('×'), make('div', { class: 'step' }, value, make('span', { class: 'caption' }, 'this wire'), change),
    operator('='), product.element, make('div', { class: 'total' }, between, sum.element),
  );
  return {
    element,
    /** @param {NonNullable<import('./wire_words.js').Told['equation']>} equation */
    update(equation) {
      incoming.update(equation.incoming);
      product.update(equation.product);
      sum.update(equation.sum);
      setText(value, equation.value.text);
      setText(change, equation.change.text);
      setText(between, equation.between);
    },
  };
}

export function createPane() {
  const [title, words] = [make('h3'), make('p')];
  const rugBox = make('div', { class: 'rug', role: 'img', 'aria-label': 'The training points on this neuron’s scale' });
  rugBox.style.height = `calc(${RUG_HEIGHT}px * var(--wall, 1))`;
  const equation = createEquation();
  const element = make('div', { class: 'say closer' }, title, words, rugBox, equation.element);
  element.hidden = true;
  byId('reading').append(element);
  const rug = mountRug(rugBox);

  /** @param {{title: Sentence, words: Sentence}} told */
  const say = (told) => {
    setText(title, told.title.text);
    setText(words, told.words.text);
  };

  return {
    /** What is said just now, for those who don't see it. */
    get text() {
      return `${title.textContent}. ${words.textContent}`;
    },

    /**
     * @param {Snapshot} snapshot
     * @param {string | null} key what is looked at
     * @param {import('./answers.js').Place | null} neuron the same, where it is a neuron
     */
    update(snapshot, key, neuron) {
      const wire = key && !neuron ? wireWords(snapshot, key) : null;
      const told = neuron ? neuronWords(snapshot, neuron) : wire;
      element.hidden = told === null;
      if (!told) return;
      say(told);
      equation.element.hidden = !wire?.equation;
      if (wire?.equation) equation.update(wire.equation);
      const network = networkOf(snapshot);
      const answers = neuron && answersOf(snapshot, neuron);
      rugBox.hidden = !answers || answers.length === 0;
      if (!neuron || !answers || !network || !snapshot.experiment) return;
      const range = rangeOf(network.architecture, network.parameters, neuron);
      rug.update({
        answers: answers.filter(({ value }) => !Number.isNaN(value)), range, task: snapshot.experiment.task,
        threshold: thresholdOf(network.architecture, neuron), ramp: rampOf(network.architecture, neuron, range.low),
      });
    },
  };
}

/** @file Figure 8: the size of the blame in each layer of a deep network, for a bend and a size of weights that the reader chooses. */

import { plainNumber } from '../trace/printed.js';
import { setText } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { said } from '../words/sentence.js';
import { blameByLayer } from './deep_network.js';
import { createChoices, createSlider, part } from './parts.js';

/** The bars show powers of ten from the least to the most. */
const RANGE = { least: -9, most: 2 };
const EVEN = 3;
const START = /** @type {const} */ ({ activation: 'sigmoid', factor: 1 });

/** @param {number} value */
const share = (value) => Math.max(0, Math.min(1, (Math.log10(value) - RANGE.least) / (RANGE.most - RANGE.least)));

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export function mount(figure, { networks: { deep, article } }) {
  /** @type {{activation: import('../types.js').ActivationName, factor: number}} */
  const state = { ...START };
  const rows = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll('[data-layer]')])
    .map((row) => ({ bar: part(row, 'bar'), number: part(row, 'number') }));
  const words = part(figure, 'said');

  const choices = createChoices({
    label: 'The bend',
    choices: [['sigmoid', 'Sigmoid'], ['tanh', 'Tanh'], ['relu', 'ReLU'], ['linear', 'None']],
    value: START.activation,
    onChoose(activation) {
      state.activation = activation;
      show();
    },
  });
  const slider = createSlider({
    label: 'Size of the weights', min: 0.25, max: 4, step: 0.05, value: START.factor,
    words: (factor) => (factor === 1 ? 'as (7.2) says' : `${formatNumber(factor)} times that`),
    onInput(factor) {
      state.factor = factor;
      show();
    },
  });
  part(figure, 'controls').append(choices.element, slider.element);

  function show() {
    const blame = blameByLayer(deep, state.activation, state.factor, article.points);
    rows.forEach(({ bar, number }, at) => {
      bar.style.setProperty('--share', `${100 * share(blame[at])}%`);
      setText(number, plainNumber(blame[at], 3));
    });
    setText(words, deepSentence(blame[0], blame[blame.length - 1]).text);
  }
  show();
}

/**
 * What becomes of the blame on its way back.
 * @param {number} first   mean |δ| of layer 2
 * @param {number} last   of the output
 * @returns {import('../words/sentence.js').Sentence}
 */
export function deepSentence(first, last) {
  if (last === 0) return said('The output has no blame to hand back.', { that: 'blame', fate: 'none' });
  if (first === 0) return said('The blame is lost: layer 2 gets none of what the output has.', { that: 'blame', fate: 'lost' });
  const ratio = first / last;
  const printed = plainNumber(ratio);
  const claim = (/** @type {string} */ fate) => ({ that: 'blame', fate, printed });
  if (ratio < 1 / EVEN) return said(`The blame fades: layer 2 gets ${printed} of what the output has.`, claim('fades'));
  if (ratio > EVEN) return said(`The blame grows: layer 2 gets ${printed} times what the output has.`, claim('grows'));
  return said(`The blame arrives: layer 2 gets ${printed} times what the output has.`, claim('arrives'));
}

/** @file Figure 10: nudge any parameter of the worked example and compare the quotient with backpropagation's derivative. */

import { softmaxCrossEntropy } from '../network/cross_entropy.js';
import { feedforward } from '../network/forward.js';
import { make, setText } from '../ui/dom.js';
import { formatScientific } from '../ui/format.js';
import { createSlider, part } from './parts.js';
import { traceOf } from './trace.js';

const DECIMALS = 9;
const MINUS = '\u2212';

/** Never a zero with a sign. @param {number} value */
function exact(value) {
  const text = value.toFixed(DECIMALS);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', MINUS);
}

/**
 * The row of a nudge in print: both costs, their quotient (7.1), the derivative, and how far these two are apart.
 * @param {number} above
 * @param {number} below
 * @param {number} nudge
 * @param {number} derivative
 */
export function checkTexts(above, below, nudge, derivative) {
  const quotient = (above - below) / (2 * nudge);
  const larger = Math.max(Math.abs(quotient), Math.abs(derivative));
  const error = larger === 0 ? 0 : Math.abs(quotient - derivative) / larger;
  return [exact(above), exact(below), exact(quotient), exact(derivative), formatScientific(error)];
}

/**
 * Every parameter with its name, in the order of θ.
 * @param {import('../network/architecture.js').Architecture} architecture
 */
function parametersOf(architecture) {
  const named = [];
  for (let i = 2; i <= architecture.layers; i++) {
    for (let k = 0; k < architecture.sizes[i - 1]; k++) {
      for (let j = 0; j < architecture.sizes[i - 2]; j++) {
        named.push({ index: architecture.weightIndex(i, k, j), name: `weight from neuron ${j + 1} of layer ${i - 1} to neuron ${k + 1} of layer ${i}` });
      }
      named.push({ index: architecture.biasIndex(i, k), name: `bias of neuron ${k + 1} of layer ${i}` });
    }
  }
  return named;
}

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export function mount(figure, { networks: { worked } }) {
  const { architecture, followed } = worked;
  const { gradient } = traceOf(worked, followed);
  const named = parametersOf(architecture);
  const select = make('select', { 'aria-label': 'The parameter to nudge' },
    ...named.map(({ name, index }) => make('option', { value: index }, name)));
  let exponent = -3;

  /** @param {number} index @param {number} nudge */
  function costWith(index, nudge) {
    const parameters = worked.parameters.slice();
    parameters[index] += nudge;
    const { pre_activations: sums } = feedforward(architecture, parameters, followed.x1, followed.x2);
    return softmaxCrossEntropy(/** @type {Float64Array} */ (sums[architecture.layers]), followed.target);
  }

  const cells = ['above', 'below', 'quotient', 'derivative', 'error'].map((name) => part(figure, name));
  function show() {
    const index = Number(select.value);
    const nudge = 10 ** exponent;
    const texts = checkTexts(costWith(index, nudge), costWith(index, -nudge), nudge, gradient[index]);
    cells.forEach((cell, at) => setText(cell, texts[at]));
  }
  select.addEventListener('change', show);
  const slider = createSlider({
    label: 'τ', min: -9, max: -0.5, step: 0.5, value: exponent, words: (power) => formatScientific(10 ** power),
    onInput(power) {
      exponent = power;
      show();
    },
  });
  part(figure, 'controls').append(select, slider.element);
  show();
}

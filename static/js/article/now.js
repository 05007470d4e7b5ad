/** @file "Show with numbers": a formula of the text with the numbers of the point and the weight that the reader looks at. */

import { make } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { traceOf } from './trace.js';

/** @typedef {import('../trace/types.js').Trace} Trace */
/** @typedef {import('./reader.js').Chosen} Chosen */
/** @typedef {(string | {value: number, back?: boolean})[]} Line   words and numbers, in order */

const DECIMALS = 4;

/** @param {number} value */
const ink = (value) => ({ value });

/** @param {number} value a derivative of the cost */
const back = (value) => ({ value, back: true });

/** @param {(number[] | null)[]} lists @param {number} layer @param {number} neuron */
const at = (lists, layer, neuron) => /** @type {number[]} */ (lists[layer])[neuron];

/**
 * @typedef {Object} Subject
 * @property {Trace} trace
 * @property {import('../network/architecture.js').Architecture} architecture
 * @property {Chosen} chosen
 */

/** By the `data-now` of an element. @type {Record<string, (subject: Subject) => Line>} */
const LINES = {
  sum({ trace, architecture, chosen: { layer, neuron } }) {
    const inputs = /** @type {number[]} */ (trace.activations[layer - 1]);
    return [
      `neuron ${neuron + 1} of layer ${layer}: `,
      ink(at(trace.pre_activations, layer, neuron)), ' = ', ink(trace.parameters[architecture.biasIndex(layer, neuron)]),
      ...inputs.flatMap((a, j) => [' + ', ink(trace.parameters[architecture.weightIndex(layer, neuron, j)]), ' · ', ink(a)]),
    ];
  },
  bias({ trace, chosen: { layer, neuron } }) {
    return [`neuron ${neuron + 1} of layer ${layer}: `, back(at(trace.deltas, layer, neuron))];
  },
  weight({ trace, architecture, chosen: { layer, neuron, source } }) {
    return [
      `from neuron ${source + 1} of layer ${layer - 1} to neuron ${neuron + 1} of layer ${layer}: `,
      back(trace.gradient[architecture.weightIndex(layer, neuron, source)]), ' = ',
      ink(at(trace.activations, layer - 1, source)), ' · ', back(at(trace.deltas, layer, neuron)),
    ];
  },
  blame({ trace, architecture, chosen: { layer, neuron } }) {
    if (layer === architecture.layers) {
      return [
        `output ${neuron + 1}, by (6.9): `, back(at(trace.deltas, layer, neuron)), ' = ',
        ink(at(trace.activations, layer, neuron)), ' − ', `${trace.target[neuron]}`,
      ];
    }
    const above = /** @type {number[]} */ (trace.deltas[layer + 1]);
    return [
      `neuron ${neuron + 1} of layer ${layer}: `, back(at(trace.deltas, layer, neuron)), ' = ',
      ink(at(trace.slopes, layer, neuron)), ' · (',
      ...above.flatMap((delta, m) => [
        m > 0 ? ' + ' : '', ink(trace.parameters[architecture.weightIndex(layer + 1, m, neuron)]), ' · ', back(delta),
      ]), ')',
    ];
  },
};

/** @param {HTMLElement} element @param {import('./context.js').Context} context */
export function mount(element, { networks: { essay }, reader }) {
  const lineOf = LINES[element.dataset.now ?? ''];
  const numbers = make('span', { hidden: true });
  const button = make('button', {
    type: 'button', class: 'tiny', 'aria-expanded': 'false',
    onclick() {
      numbers.hidden = !numbers.hidden;
      button.setAttribute('aria-expanded', String(!numbers.hidden));
      button.textContent = numbers.hidden ? 'Show with numbers' : 'now';
      show();
    },
  }, 'Show with numbers');
  element.append(button, numbers);

  /** @type {Trace | null} */
  let trace = null;
  function show() {
    const { point, chosen } = reader.state;
    if (numbers.hidden) return;
    if (trace?.point !== point) trace = traceOf(essay, point);
    const subject = { trace: /** @type {Trace} */ (trace), architecture: essay.architecture, chosen };
    numbers.replaceChildren(...lineOf(subject).map((piece, place, line) => (typeof piece === 'string'
      ? piece
      : make('b', { class: piece.back ? 'back' : null }, numberAfter(line[place - 1], piece.value)))));
  }
  reader.follow(show);
}

/** A negative number stands in brackets where it follows an operator. @param {Line[number]} before @param {number} value */
function numberAfter(before, value) {
  const text = formatNumber(value, DECIMALS);
  return value < 0 && /[+·] $/.test(String(before)) ? `(${text})` : text;
}

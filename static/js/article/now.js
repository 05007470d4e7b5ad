/** @file "Show with numbers": a formula of the text with the numbers of the point and the weight that the reader looks at. */

import { plainNumber, settle } from '../trace/printed.js';
import { make } from '../ui/dom.js';
import { traceOf } from './trace.js';

/** @typedef {import('../trace/types.js').Trace} Trace */
/** @typedef {import('./reader.js').Chosen} Chosen */
/** @typedef {(string | {text: string, back?: boolean})[]} Line   words and printed numbers, in order */

/** What stands between a result and its calculation. @param {import('../trace/printed.js').Settled} settled */
const equals = ({ sign }) => (sign === '=' ? ' = ' : ' \u2248 ');

/** A negative number stands in brackets where it follows an operator. @param {string} text */
const bracketed = (text) => (text.startsWith('\u2212') ? `(${text})` : text);

/** @param {number} value @param {number} [digits] */
const ink = (value, digits) => ({ text: plainNumber(value, digits) });

/** @param {number} value a derivative of the cost @param {number} [digits] */
const back = (value, digits) => ({ text: plainNumber(value, digits), back: true });

/** @param {{text: string, back?: boolean}} number */
const after = (number) => ({ ...number, text: bracketed(number.text) });

/** @param {(number[] | null)[]} lists @param {number} layer @param {number} neuron */
const at = (lists, layer, neuron) => /** @type {number[]} */ (lists[layer])[neuron];

/**
 * @typedef {Object} Subject
 * @property {Trace} trace
 * @property {import('../network/architecture.js').Architecture} architecture
 * @property {Chosen} chosen
 */

/** By the `data-now` of an element; each prints what calculating with the printed numbers gives. @type {Record<string, (subject: Subject) => Line>} */
export const LINES = {
  sum({ trace, architecture, chosen: { layer, neuron } }) {
    const inputs = /** @type {number[]} */ (trace.activations[layer - 1]);
    const weights = inputs.map((_, j) => trace.parameters[architecture.weightIndex(layer, neuron, j)]);
    const bias = trace.parameters[architecture.biasIndex(layer, neuron)];
    const z = at(trace.pre_activations, layer, neuron);
    const settled = settle([bias, ...weights, ...inputs], ([b, ...rest]) =>
      inputs.reduce((sum, _, j) => sum + rest[j] * rest[inputs.length + j], b), { result: z });
    const { digits } = settled;
    return [
      `neuron ${neuron + 1} of layer ${layer}: `, ink(z), equals(settled), ink(bias, digits),
      ...inputs.flatMap((a, j) => [' + ', after(ink(weights[j], digits)), ' · ', after(ink(a, digits))]),
    ];
  },
  bias({ trace, chosen: { layer, neuron } }) {
    return [`neuron ${neuron + 1} of layer ${layer}: `, back(at(trace.deltas, layer, neuron))];
  },
  weight({ trace, architecture, chosen: { layer, neuron, source } }) {
    const [a, delta] = [at(trace.activations, layer - 1, source), at(trace.deltas, layer, neuron)];
    const result = trace.gradient[architecture.weightIndex(layer, neuron, source)];
    const settled = settle([a, delta], ([left, right]) => left * right, { result });
    return [
      `from neuron ${source + 1} of layer ${layer - 1} to neuron ${neuron + 1} of layer ${layer}: `,
      back(result), equals(settled), ink(a, settled.digits), ' · ', after(back(delta, settled.digits)),
    ];
  },
  blame({ trace, architecture, chosen: { layer, neuron } }) {
    const delta = at(trace.deltas, layer, neuron);
    if (layer === architecture.layers) {
      const [a, y] = [at(trace.activations, layer, neuron), trace.target[neuron]];
      const settled = settle([a], ([output]) => output - y, { result: delta });
      return [`output ${neuron + 1}, by (6.9): `, back(delta), equals(settled), ink(a, settled.digits), ' \u2212 ', `${y}`];
    }
    const above = /** @type {number[]} */ (trace.deltas[layer + 1]);
    const weights = above.map((_, m) => trace.parameters[architecture.weightIndex(layer + 1, m, neuron)]);
    const slope = at(trace.slopes, layer, neuron);
    const settled = settle([slope, ...weights, ...above], ([s, ...rest]) =>
      s * above.reduce((sum, _, m) => sum + rest[m] * rest[above.length + m], 0), { result: delta });
    const { digits } = settled;
    return [
      `neuron ${neuron + 1} of layer ${layer}: `, back(delta), equals(settled), ink(slope, digits), ' · (',
      ...above.flatMap((share, m) => [
        m > 0 ? ' + ' : '', m > 0 ? after(ink(weights[m], digits)) : ink(weights[m], digits), ' · ', after(back(share, digits)),
      ]), ')',
    ];
  },
};

/** @param {HTMLElement} element @param {import('./context.js').Context} context */
export function mount(element, { networks: { article }, reader }) {
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
    if (trace?.point !== point) trace = traceOf(article, point);
    const subject = { trace: /** @type {Trace} */ (trace), architecture: article.architecture, chosen };
    numbers.replaceChildren(...LINES[element.dataset.now ?? ''](subject).map((piece) =>
      (typeof piece === 'string' ? piece : make('b', { class: piece.back ? 'back' : null }, piece.text))));
  }
  reader.follow(show);
}

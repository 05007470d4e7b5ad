/**
 * A neuron under the glass: what it computes for the point, and every weight that leads into it or out of it.
 */
import { FEATURE_WORDS } from '../../network/choices.js';
import { biasKey, weightKey } from '../../network/keys.js';
import { plainNumber } from '../../trace/printed.js';
import * as symbols from '../../trace/symbols.js';
import { make, setText } from '../../ui/dom.js';
import { createTerm, formula } from './term.js';
import { looksThrough } from './glass_words.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../trace/types.js').PassSubject} Subject */
/** @typedef {{layer: number, neuron: number}} Place */

/** Of the weights in a neuron's lists. */
const WIRE_DIGITS = 3;

/**
 * A button for each parameter of a list.
 * @param {string} label
 * @param {Array<{key: string, tex: string, index: number}>} wires
 * @param {(key: string) => void} onOpen
 */
function createWires(label, wires, onOpen) {
  const buttons = wires.map(({ key, tex }) => {
    const number = make('b');
    const button = make('button', { class: 'wire-of', 'data-el': key, onclick: () => onOpen(key) }, formula(tex), number);
    return { button, number };
  });
  const element = make('div', { class: 'wires-of' }, make('h3', {}, label), make('div', {}, ...buttons.map(({ button }) => button)));
  return {
    element,
    /** @param {ArrayLike<number>} parameters */
    update: (parameters) => wires.forEach(({ index }, at) => setText(buttons[at].number, plainNumber(parameters[index], WIRE_DIGITS))),
  };
}

/** @param {Architecture} architecture @param {Place} place */
function incoming(architecture, { layer, neuron }) {
  const weights = Array.from({ length: architecture.sizes[layer - 2] }, (_, source) => ({
    key: weightKey(layer, neuron, source),
    tex: symbols.weight(layer, neuron, source),
    index: architecture.weightIndex(layer, neuron, source),
  }));
  return [...weights, {
    key: biasKey(layer, neuron), tex: symbols.bias(layer, neuron), index: architecture.biasIndex(layer, neuron),
  }];
}

/** @param {Architecture} architecture @param {Place} place */
const outgoing = (architecture, { layer, neuron }) =>
  Array.from({ length: architecture.sizes[layer] ?? 0 }, (_, next) => ({
    key: weightKey(layer + 1, next, neuron),
    tex: symbols.weight(layer + 1, next, neuron),
    index: architecture.weightIndex(layer + 1, next, neuron),
  }));

/** What a neuron computes for the point. @param {Subject} subject @param {Place} place */
function numbersOf({ trace }, { layer, neuron }) {
  const at = (/** @type {(number[] | null)[]} */ list) => list[layer]?.[neuron];
  const terms = [
    { tex: symbols.preActivation(layer, neuron), value: at(trace.pre_activations), words: 'its sum', backward: false },
    { tex: symbols.activation(layer, neuron), value: at(trace.activations), words: 'its activation', backward: false },
    { tex: `\\sigma'(${symbols.preActivation(layer, neuron)})`, value: at(trace.slopes), words: 'its slope', backward: false },
    { tex: symbols.delta(layer, neuron), value: at(trace.deltas), words: 'its blame', backward: true },
  ];
  return /** @type {import('../../trace/chain.js').Factor[]} */ (terms.filter(({ value }) => value !== undefined));
}

/**
 * @param {Architecture} architecture
 * @param {Place} place
 * @param {(key: string) => void} onOpen
 */
export function createNeuronView(architecture, place, onOpen) {
  const isInput = place.layer === 1;
  const into = isInput ? null : createWires('Into it', incoming(architecture, place), onOpen);
  const out = place.layer === architecture.layers ? null : createWires('Out of it', outgoing(architecture, place), onOpen);
  const words = make('p', { class: 'through' }, isInput
    ? `Layer 1 does no sum: this neuron holds ${FEATURE_WORDS[architecture.features[place.neuron]].spoken} of each point as it is.`
    : 'The plane shows this neuron’s activation at every place. Closing this brings the classes back.');
  const through = make('p', { class: 'through' });
  const row = make('div', { class: 'terms' });
  /** @type {ReturnType<typeof createTerm>[]} */
  let terms = [];
  const element = make('div', { class: 'neuron-view' }, words, through, row,
    make('div', { class: 'all-wires' }, ...[into, out].flatMap((part) => (part ? [part.element] : []))));
  return {
    element,
    /** @param {ArrayLike<number>} parameters */
    showParameters(parameters) {
      into?.update(parameters);
      out?.update(parameters);
    },
    /** @param {Subject} subject @param {import('../../ui/naming.js').Naming} naming */
    update(subject, naming) {
      const numbers = numbersOf(subject, place);
      if (terms.length !== numbers.length) {
        terms = numbers.map(createTerm);
        row.replaceChildren(...terms.map((term) => term.element));
      }
      numbers.forEach(({ value }, at) => terms[at].update(plainNumber(value)));
      setText(through, looksThrough(subject.trace.point, subject.experiment.task, naming).text);
    },
  };
}


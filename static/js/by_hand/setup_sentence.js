/** @file The set-up as a sentence, of which every underlined phrase is a choice. */
import { HIDDEN_ACTIVATIONS, ON_PAPER, OUTPUT_ACTIVATIONS } from '../paper/activations.js';
import { COSTS } from '../paper/costs.js';
import { MOMENTUM, RATE } from '../paper/keys.js';
import { MOST, activationOf, layersOf, range } from '../paper/setup.js';
import { make } from '../ui/dom.js';
import { choice, followedBy } from './choice.js';
import { createGivenField } from './given_field.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {{value: string | number, title: string}} Option */

const COUNTS = ['no', 'one', 'two', 'three'];

/** @param {number} from @param {number} most @param {(count: number) => string} title @returns {Option[]} */
const counts = (from, most, title) => range(most - from + 1).map((at) => ({ value: from + at, title: title(from + at) }));
/** @param {string[]} names @returns {Option[]} */
const bends = (names) => names.map((name) => ({ value: name, title: ON_PAPER[name].title }));
/** @template T @param {readonly T[]} list @param {number} at @param {T} item */
const withAt = (list, at, item) => list.map((one, index) => (index === at ? item : one));

/** @param {Work} work @returns {Array<Node | string>} */
function layers(work) {
  const { setup } = work;
  const { sizes, activations } = setup;
  const n = layersOf(setup);
  const hidden = n - 2;
  const setHidden = (/** @type {string} */ value) => {
    const wanted = Number(value);
    const kept = Math.min(wanted, hidden);
    const added = range(wanted - kept);
    work.configure({
      sizes: [sizes[0], ...sizes.slice(1, 1 + kept), ...added.map(() => 2), sizes[n - 1]],
      activations: [...activations.slice(0, kept), ...added.map(() => 'sigmoid'), activations[n - 2]],
    });
  };
  const size = (/** @type {number} */ layer, /** @type {string} */ name, /** @type {string} */ id) => choice(
    name, counts(1, MOST.neurons, (count) => `${count} ${layer === n ? 'output' : 'neuron'}${count === 1 ? '' : 's'}`), sizes[layer - 1], (value) => work.configure({ sizes: withAt(sizes, layer - 1, Number(value)) }), { id },
  );
  const bend = (/** @type {number} */ layer, /** @type {string[]} */ names, /** @type {string} */ name, /** @type {string} */ id) => choice(
    name, bends(names), activationOf(setup, layer), (value) => work.configure({ activations: withAt(activations, layer - 2, value) }), { id },
  );
  const each = range(hidden).flatMap((at) => [
    at === 0 ? ' of ' : '; then ', followedBy(size(at + 2, `Neurons of layer ${at + 2}`, `size-${at + 2}`), ','), ' ',
    bend(at + 2, HIDDEN_ACTIVATIONS, `Activation of layer ${at + 2}`, `bend-${at + 2}`),
  ]);
  return [
    followedBy(choice('Inputs', counts(1, MOST.inputs, (count) => `${count} ${count === 1 ? 'input' : 'inputs'}`), sizes[0],
      (value) => work.configure({ sizes: withAt(sizes, 0, Number(value)) }), { id: 'inputs' }), ','), ' ',
    choice('Hidden layers', counts(0, MOST.hiddenLayers, (count) => `${COUNTS[count]} hidden ${count === 1 ? 'layer' : 'layers'}`), hidden, setHidden, { id: 'hidden' }), ...each, '; ',
    followedBy(size(n, 'Outputs', 'outputs'), ','), ' ', followedBy(bend(n, OUTPUT_ACTIVATIONS, 'Activation of the outputs', 'output-bend'), ';'), ' ',
  ];
}

/** @param {Work} work @returns {Array<Node | string>} */
function learning(work) {
  const { setup } = work;
  const outputs = setup.sizes[layersOf(setup) - 1];
  const cost = choice('Cost', [...Object.entries(COSTS).map(([value, { title }]) => ({ value, title: title(outputs) })), { value: 'none', title: 'none, forward only' }],
    setup.cost, (value) => work.configure({ cost: value }), { id: 'cost' });
  const biases = choice('Biases', [{ value: 'layer', title: 'one bias for each layer' }, { value: 'neuron', title: 'a bias for each neuron' }, { value: 'none', title: 'no biases' }],
    setup.biases, (value) => work.configure({ biases: /** @type {'layer' | 'neuron' | 'none'} */ (value) }), { id: 'biases' });
  const learn = choice('Whether biases learn', [{ value: 'yes', title: 'learns' }, { value: 'no', title: 'does not learn' }],
    setup.biasesLearn ? 'yes' : 'no', (value) => work.configure({ biasesLearn: value === 'yes' }), { id: 'biases-learn' });
  const points = choice('Points of a batch', counts(1, MOST.points, (count) => (count === 1 ? 'one point' : `a batch of ${count} points`)),
    setup.points, (value) => work.configure({ points: Number(value) }), { id: 'points' });
  if (setup.cost === 'none') return ['cost: ', followedBy(cost, ';'), ' ', followedBy(biases, ','), ' ', followedBy(points, '.')];
  const optimizer = choice('Optimizer', [{ value: 'plain', title: 'plain steps' }, { value: 'momentum', title: 'steps with momentum' }],
    setup.optimizer, (value) => work.configure({ optimizer: /** @type {'plain' | 'momentum'} */ (value) }), { id: 'optimizer' });
  return [
    'cost: ', followedBy(cost, ';'), ' ', biases, ...(setup.biases === 'none' ? ['; '] : [', which ', followedBy(learn, ';'), ' ']),
    optimizer, ' at rate ', createGivenField(work, RATE), ...(setup.optimizer === 'momentum' ? [' and momentum ', createGivenField(work, MOMENTUM)] : []), ', ', followedBy(points, '.'),
  ];
}

/** The short form, for narrow screens. @param {Work} work */
const short = ({ setup }) => `${setup.sizes.join(', ')} · ${[...new Set(setup.activations)].map((name) => ON_PAPER[name].title).join(', ')} ·`;

/**
 * @param {HTMLElement} element
 * @param {Work} work
 * @param {object} ways what else can be opened
 * @param {() => void} ways.onNumbers
 * @param {() => void} ways.onUpdates
 */
export function mountSentence(element, work, { onNumbers, onUpdates }) {
  const sentence = make('p', { class: 'setup' });
  const fold = make('button', { class: 'link', 'aria-expanded': 'false', onclick: () => {
    const isOpen = element.classList.toggle('is-open');
    fold.setAttribute('aria-expanded', String(isOpen));
  } }, 'all settings');
  const folded = make('span', {});
  const numbers = make('button', { class: 'link', onclick: onNumbers }, 'All numbers');
  const updates = make('button', { class: 'link', onclick: onUpdates }, 'Many updates');
  element.append(make('p', { class: 'setup-short' }, folded, ' ', fold), sentence);
  let drawn = '';
  work.listen(() => {
    const { setup } = work;
    const state = JSON.stringify([setup, work.numbers[RATE], work.numbers[MOMENTUM], work.faultAt(RATE), work.faultAt(MOMENTUM)]);
    if (state === drawn) return;
    drawn = state;
    const focused = element.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).id : '';
    folded.textContent = short(work);
    const warnings = [...new Set(setup.activations.map((name) => (name === 'step' ? ON_PAPER.step.warning : undefined)))].flatMap((one) => (one ? [make('span', { class: 'aside' }, ` ${one}`)] : []));
    sentence.replaceChildren(...layers(work), ...learning(work), ' ', followedBy(numbers, '.'), ...(setup.cost === 'none' ? [] : [' ', followedBy(updates, '.')]), ...warnings);
    if (focused) document.getElementById(focused)?.focus();
  });
}

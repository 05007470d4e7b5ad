/**
 * The scale beside the plane: what the plane's colours stand for, or those of the neuron whose map covers it.
 */
import { OUTPUT_WORDS } from '../../network/choices.js';
import { OUTPUT_KINDS } from '../../network/output_kinds.js';
import { mount } from '../../figures/closer/scale.js';
import { shareOf } from '../../figures/closer/rug_layout.js';
import { className } from '../../ui/class_words.js';
import { formatNumber, formatPercent } from '../../ui/format.js';
import { make, setAttribute } from '../../ui/dom.js';
import { mark } from '../../ui/marks.js';
import { answersOf, networkOf, rangeOf } from './answers.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('./answers.js').Place} Place */
/** @typedef {import('../../figures/closer/palette.js').Ramp} Ramp */
/** @typedef {import('../../figures/closer/scale.js').ScaleScene} ScaleScene */
/** @typedef {{at: number, text?: string, class?: number}} Tick at: 0 at the top, 1 at the foot; a class stands for its mark */
/** @typedef {ScaleScene & {ticks: Tick[], name: string}} Told */

const MARK = 5;

/** A bound of a scale, in short. @param {number} value */
export const bound = (value) => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/**
 * The ramp of a neuron's map, from its greatest activation to its least.
 * @param {import('../../network/architecture.js').Architecture} architecture @param {Place} place @param {number} low @returns {Ramp}
 */
export function rampOf(architecture, { layer, neuron }, low) {
  const isClass = layer === architecture.layers && architecture.task === 'classification';
  if (isClass && low === 0) return { of: { mark: architecture.classOf(neuron) }, from: 1, to: 0 };
  return { of: 'signed', from: 1, to: low < 0 ? 0 : 0.5 };
}

/** @param {Snapshot} snapshot @param {Place} place @returns {Told | null} */
function ofNeuron(snapshot, place) {
  const network = networkOf(snapshot);
  const answers = answersOf(snapshot, place);
  if (!network || !answers || !snapshot.experiment) return null;
  const { low, high } = rangeOf(network.architecture, network.parameters, place);
  const share = (/** @type {number} */ value) => 1 - shareOf(value, low, high);
  const zero = low < 0 ? [{ at: share(0), text: '0' }] : [];
  return {
    task: snapshot.experiment.task,
    ramps: [rampOf(network.architecture, place, low)],
    dashes: answers.flatMap(({ target, value }) => (Number.isNaN(value) ? [] : [{ target, share: share(value) }])),
    ticks: [{ at: 0, text: bound(high) }, ...zero, { at: 1, text: bound(low) }],
    name: `Colours of this neuron’s map, from ${bound(low)} to ${bound(high)}`,
  };
}

/** @param {Snapshot} snapshot @returns {Told | null} */
function ofPlane({ experiment, architecture }) {
  if (!experiment || !architecture) return null;
  const { task, classes, output } = experiment;
  if (task === 'regression') {
    return {
      task, ramps: [{ of: 'plane', from: 1, to: 0 }], dashes: [], name: 'Colours of the plane: heights from −1 to 1',
      ticks: [{ at: 0, text: '1' }, { at: 0.5, text: '0' }, { at: 1, text: '−1' }],
    };
  }
  const { levels } = OUTPUT_KINDS[output];
  const isShare = output === 'softmax' || (levels !== null && OUTPUT_WORDS[output].is_probability);
  const unsure = isShare ? formatPercent(1 / classes) : '0';
  const sure = isShare ? '100%' : levels ? '−1 or 1' : 'a lead of 1';
  const all = Array.from({ length: classes }, (_, index) => index);
  const name = `Colours of the plane: from ${unsure}, pale, to ${sure} for ${all.map((index) => className(architecture, index)).join(', ')}`;
  const field = (/** @type {number} */ index, /** @type {number} */ from) => ({ of: { field: index }, from, to: 1 - from });
  if (classes === 2) {
    return {
      task, ramps: [field(0, 1), field(1, 0)], dashes: [], name,
      ticks: [{ at: 0, class: 0 }, { at: 0.5, text: unsure }, { at: 1, class: 1 }],
    };
  }
  return { task, ramps: all.map((index) => field(index, 1)), dashes: [], name, ticks: all.map((index) => ({ at: index / classes, class: index })) };
}

/** @param {HTMLElement} plane its section */
export function createScaleView(plane) {
  const box = make('div', { class: 'ramp' });
  const ticks = make('div', { class: 'ticks', 'aria-hidden': 'true' });
  const element = make('div', { class: 'colours', role: 'img' }, box, ticks);
  (plane.querySelector('.under') ?? plane).append(element);
  const figure = mount(box);
  let shown = '';
  /** What it was made for: the plane's own scale stays as it is while training. @type {unknown[]} */
  let made = [];

  return {
    /** @param {Snapshot} snapshot @param {Place | null} neuron whose map covers the plane */
    update(snapshot, neuron) {
      const isEmpty = !neuron && !snapshot.diverged && (snapshot.points.length === 0 || snapshot.sample);
      const subject = [neuron, neuron ? snapshot : snapshot.experiment, snapshot.architecture?.classNames, isEmpty];
      if (subject.every((part, at) => part === made[at])) return;
      made = subject;
      const told = neuron ? ofNeuron(snapshot, neuron) : ofPlane(snapshot);
      element.hidden = told === null || isEmpty;
      element.classList.toggle('of-neuron', neuron !== null);
      if (!told) return;
      figure.update(told);
      setAttribute(element, 'aria-label', told.name);
      const text = JSON.stringify(told.ticks);
      if (text === shown) return;
      shown = text;
      ticks.replaceChildren(...told.ticks.map((tick) => {
        const place = tick.at === 0 ? 'first' : tick.at === 1 ? 'last' : 'beside';
        const label = make('span', { class: place }, ...(tick.class === undefined ? [tick.text ?? ''] : [mark(tick.class, MARK)]));
        label.style.setProperty('--at', String(tick.at));
        return label;
      }));
    },
  };
}

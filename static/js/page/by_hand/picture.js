/**
 * The small network beside the sheet: it shows the numbers that were given, and of the others those that are right.
 */
import { mount } from '../../figures/network/network.js';
import { PLAIN } from '../../figures/network/scene.js';
import { arrowsOf } from '../../trace/scene_parts.js';
import { make } from '../../ui/dom.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('../../figures/network/scene.js').NetworkScene} NetworkScene */

/** @type {NonNullable<NetworkScene['story']>} */
const SILENCE = { flows: [], arrows: [], halos: [], grown: 0 };

/** A neuron's symbol in the figure is its a: over z and delta there is none. @param {string} key */
const isNamed = (key) => !/^[zd]:/.test(key);

/** Layers of which every neuron has a right answer of this kind. @param {Exercise} exercise @param {'a' | 'd'} letter */
function layersFound({ architecture, isRight }, letter) {
  const { sizes } = architecture;
  return sizes.map((_, at) => at + 1).filter((layer) =>
    layer > 1 && Array.from({ length: sizes[layer - 1] }, (_, neuron) => isRight(`${letter}:${layer}:${neuron}`)).every(Boolean));
}

/** @param {Exercise} exercise @returns {NetworkScene['point']} */
function pointOf(exercise) {
  const { subject } = exercise;
  const inputs = [exercise.value('x:0'), exercise.value('x:1')];
  const known = new Set(layersFound(exercise, 'a'));
  const activations = [null, Float64Array.from(inputs), ...(subject?.trace.activations.slice(2) ?? [])
    .map((a, at) => (a && known.has(at + 2) ? Float64Array.from(a) : null))];
  return { x1: inputs[0], x2: inputs[1], activations, pre_activations: [] };
}

/** @param {Exercise} exercise @returns {NetworkScene['story']} */
function storyOf(exercise) {
  const { subject } = exercise;
  if (!subject) return null;
  const { trace } = subject;
  const arrows = layersFound(exercise, 'd').flatMap((layer) => arrowsOf(trace, layer, 1));
  return { ...SILENCE, arrows, truths: trace.target };
}

/**
 * @param {HTMLElement} element
 * @param {Exercise} exercise
 * @param {object} options
 * @param {import('../../network/field/types.js').Field | null} options.field
 * @param {(key: string | null) => void} options.onHover
 * @param {(key: string) => void} options.onOpen
 */
export function mountPicture(element, exercise, { field, onHover, onOpen }) {
  const box = make('div');
  element.append(box);
  const figure = mount(box, { field, headings: false, onHover, onOpen });
  return {
    /** @param {ReadonlySet<string>} lit keys of elements under a wash */
    update(lit) {
      const { architecture, parameters, subject } = exercise;
      figure.update({
        ...PLAIN, architecture, parameters, highlight: lit, symbols: new Set([...lit].filter(isNamed)),
        point: pointOf(exercise), story: storyOf(exercise),
        cost: subject && exercise.isRight('C') ? subject.trace.cost : null,
      });
    },
    destroy: figure.destroy,
  };
}

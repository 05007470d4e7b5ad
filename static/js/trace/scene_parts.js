/** @file What the scenes of a pass are put together from: opacities, blame, halos, and how far things have travelled. */

import { biasKey, layerKey, neuronKey, weightKey } from '../network/keys.js';

/** @typedef {import('./types.js').Trace} Trace */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../figures/network/scene.js').Story} Story */

/** Opacity of a wire, by its part in the phase. */
const WIRE = { focus: 0.95, phase: 0.42, past: 0.24, rest: 0.08 };
/** Share of a phase in which signals travel; in the rest their sum is shown. */
export const TRAVEL = 0.65;
/** How far apart in time the signals of neighbouring wires start, so that they don't stack into one line. */
const STAGGER = 0.25;

/** Slow at both ends. @param {number} t 0..1 */
export const ease = (t) => t * t * (3 - 2 * t);

/** @param {number} t */
export const clamp = (t) => Math.min(1, Math.max(0, t));

/**
 * How far along its wire the signal of a source is.
 * @param {number} progress   of the phase
 * @param {number} index      of the source among `count`
 * @param {number} count
 */
export function travelled(progress, index, count) {
  const start = count > 1 ? (STAGGER * index) / (count - 1) : 0;
  return ease(clamp((progress / TRAVEL - start) / (1 - STAGGER)));
}

/**
 * Weights between a layer and the one before, with a value made for each.
 * @template T
 * @param {Architecture} architecture
 * @param {number} layer
 * @param {(neuron: number, source: number) => T} make
 * @returns {T[]}
 */
export function overWires({ sizes }, layer, make) {
  const made = [];
  for (let source = 0; source < sizes[layer - 2]; source++) {
    for (let neuron = 0; neuron < sizes[layer - 1]; neuron++) made.push(make(neuron, source));
  }
  return made;
}

/**
 * The opacities of a phase: `lit` layers of neurons in full light, and the wires into `layer`, those of `neuron` first.
 * @param {Architecture} architecture
 * @param {{lit: number[], wiresInto?: number, isFocus?: (neuron: number, source: number) => boolean, past?: number,
 *   strong?: ReadonlySet<string>}} light   past: the wires into layers up to this one stay faintly visible
 */
export function dimOf(architecture, { lit, wiresInto = 0, isFocus = () => false, past = 0, strong }) {
  /** @type {Map<string, number>} */
  const keep = new Map();
  for (const layer of lit) keep.set(layerKey(layer), 1);
  for (let neuron = 0; lit.includes(1) && neuron < architecture.sizes[0]; neuron++) keep.set(neuronKey(1, neuron), 1);
  for (let layer = 2; layer <= past; layer++) {
    overWires(architecture, layer, (neuron, source) => keep.set(weightKey(layer, neuron, source), WIRE.past));
  }
  if (wiresInto) {
    overWires(architecture, wiresInto, (neuron, source) =>
      keep.set(weightKey(wiresInto, neuron, source), isFocus(neuron, source) ? WIRE.focus : WIRE.phase));
  }
  return { rest: WIRE.rest, keep, strong };
}

/** @param {number} from @param {number} to */
export const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/**
 * δ of a layer as arrows, as long as |δ| is among its layer.
 * @param {Trace} trace
 * @param {number} layer
 * @param {number} grown   0..1
 * @returns {Story['arrows']}
 */
export function arrowsOf(trace, layer, grown) {
  const deltas = /** @type {number[]} */ (trace.deltas[layer]);
  const greatest = Math.max(...deltas.map(Math.abs), Number.MIN_VALUE);
  return deltas.map((value, neuron) => ({ layer, neuron, value, length: (grown * Math.abs(value)) / greatest }));
}

/** @type {WeakMap<Trace, Map<string, any>>} */
const made = new WeakMap();

/**
 * What stays the same from frame to frame is made once, so that the figure need not check whether it changed.
 * @template T
 * @param {Trace} trace
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
export function once(trace, name, make) {
  let parts = made.get(trace);
  if (!parts) made.set(trace, (parts = new Map()));
  if (!parts.has(name)) parts.set(name, make());
  return parts.get(name);
}

/**
 * A halo around every weight and bias, as wide as its value is among all of them.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} values   laid out as θ
 * @returns {Story['halos']}
 */
export function halosOf(architecture, values) {
  let greatest = Number.MIN_VALUE;
  for (let index = 0; index < values.length; index++) greatest = Math.max(greatest, Math.abs(values[index]));
  const halo = (/** @type {string} */ key, /** @type {number} */ index) =>
    ({ key, size: Math.abs(values[index]) / greatest });
  return range(2, architecture.layers).flatMap((layer) => [
    ...overWires(architecture, layer, (neuron, source) =>
      halo(weightKey(layer, neuron, source), architecture.weightIndex(layer, neuron, source))),
    ...range(0, architecture.sizes[layer - 1] - 1).map((neuron) =>
      halo(biasKey(layer, neuron), architecture.biasIndex(layer, neuron))),
  ]);
}

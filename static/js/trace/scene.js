/**
 * @file What the network figure shows at a moment of a pass: who is in the light, which signals and which blame travel,
 * how far the update has come. A function of the trace and the time alone.
 */

import { COST_KEY, biasKey, layerKey, neuronKey, weightKey } from '../figures/network/keys.js';
import { neuronsOf } from './phases.js';

/** @typedef {import('./types.js').Trace} Trace */
/** @typedef {import('./types.js').Phase} Phase */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../figures/network/story.js').Story} Story */
/** @typedef {import('../figures/network/network.js').NetworkScene} NetworkScene */

/** Opacity of a wire by what the phase makes of it. */
const WIRE = { focus: 0.95, phase: 0.42, past: 0.24, rest: 0.08 };
/** Share of a phase in which signals travel; in what is left their sum is seen. */
const TRAVEL = 0.65;
/** How far apart in time the signals of neighbouring wires start, so that they don't stack into one line. */
const STAGGER = 0.25;
/** Blame below this share of the greatest is not drawn as a flow. */
const LEAST_FLOW = 0.01;

/** Slow at both ends. @param {number} t 0..1 */
const ease = (t) => t * t * (3 - 2 * t);

/** @param {number} t */
const clamp = (t) => Math.min(1, Math.max(0, t));

/**
 * How far along its wire the signal of a source is.
 * @param {number} progress   of the phase
 * @param {number} index      of the source among `count`
 * @param {number} count
 */
function travelled(progress, index, count) {
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
function overWires({ sizes }, layer, make) {
  const made = [];
  for (let source = 0; source < sizes[layer - 2]; source++) {
    for (let neuron = 0; neuron < sizes[layer - 1]; neuron++) made.push(make(neuron, source));
  }
  return made;
}

/**
 * The opacities of a phase: `lit` layers of neurons in full light, and the wires into `layer`, those of `neuron` first.
 * @param {Architecture} architecture
 * @param {{lit: number[], wiresInto?: number, isFocus?: (neuron: number, source: number) => boolean, past?: number}} light
 */
function dimOf(architecture, { lit, wiresInto = 0, isFocus = () => false, past = 0 }) {
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
  return { rest: WIRE.rest, keep };
}

/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/**
 * δ of a layer as arrows, as long as |δ| is among its layer.
 * @param {Trace} trace
 * @param {number} layer
 * @param {number} grown   0..1
 * @returns {Story['arrows']}
 */
function arrowsOf(trace, layer, grown) {
  const deltas = /** @type {number[]} */ (trace.deltas[layer]);
  const greatest = Math.max(...deltas.map(Math.abs), Number.MIN_VALUE);
  return deltas.map((value, neuron) => ({ layer, neuron, value, length: (grown * Math.abs(value)) / greatest }));
}

/** @type {Story} */
const SILENCE = { flows: [], arrows: [], halos: [] };

/**
 * Forward: the products w·a travel into layer `layer`.
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {number} layer
 * @param {number} progress
 * @param {number} focus
 */
function forwardScene(trace, architecture, layer, progress, focus) {
  const inputs = /** @type {number[]} */ (trace.activations[layer - 1]);
  const arrived = progress >= TRAVEL;
  return {
    reached: arrived ? layer : layer - 1,
    dim: dimOf(architecture, {
      lit: range(1, arrived ? layer : layer - 1), wiresInto: layer, isFocus: (neuron) => neuron === focus, past: layer - 1,
    }),
    pulses: arrived ? [] : overWires(architecture, layer, (neuron, source) => ({
      key: weightKey(layer, neuron, source),
      position: travelled(progress, source, inputs.length),
      value: inputs[source] * trace.parameters[architecture.weightIndex(layer, neuron, source)],
    })),
    story: SILENCE,
  };
}

/**
 * Backward: the shares w·δ travel against the direction, into hidden layer `layer`; at the output the blame appears.
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {number} layer
 * @param {number} progress
 * @param {number} focus
 */
function backwardScene(trace, architecture, layer, progress, focus) {
  const { layers } = architecture;
  if (layer === layers) {
    return {
      reached: layers,
      dim: dimOf(architecture, { lit: [layers] }),
      pulses: [],
      story: { ...SILENCE, arrows: arrowsOf(trace, layers, ease(progress)) },
    };
  }
  const above = /** @type {number[]} */ (trace.deltas[layer + 1]);
  const shares = overWires(architecture, layer + 1, (neuron, source) => ({
    key: weightKey(layer + 1, neuron, source),
    value: trace.parameters[architecture.weightIndex(layer + 1, neuron, source)] * above[neuron],
    position: 1 - travelled(progress, neuron, above.length),
    focus: source === focus,
  }));
  const greatest = Math.max(...shares.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const flows = shares
    .map((share) => ({ ...share, size: Math.abs(share.value) / greatest }))
    .filter(({ size, focus: isFocus }) => isFocus || size > LEAST_FLOW);
  return {
    reached: layers,
    dim: dimOf(architecture, { lit: [layer, layer + 1] }),
    pulses: [],
    story: {
      ...SILENCE,
      flows,
      arrows: [...arrowsOf(trace, layer + 1, 1), ...arrowsOf(trace, layer, ease(clamp((progress - TRAVEL) / (1 - TRAVEL))))],
    },
  };
}

/**
 * A halo round every weight and bias, as wide as its value among all.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} values   laid out as θ
 * @param {number} grown   0..1
 * @returns {Story['halos']}
 */
function halosOf(architecture, values, grown) {
  let greatest = Number.MIN_VALUE;
  for (let index = 0; index < values.length; index++) greatest = Math.max(greatest, Math.abs(values[index]));
  const halo = (/** @type {string} */ key, /** @type {number} */ index) =>
    ({ key, size: (grown * Math.abs(values[index])) / greatest });
  return range(2, architecture.layers).flatMap((layer) => [
    ...overWires(architecture, layer, (neuron, source) =>
      halo(weightKey(layer, neuron, source), architecture.weightIndex(layer, neuron, source))),
    ...range(0, architecture.sizes[layer - 1] - 1).map((neuron) =>
      halo(biasKey(layer, neuron), architecture.biasIndex(layer, neuron))),
  ]);
}

/**
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {number} progress
 * @param {{layer: number, neuron: number}} focus
 */
function gradientScene(trace, architecture, progress, focus) {
  return {
    reached: architecture.layers,
    dim: dimOf(architecture, {
      lit: [focus.layer - 1, focus.layer], wiresInto: focus.layer, isFocus: (neuron) => neuron === focus.neuron,
    }),
    pulses: [],
    story: {
      ...SILENCE,
      halos: halosOf(architecture, trace.gradient, ease(progress)),
      arrows: range(2, architecture.layers).flatMap((layer) => arrowsOf(trace, layer, 1)),
    },
  };
}

/**
 * The arrows are absorbed first; then every weight moves from its old value to its new one.
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {number} progress
 */
function updateScene(trace, architecture, progress) {
  const { after } = /** @type {import('./types.js').TraceUpdate} */ (trace.update);
  const change = after.map((value, index) => value - trace.parameters[index]);
  const moved = ease(clamp((progress - (1 - TRAVEL)) / TRAVEL));
  const absorbed = ease(clamp(progress / (1 - TRAVEL)));
  return {
    reached: architecture.layers,
    dim: null,
    pulses: [],
    parameters: moved === 0 ? trace.parameters
      : moved === 1 ? after
        : trace.parameters.map((value, index) => value + moved * change[index]),
    story: {
      ...SILENCE,
      halos: halosOf(architecture, change, 1 - moved * 0.6),
      arrows: absorbed === 1 ? [] : range(2, architecture.layers).flatMap((layer) => arrowsOf(trace, layer, 1 - absorbed)),
    },
  };
}

/**
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {{phase: Phase, progress: number, walk: number}} moment   walk: which of the phase's neurons is looked at
 * @returns {Pick<NetworkScene, 'parameters' | 'point' | 'cost' | 'dim' | 'pulses' | 'selected'> & {story: Story}}
 */
export function sceneAt(trace, architecture, { phase, progress, walk }) {
  const focus = neuronsOf(phase, architecture.sizes)[walk];
  const part = sceneOfPhase(trace, architecture, phase, progress, focus);
  const knowsCost = phase.kind !== 'input' && phase.kind !== 'forward';
  return {
    parameters: trace.parameters,
    point: {
      x1: trace.point.x1,
      x2: trace.point.x2,
      activations: trace.activations.slice(0, part.reached + 1).map((a) => a && Float64Array.from(a)),
      pre_activations: trace.pre_activations.slice(0, part.reached + 1).map((z) => z && Float64Array.from(z)),
    },
    cost: knowsCost ? trace.cost : null,
    selected: null,
    ...part,
  };
}

/**
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {Phase} phase
 * @param {number} progress
 * @param {{layer: number, neuron: number}} focus
 * @returns {{reached: number, dim: NetworkScene['dim'], pulses: NetworkScene['pulses'], story: Story,
 *   parameters?: ArrayLike<number>}}
 */
function sceneOfPhase(trace, architecture, phase, progress, focus) {
  const { layers } = architecture;
  switch (phase.kind) {
    case 'input':
      return { reached: 1, dim: dimOf(architecture, { lit: [1] }), pulses: [], story: SILENCE };
    case 'forward':
      return forwardScene(trace, architecture, phase.layer, progress, focus.neuron);
    case 'cost': {
      const dim = dimOf(architecture, { lit: [layers], past: layers });
      dim.keep.set(COST_KEY, 1);
      return { reached: layers, dim, pulses: [], story: SILENCE };
    }
    case 'backward':
      return backwardScene(trace, architecture, phase.layer, progress, focus.neuron);
    case 'gradient':
      return gradientScene(trace, architecture, progress, focus);
    default:
      return updateScene(trace, architecture, progress);
  }
}

/**
 * @file What the network figure shows at a moment of a pass: what is in the light, which signals and which blame travel,
 * how far the update has come. A function of the trace and the time alone.
 */

import { COST_KEY, neuronKey, weightKey } from '../network/keys.js';
import { CROWD } from '../figures/network/layout.js';
import { neuronsOf } from './phases.js';
import { TRAVEL, arrowsOf, clamp, dimOf, ease, halosOf, once, overWires, range, travelled } from './scene_parts.js';

/** @typedef {import('./types.js').Trace} Trace */
/** @typedef {import('./types.js').Phase} Phase */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../figures/network/scene.js').Story} Story */
/** @typedef {import('../figures/network/scene.js').NetworkScene} NetworkScene */

/**
 * What a pass shows on the network; `moving`: the parameters change from frame to frame.
 * @typedef {Pick<NetworkScene, 'parameters' | 'point' | 'cost' | 'dim' | 'pulses'> & {story: Story, moving: boolean}} PassScene
 */

/** Blame below this share of the greatest is not drawn as a flow. */
const LEAST_FLOW = 0.01;
/** What an update's halos lose while the weights move. */
const HALO_FADES = 0.6;

/** @type {Story} */
const SILENCE = { flows: [], arrows: [], halos: [], grown: 0 };

/** The neuron in focus. @param {number} layer @param {number} neuron */
const only = (layer, neuron) => new Set([neuronKey(layer, neuron)]);

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
  const reached = arrived ? layer : layer - 1;
  return {
    reached,
    dim: once(trace, `forward ${layer} ${reached} ${focus}`, () => dimOf(architecture, {
      lit: range(1, reached), wiresInto: layer, isFocus: (neuron) => neuron === focus, past: layer - 1,
      strong: only(layer, focus),
    })),
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
      dim: once(trace, `backward ${layer} ${focus}`, () =>
        dimOf(architecture, { lit: [layers], strong: only(layers, focus) })),
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
    dim: once(trace, `backward ${layer} ${focus}`, () =>
      dimOf(architecture, { lit: [layer, layer + 1], strong: only(layer, focus) })),
    pulses: [],
    story: {
      ...SILENCE,
      flows,
      arrows: [...arrowsOf(trace, layer + 1, 1), ...arrowsOf(trace, layer, ease(clamp((progress - TRAVEL) / (1 - TRAVEL))))],
    },
  };
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
    dim: once(trace, `gradient ${focus.layer} ${focus.neuron}`, () => dimOf(architecture, {
      lit: [focus.layer - 1, focus.layer], wiresInto: focus.layer, isFocus: (neuron) => neuron === focus.neuron,
      strong: only(focus.layer, focus.neuron),
    })),
    pulses: [],
    story: {
      ...SILENCE,
      halos: once(trace, 'gradient', () => halosOf(architecture, trace.gradient)),
      grown: ease(progress),
      arrows: arrowsOf(trace, focus.layer, 1),
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
  const change = once(trace, 'change', () => after.map((value, index) => value - trace.parameters[index]));
  const smooth = ease(clamp((progress - (1 - TRAVEL)) / TRAVEL));
  // Every small change of a crowd would have all wires, all tiles and the plane redrawn.
  const isCrowd = after.length >= CROWD;
  const moved = isCrowd ? Math.round(smooth) : smooth;
  const absorbed = ease(clamp(progress / (1 - TRAVEL)));
  return {
    reached: architecture.layers,
    dim: null,
    pulses: [],
    // A crowd is drawn coarsely until the pass has come to its end.
    moving: moved > 0 && (isCrowd ? progress : moved) < 1,
    parameters: moved === 0 ? trace.parameters
      : moved === 1 ? after
        : trace.parameters.map((value, index) => value + moved * change[index]),
    story: {
      ...SILENCE,
      halos: once(trace, 'update', () => halosOf(architecture, change)),
      grown: 1 - moved * HALO_FADES,
      arrows: absorbed === 1 ? [] : range(2, architecture.layers).flatMap((layer) => arrowsOf(trace, layer, 1 - absorbed)),
    },
  };
}

/**
 * The point with what is known of it: nothing for layers not reached yet, nor where blame is written instead.
 * @param {Trace} trace
 * @param {number} reached
 * @param {Story['arrows']} arrows
 */
function pointOf(trace, reached, arrows) {
  const blamed = new Set(arrows.map(({ layer }) => layer));
  return once(trace, `point ${reached} ${[...blamed]}`, () => {
    const known = (/** @type {(number[] | null)[]} */ list) =>
      list.slice(0, reached + 1).map((values, layer) => values && (blamed.has(layer) ? null : Float64Array.from(values)));
    return {
      x1: trace.point.x1,
      x2: trace.point.x2,
      activations: known(trace.activations),
      pre_activations: known(trace.pre_activations),
    };
  });
}

/**
 * @param {Trace} trace
 * @param {Architecture} architecture
 * @param {{phase: Phase, progress: number, walk: number}} moment   walk: which of the phase's neurons is looked at
 * @returns {PassScene}
 */
export function sceneAt(trace, architecture, { phase, progress, walk }) {
  const focus = neuronsOf(phase, architecture.sizes)[walk];
  const { reached, ...part } = sceneOfPhase(trace, architecture, phase, progress, focus);
  const knowsCost = phase.kind !== 'input' && phase.kind !== 'forward';
  return {
    parameters: trace.parameters,
    point: pointOf(trace, reached, part.story.arrows),
    cost: knowsCost ? trace.cost : null,
    moving: false,
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
 *   parameters?: ArrayLike<number>, moving?: boolean}}
 */
function sceneOfPhase(trace, architecture, phase, progress, focus) {
  const { layers } = architecture;
  switch (phase.kind) {
    case 'input':
      return { reached: 1, dim: once(trace, 'input', () => dimOf(architecture, { lit: [1] })), pulses: [], story: SILENCE };
    case 'forward':
      return forwardScene(trace, architecture, phase.layer, progress, focus.neuron);
    case 'cost': {
      const dim = once(trace, 'cost', () =>
        dimOf(architecture, { lit: [layers], past: layers, strong: new Set([COST_KEY]) }));
      return { reached: layers, dim, pulses: [], story: { ...SILENCE, truths: trace.target } };
    }
    case 'backward':
      return backwardScene(trace, architecture, phase.layer, progress, focus.neuron);
    case 'gradient':
      return gradientScene(trace, architecture, progress, focus);
    default:
      return updateScene(trace, architecture, progress);
  }
}

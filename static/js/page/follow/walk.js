/**
 * Which neuron of each phase is looked at: the same one of a layer on the way forward and on the way back.
 */
import { neuronsOf } from '../../trace/phases.js';

/** @typedef {import('../../trace/types.js').Phase} Phase */

/** @param {readonly number[]} sizes #(1)..#(n) */
export function createWalk(sizes) {
  /** Neuron by layer. @type {Map<number, number>} */
  const looked = new Map();
  let lastLayer = 2;

  /** @param {Phase} phase */
  const places = (phase) => neuronsOf(phase, [...sizes]);

  /** @param {Phase} phase */
  function at(phase) {
    if (phase.kind === 'cost' || phase.kind === 'input') return 0;
    const layer = phase.layer || lastLayer;
    const neuron = looked.get(layer) ?? 0;
    return places(phase).findIndex((place) => place.layer === layer && place.neuron === neuron);
  }

  return {
    at,

    /** A phase was reached: what concerns all layers begins with the layer that was seen last. @param {Phase} phase */
    enter(phase) {
      if (phase.layer > 1) lastLayer = phase.layer;
    },

    /** The next neuron of the phase, or the one before, round and round. @param {Phase} phase @param {number} by */
    move(phase, by) {
      const all = places(phase);
      const { layer, neuron } = all[(at(phase) + by + all.length) % all.length];
      looked.set(layer, neuron);
      if (layer > 1) lastLayer = layer;
    },
  };
}

/** @typedef {ReturnType<typeof createWalk>} Walk */

/** Whether Up and Down have somewhere to go. @param {Phase} phase @param {readonly number[]} sizes */
export const canWalk = (phase, sizes) =>
  phase.kind !== 'input' && phase.kind !== 'cost' && neuronsOf(phase, [...sizes]).length > 1;

/** @file The stations of one pass, in order: input, forward, cost, backward, gradients, update. */

/** @typedef {import('./types.js').Phase} Phase */

/**
 * @param {number} layers   n
 * @param {{update: boolean}} options   update: false for a test point, which no update uses
 * @returns {Phase[]}
 */
export function phasesOf(layers, { update }) {
  /** @type {Phase[]} */
  const phases = [{ kind: 'input', layer: 1 }];
  for (let layer = 2; layer <= layers; layer++) phases.push({ kind: 'forward', layer });
  phases.push({ kind: 'cost', layer: 0 });
  for (let layer = layers; layer >= 2; layer--) phases.push({ kind: 'backward', layer });
  phases.push({ kind: 'gradient', layer: 0 });
  if (update) phases.push({ kind: 'update', layer: 0 });
  return phases;
}

/** Whether a phase belongs to the way back. @param {Phase} phase */
export const isBackward = (phase) => phase.kind === 'backward' || phase.kind === 'gradient' || phase.kind === 'update';

/**
 * The neurons that Up and Down walk through in a phase: those of its layer, or every neuron that has parameters.
 * @param {Phase} phase
 * @param {number[]} sizes   #(1)..#(n)
 * @returns {{layer: number, neuron: number}[]}
 */
export function neuronsOf(phase, sizes) {
  const ofLayer = (/** @type {number} */ layer) =>
    Array.from({ length: sizes[layer - 1] }, (_, neuron) => ({ layer, neuron }));
  if (phase.layer > 0) return ofLayer(phase.layer);
  if (phase.kind === 'cost') return ofLayer(sizes.length);
  return sizes.slice(1).flatMap((_, index) => ofLayer(index + 2));
}

/**
 * The phase's name on the strip of stations.
 * @param {Phase} phase
 * @param {number} layers
 */
export function phaseName({ kind, layer }, layers) {
  switch (kind) {
    case 'input':
      return 'Input';
    case 'forward':
      return layer === layers ? 'Output' : `Layer ${layer}`;
    case 'cost':
      return 'Cost';
    case 'backward':
      return `Delta ${layer}`;
    case 'gradient':
      return 'Gradients';
    default:
      return 'Update';
  }
}

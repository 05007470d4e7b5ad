/** @file A whole pass as text: what the transcript panel shows and a person can copy. */

import { captionOf } from './captions/index.js';
import { neuronsOf } from './phases.js';

/**
 * @typedef {Object} TranscriptPart
 * @property {string} heading
 * @property {string[]} lines
 */

/** Headings of the phases, by kind. @type {Record<import('./types.js').Phase['kind'], (layer: number) => string>} */
const HEADINGS = {
  input: () => 'Input',
  forward: (layer) => `Forward, layer ${layer}`,
  cost: () => 'Cost',
  backward: (layer) => `Backward, layer ${layer}`,
  gradient: () => 'Gradients of this point',
  update: () => 'Update',
};

/**
 * @param {import('./types.js').Subject} subject
 * @param {import('./types.js').Phase[]} phases
 * @returns {TranscriptPart[]}
 */
export function transcriptOf(subject, phases) {
  return phases.map((phase) => {
    const neurons = neuronsOf(phase, subject.architecture.sizes);
    const once = phase.kind === 'input' || phase.kind === 'cost';
    const walks = once ? [0] : neurons.map((_, walk) => walk);
    const lines = walks.flatMap((walk) => linesOf(subject, phase, walk, neurons[walk].layer));
    return { heading: HEADINGS[phase.kind](phase.layer), lines };
  });
}

/**
 * @param {import('./types.js').Subject} subject
 * @param {import('./types.js').Phase} phase
 * @param {number} walk
 * @param {number} layer
 */
function linesOf(subject, phase, walk, layer) {
  if (phase.kind !== 'update') return [captionOf(subject, phase, walk).spoken];
  const sources = Array.from({ length: subject.architecture.sizes[layer - 2] }, (_, source) => source);
  return [...sources, null].map((source) => captionOf(subject, phase, walk, source).spoken);
}

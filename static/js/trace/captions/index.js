/** @file What the reading pane says about a phase of a pass, made from the trace alone. */

import { neuronsOf } from '../phases.js';
import { backwardCaption } from './backward.js';
import { costEquation } from './cost.js';
import { costWords } from './cost_words.js';
import { forwardCaption } from './forward.js';
import { gradientCaption } from './gradient.js';
import { inputCaption } from './input.js';
import { told } from './told.js';
import { updateCaption } from './update.js';

/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {import('../types.js').Phase} Phase */

/**
 * @param {Subject} subject
 * @param {Phase} phase
 * @param {number} walk   which of the phase's neurons (`neuronsOf`), from 0
 * @param {number | null} [source]   of the update: which weight of the neuron; null: its bias
 * @returns {import('../types.js').Caption}
 */
export function captionOf(subject, phase, walk, source = 0) {
  const { layer, neuron } = neuronsOf(phase, subject.architecture.sizes)[walk];
  switch (phase.kind) {
    case 'input':
      return inputCaption(subject);
    case 'forward':
      return forwardCaption(subject, layer, neuron);
    case 'cost':
      return told(costWords(subject), [costEquation(subject)]);
    case 'backward':
      return backwardCaption(subject, layer, neuron);
    case 'gradient':
      return gradientCaption(subject, layer, neuron);
    default:
      return updateCaption(subject, { layer, neuron, source });
  }
}

/**
 * @file What is looked at more closely: the neuron, wire or bias that the pointer rests on, or that the keyboard has reached.
 */
import { assign, tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} CloserState
 * @property {string | null} looked key of the element that the words are about
 * @property {{layer: number, neuron: number} | null} neuron the same, where it is a neuron: its map covers the plane
 */

/** @returns {CloserState} */
export const createCloserState = () => tracked({ looked: null, neuron: null });

/** What is looked at no longer is. @param {CloserState} closer */
export const lookAway = (closer) => assign(closer, { looked: null, neuron: null });

/**
 * @file What the page knows of the network's picture: what is pointed at, and what has room in it.
 */
import { tracked } from '../../ui/tracked.js';

/** At which neurons there is room for the chosen point's numbers. @typedef {'all' | 'outputs' | 'none'} NumbersShown */

/**
 * @typedef {object} NetworkState
 * @property {{layer: number, neuron: number} | null} shown_neuron whose map covers the plane
 * @property {ReadonlySet<string>} linked keys of elements whose symbol is pointed at
 * @property {string | null} pointed key of the element that is pointed at
 * @property {NumbersShown} numbers
 */

/** @returns {NetworkState} */
export const createNetworkState = () => tracked({ shown_neuron: null, linked: new Set(), pointed: null, numbers: 'all' });

/**
 * @file What the page knows of what is under the glass.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} InspectorState
 * @property {string | null} inspected key of the weight, bias or neuron that is looked at
 * @property {number | null} looked_through id of the point whose pass is shown
 * @property {string | null} trouble why there are no numbers
 */

/** @returns {InspectorState} */
export const createInspectorState = () => tracked({ inspected: null, looked_through: null, trouble: null });

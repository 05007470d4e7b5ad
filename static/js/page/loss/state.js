/**
 * @file How the cost curve is shown.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} LossState
 * @property {boolean} logarithmic its scale
 * @property {boolean} enlarged, in the place of the words
 */

/** @returns {LossState} */
export const createLossState = () => tracked({ logarithmic: true, enlarged: false });

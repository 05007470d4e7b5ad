/**
 * @file What the next point gets.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} BrushState
 * @property {number} index its class, from 0
 * @property {number} height its real target, in regression
 */

/** @returns {BrushState} */
export const createBrushState = () => tracked({ index: 0, height: 1 });

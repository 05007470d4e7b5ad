/**
 * @file What the page knows of the plane: which point is chosen, what the pointer is over, what is lit.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} PlaneState
 * @property {number | null} chosen id of the chosen point
 * @property {boolean} fresh the chosen point was just added, not picked: it steps back when training begins
 * @property {{x1: number, x2: number} | null} hover place under the pointer or the crosshair
 * @property {ReadonlySet<number>} lit ids of points that lie under a wash
 */

/** @returns {PlaneState} */
export const createPlaneState = () => tracked({ chosen: null, fresh: false, hover: null, lit: new Set() });

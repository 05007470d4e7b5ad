/**
 * @file What the page knows of the plane: which point is chosen, what the pointer is over, what is lit.
 */
import { HALF_FADED } from '../../network/slice.js';
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} PlaneState
 * @property {number | null} chosen id of the chosen point
 * @property {boolean} fresh the chosen point was just added, not picked: it steps back when training begins
 * @property {{x1: number, x2: number} | null} hover place under the pointer or the crosshair
 * @property {boolean} show_tests test points are drawn
 * @property {boolean} discretised maps show what is decided, without shades
 * @property {ReadonlyArray<number | null>} held where it holds further columns; null, or nothing: at the mean of the points
 * @property {number} reach how far from its slice a point is half faded
 * @property {ReadonlySet<number>} lit ids of points that lie under a wash
 */

/** @returns {PlaneState} */
export const createPlaneState = () => tracked({ chosen: null, fresh: false, hover: null, show_tests: true, discretised: false, held: [], reach: HALF_FADED, lit: new Set() });

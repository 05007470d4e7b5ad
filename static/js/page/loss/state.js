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

/**
 * @typedef {object} Curve the curve as it lies on the page
 * @property {import('../../figures/chart/scene.js').ChartPlace | null} place where its axes are; null where there is none yet
 * @property {import('../../state/history.js').History | null} history of the branch that is looked at; null: the run's
 * @property {import('../../figures/chart/scene.js').OtherLine[]} others the other branches
 * @property {number | null} pointed the step that stands under the axis in the place of ticks
 */

/** @returns {Curve} */
export const createCurve = () => tracked({ place: null, history: null, others: [], pointed: null });

/**
 * @file What the page knows of the layers' health.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} HealthState
 * @property {readonly import('../../network/health.js').Ailment[]} marks what is marked at the layers, in their order
 * @property {number | null} opened the layer that the pane explains; 0: all of them, as nothing is marked
 */

/** @returns {HealthState} */
export const createHealthState = () => tracked({ marks: [], opened: null });

/** The next mark is explained, after the last one nothing; without any, how all layers fare. @param {HealthState} health */
export function nextMark(health) {
  const { marks, opened } = health;
  const next = marks.find(({ layer }) => layer > (opened ?? 0));
  health.opened = next?.layer ?? (opened === null ? 0 : null);
}

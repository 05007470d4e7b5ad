/**
 * @file Whether the page is shown on a wall.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} WallState
 * @property {boolean} projector larger words, numbers and strokes, and nothing that a class does not look at
 */

/** @param {boolean} projector @returns {WallState} */
export const createWallState = (projector) => tracked({ projector });

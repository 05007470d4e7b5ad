/**
 * @file Which keys do something.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} KeyboardState
 * @property {boolean} single_keys keys without a modifier do something
 */

/** @param {boolean} single_keys @returns {KeyboardState} */
export const createKeyboardState = (single_keys) => tracked({ single_keys });

/**
 * @file What the page does for someone who is here for the first time.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} FirstState
 * @property {boolean} sample points that nobody asked for lie on the plane, pale, until the first click or Train
 * @property {boolean} stored that sample was learned beforehand: no server has it
 * @property {boolean} newcomer nothing was trained yet in this browser: what can't do anything yet stays away
 * @property {boolean} settings the sentences of settings are shown
 * @property {boolean} key how to read the picture is shown
 */

/** @param {{newcomer: boolean, settings: boolean, key: boolean}} remembered @returns {FirstState} */
export const createFirstState = (remembered) => tracked({ sample: false, stored: false, ...remembered });

/**
 * @file What the page says by itself, for as long as it holds.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} ReadingState
 * @property {string | null} trouble what just went wrong, in words
 * @property {string | null} notice what just happened that a person should know, in words
 */

/** @returns {ReadingState} */
export const createReadingState = () => tracked({ trouble: null, notice: null });

/**
 * @file What a server that the page connected to again did not take over.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} LeftBehindState
 * @property {{checkpoint: import('../../types.js').Checkpoint, message: string} | null} left_behind and why
 */

/** @returns {LeftBehindState} */
export const createConnectionState = () => tracked({ left_behind: null });

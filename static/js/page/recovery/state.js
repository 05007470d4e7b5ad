/**
 * @file Where going back leads after a divergence.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * A way back, and whether it is still being tried out, could not be, or was; `hopeless`: nothing that was tried holds.
 * @typedef {import('../../state/recovery.js').WayBack & {state: 'sought' | 'guessed' | 'tried' | 'hopeless'}} WayBack
 */

/**
 * @typedef {object} RecoveryState
 * @property {WayBack | null} way_back
 */

/** @returns {RecoveryState} */
export const createRecoveryState = () => tracked({ way_back: null });

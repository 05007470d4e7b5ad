/**
 * @file How fast training is wished to go.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} TransportState
 * @property {number | null} speed updates per second wished for, null: as fast as it goes
 */

/** @returns {TransportState} */
export const createTransportState = () => tracked({ speed: 60 });

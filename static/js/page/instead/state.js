/**
 * @file What stands in the network's place, such as the table of points, while the plane stays.
 *
 * @feature what takes the network's place while the plane stays, and how it is given back
 */
import { tracked } from '../../ui/tracked.js';

/**
 * What takes places of the page: the network's, and where it says so the plane's and the run's too.
 * @typedef {object} Occupant
 * @property {string} label what it is, for those who hear the page
 * @property {HTMLElement} network what stands where the network stood
 * @property {HTMLElement} [plane] the same for the plane
 * @property {HTMLElement} [run] the same for the run
 * @property {() => void} [onLeave] after the places were given back
 */

/**
 * @typedef {object} InsteadState
 * @property {Occupant | null} occupant null gives the places back: Esc does, and whoever needs the network
 */

/** @returns {InsteadState} */
export const createInsteadState = () => tracked({ occupant: null });

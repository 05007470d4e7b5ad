/**
 * @file What the page knows of how it is kept, and of where what it shows came from.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * Told once, until anything is touched: `back` to what was left here, a `link` or `file` that was opened, a page begun `anew`.
 * @typedef {{how: 'back' | 'link' | 'file' | 'opened' | 'anew' | 'fault', own: import('../../kept/shelf.js').Card | null,
 *   words: string | null}} Arrival
 *   `own`: what was on the page before, or in this browser; `words`: what went wrong, where something did
 */

/**
 * @typedef {object} KeptState
 * @property {'unknown' | 'works' | 'none' | 'full'} storage whether this browser keeps the page
 * @property {import('../../kept/shelf.js').Card | null} card of what is on the page; null while that is nothing
 * @property {Arrival | null} arrival
 * @property {boolean} listed all that is kept covers the page
 * @property {boolean} sharing the plane is a code for phones, and the pane tells of the link
 */

/** @returns {KeptState} */
export const createKeptState = () => tracked({ storage: 'unknown', card: null, arrival: null, listed: false, sharing: false });

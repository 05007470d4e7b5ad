/**
 * @file What a hand on the plane does: place single points, spray many, or choose some.
 */
import { tracked } from '../../ui/tracked.js';

/** @typedef {'click' | 'spray' | 'lasso'} Tool */

/**
 * @typedef {object} ToolsState
 * @property {Tool} tool
 */

/** @returns {ToolsState} */
export const createToolsState = () => tracked({ tool: /** @type {Tool} */ ('click') });

/**
 * @file What a hand on the plane does: place single points, spray many, or choose some.
 */
import { tracked } from '../../ui/tracked.js';

/** @typedef {'click' | 'spray' | 'lasso' | 'rectangle'} Tool */

/** Lasso and rectangle are two ways to choose points: what chooses already turns into the other. @param {Tool} tool @returns {Tool} */
export const nextChooser = (tool) => (tool === 'lasso' ? 'rectangle' : 'lasso');

/**
 * @typedef {object} ToolsState
 * @property {Tool} tool
 */

/** @returns {ToolsState} */
export const createToolsState = () => tracked({ tool: /** @type {Tool} */ ('click') });

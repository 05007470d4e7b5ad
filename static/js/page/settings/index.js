/**
 * Every setting by its name.
 */
import { DATA } from './data.js';
import { LEARNING } from './learning.js';
import { STRUCTURE } from './structure.js';

/** @type {Record<string, import('./setting.js').Setting>} */
export const SETTINGS = { ...DATA, ...STRUCTURE, ...LEARNING };

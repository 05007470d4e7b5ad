/** @file Every published example, in the order in which they are listed. */
import { mazur } from './examples/mazur.js';
import { nielsen, nielsenSlow } from './examples/nielsen.js';
import { zhou, zhouForward } from './examples/zhou.js';

/** @type {readonly import('./examples/row.js').Example[]} */
export const EXAMPLES = [mazur, zhou, zhouForward, nielsen, nielsenSlow];

/** @param {string} id */
export const exampleOf = (id) => EXAMPLES.find((example) => example.id === id) ?? null;

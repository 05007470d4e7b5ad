/** @file Every published example, in the order in which they are listed. */
import { brownlee } from './examples/brownlee.js';
import { goodfellow } from './examples/goodfellow.js';
import { jurafsky } from './examples/jurafsky.js';
import { mazur } from './examples/mazur.js';
import { nand } from './examples/nand.js';
import { nielsen, nielsenSlow } from './examples/nielsen.js';
import { stanford } from './examples/stanford.js';
import { zhou, zhouForward } from './examples/zhou.js';

/** @type {readonly import('./examples/row.js').Example[]} */
export const EXAMPLES = [mazur, zhou, zhouForward, jurafsky, stanford, goodfellow, nand, nielsen, nielsenSlow, brownlee];

/** @param {string} id */
export const exampleOf = (id) => EXAMPLES.find((example) => example.id === id) ?? null;

/** @file Loads what tests/fixtures/make_tail_fixtures.py made with mpmath of outputs, as far out as float64 goes. */

import { readFileSync } from 'node:fs';

/**
 * @typedef {Object} OutputTail   one sample
 * @property {import('../../../static/js/types.js').OutputName} output
 * @property {number[]} z   z^n
 * @property {number[]} y
 * @property {number[]} a   a^n
 * @property {Record<string, number>} costs      by the name of the cost
 * @property {Record<string, number[]>} deltas   δ^n, by the name of the cost
 */

/** @type {OutputTail[]} */
export const OUTPUT_TAILS = JSON.parse(readFileSync(new URL('../../fixtures/tails/outputs.json', import.meta.url), 'utf8'));

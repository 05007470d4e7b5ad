import assert from 'node:assert/strict';
import test from 'node:test';

import { factorsTex, formulaTex, lineTex, linesTex } from '../../../static/js/trace/captions/tex.js';

/** @type {import('../../../static/js/trace/types.js').Calculation} */
const PRODUCT = { symbol: 'd', factors: '2\\cdot3', result: '6' };
/** @type {import('../../../static/js/trace/types.js').Calculation} */
const MOVE = { symbol: 'w', relation: '\\leftarrow', factors: '1 - 0.1\\cdot0.3', sign: '\\approx', result: '9.7\\cdot10^{-1}' };
/** @type {import('../../../static/js/trace/types.js').Calculation} */
const GIVEN = { symbol: '\\eta', factors: '0.1', result: null };

test('a line is what is calculated, from what, and the result, set apart', () => {
  assert.equal(lineTex(PRODUCT), 'd = 2\\cdot3 = \\mathbf{6}');
  assert.equal(lineTex(MOVE), 'w \\leftarrow 1 - 0.1\\cdot0.3 \\approx \\mathbf{9.7\\cdot10^{-1}}');
  assert.equal(lineTex(GIVEN), '\\eta = 0.1');
  assert.equal(lineTex({ symbol: 'b', factors: null, result: '6' }), 'b = \\mathbf{6}');
  assert.equal(lineTex({ ...PRODUCT, beside: GIVEN }), 'd = 2\\cdot3 = \\mathbf{6},\\qquad \\eta = 0.1');
});

test('factors keep the result to themselves, whatever it is made of', () => {
  assert.deepEqual([PRODUCT, MOVE, GIVEN].map(factorsTex), ['d = 2\\cdot3', 'w \\leftarrow 1 - 0.1\\cdot0.3', '\\eta = 0.1']);
});

test('a caption sets its formulas side by side and its calculations below each other', () => {
  const equations = [{ formula: 'd = xy', calculations: [PRODUCT, GIVEN] }, { formula: 'w = d', calculations: [MOVE] }];
  assert.equal(formulaTex({ equations }), 'd = xy,\\qquad w = d');
  assert.deepEqual(linesTex({ equations }), [lineTex(PRODUCT), lineTex(GIVEN), lineTex(MOVE)]);
});

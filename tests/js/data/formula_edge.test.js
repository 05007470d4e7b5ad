/** A formula's curve lies where the formula turns, to far more digits than are drawn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCondition } from '../../../static/js/data/formula.js';
import { edgeOf, edgePath } from '../../../static/js/data/formula_edge.js';

const edge = (/** @type {string} */ text) => edgeOf(parseCondition(text), 3);
const length = (/** @type {ReturnType<typeof edge>} */ segments) => segments.reduce((sum, [x, y, toX, toY]) => sum + Math.hypot(toX - x, toY - y), 0);
/** @param {ReturnType<typeof edge>} segments @param {(x: number, y: number) => number} off how far a place lies from the curve */
const farthest = (segments, off) => Math.max(...segments.flatMap(([x, y, toX, toY]) => [off(x, y), off(toX, toY)]));

for (const { text, off, long } of [
  // Lengths by hand; of the wave, ∫√(1 + 4cos²2x) over [−3, 3], by Simpson's rule.
  { text: 'x² + y² < 4', off: (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(Math.hypot(x, y) - 2), long: 4 * Math.PI },
  { text: 'y > sin(2x)', off: (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(y - Math.sin(2 * x)), long: simpson((x) => Math.sqrt(1 + 4 * Math.cos(2 * x) ** 2)) },
  { text: '|x| + |y| < 2', off: (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(Math.abs(x) + Math.abs(y) - 2), long: 8 * Math.SQRT2 },
  { text: 'x y > 0', off: (/** @type {number} */ x, /** @type {number} */ y) => Math.min(Math.abs(x), Math.abs(y)), long: 12 },
  { text: 'y > 20 x', off: (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(y / 20 - x), long: 6 * Math.hypot(1, 1 / 20) },
]) {
  test(`${text} has its curve`, () => {
    const segments = edge(text);
    assert.ok(farthest(segments, off) < 1e-8);
    assert.ok(Math.abs(length(segments) - long) < 0.003 * long, `${length(segments)} instead of ${long}`);
  });
}

test('what is true everywhere, or nowhere, has no curve', () => {
  assert.deepEqual(edge('x > 9'), []);
  assert.deepEqual(edge('sqrt(0 - 1) > y'), []);
  assert.equal(edgePath(edge('x > 9'), String, String), '');
});

/** @param {(x: number) => number} of */
function simpson(of, [from, to] = [-3, 3], parts = 2000) {
  const step = (to - from) / parts;
  return (step / 3) * Array.from({ length: parts + 1 }, (_, at) => of(from + at * step) * (at === 0 || at === parts ? 1 : at % 2 ? 4 : 2))
    .reduce((sum, value) => sum + value, 0);
}

test('a formula that turns everywhere is not followed for seconds', () => {
  for (const text of ['sin(99999 x) sin(77777 y) > 0', 'sin(1e9 (x + y)) > 0']) assert.deepEqual(edge(text), [], text);
  assert.ok(edge('sin(9 x) sin(7 y) > 0').length > 10_000);
});

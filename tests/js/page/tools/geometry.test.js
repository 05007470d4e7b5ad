import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aside, chosenBy, isInside, rectangle, sprayed, within } from '../../../../static/js/page/tools/geometry.js';

/** An L: the square [0, 2]² without its upper right quarter. */
const L = [[0, 0], [2, 0], [2, 1], [1, 1], [1, 2], [0, 2]].map(([x1, x2]) => ({ x1, x2 }));

test('inside is what the line goes around', () => {
  for (const [x1, x2, inside] of /** @type {const} */ ([
    [0.5, 0.5, true], [1.5, 0.5, true], [0.5, 1.5, true], [1.5, 1.5, false], [-0.5, 0.5, false], [0.5, 2.5, false], [3, 0.5, false],
  ])) assert.equal(isInside({ x1, x2 }, L), inside, `${x1}, ${x2}`);
  assert.equal(isInside({ x1: 0, x2: 0 }, [{ x1: 0, x2: 0 }]), false, 'a click goes around nothing');
});

test('a line chooses anew, adds, or takes away', () => {
  const points = [{ id: 1, x1: 0.5, x2: 0.5 }, { id: 2, x1: 1.5, x2: 1.5 }, { id: 3, x1: 0.5, x2: 1.5 }];
  assert.deepEqual([...chosenBy(points, L, new Set([2]), 'new')], [1, 3]);
  assert.deepEqual([...chosenBy(points, L, new Set([2]), 'add')].sort(), [1, 2, 3]);
  assert.deepEqual([...chosenBy(points, L, new Set([1, 2]), 'take away')], [2]);
});

test('a spray stays in its ring and on the plane, and fills both halves of the ring’s area alike', () => {
  let at = 0;
  const next = () => ((at += 1) * 0.618034) % 1;
  const all = Array.from({ length: 400 }, () => sprayed({ x1: 1, x2: -1 }, 0.5, next, 3));
  const distances = all.map(({ x1, x2 }) => Math.hypot(x1 - 1, x2 + 1));
  assert.ok(Math.max(...distances) <= 0.5 + 1e-12);
  const inner = distances.filter((distance) => distance < 0.5 / Math.SQRT2).length;
  assert.ok(Math.abs(inner - 200) < 40, String(inner));
  assert.ok(Array.from({ length: 50 }, () => sprayed({ x1: 3, x2: 3 }, 1, next, 3)).every(({ x1, x2 }) => x1 <= 3 && x2 <= 3));
});

test('points that move together stop where the first of them would leave the plane', () => {
  const points = [{ x1: -2.9, x2: 0 }, { x1: 1, x2: 2.5 }];
  const { dx, dy } = within(points, -0.5, 1, 3);
  assert.ok(Math.abs(dx + 0.1) < 1e-12 && dy === 0.5);
});

test('a rectangle chooses what lies in it, whichever corner it was drawn from', () => {
  const points = [{ id: 1, x1: 0, x2: 0 }, { id: 2, x1: 2, x2: 2 }, { id: 3, x1: -1, x2: 0.5 }];
  for (const [from, to] of [[[-0.5, -1], [1, 1]], [[1, 1], [-0.5, -1]], [[-0.5, 1], [1, -1]]]) {
    const line = rectangle({ x1: from[0], x2: from[1] }, { x1: to[0], x2: to[1] });
    assert.deepEqual([...chosenBy(points, line, new Set(), 'new')], [1]);
  }
});

test('copies lie aside and on the plane, also in its corner', () => {
  assert.deepEqual(aside([{ x1: 0, x2: 0 }, { x1: 1, x2: 1 }], 3), { dx: 0.2, dy: -0.2 });
  assert.deepEqual(aside([{ x1: 3, x2: -3 }], 3), { dx: -0.2, dy: 0.2 });
});

test('points that lie beyond the plane move along, as far as a server takes them', () => {
  assert.deepEqual(within([{ x1: -4, x2: 0 }, { x1: 5, x2: 0 }, { x1: 2.5, x2: 0 }], 1, 0.5, 3), { dx: 0.5, dy: 0.5 });
  assert.deepEqual(within([{ x1: 99.75, x2: 0 }], 1, 0, 3), { dx: 0.25, dy: 0 });
});

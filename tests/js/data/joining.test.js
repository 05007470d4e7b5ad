/** Rows pasted into points that are there: their units, names and classes hold, and what can't be used says why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joiningRows } from '../../../static/js/data/joining.js';

const PLAIN = {
  task: /** @type {const} */ ('classification'), axes: null, classes: ['circle', 'square', 'triangle', 'diamond'], otherwise: 1, testShare: 0, seed: 1, room: 100,
};
const FLOWERS = {
  ...PLAIN,
  axes: {
    x1: { name: 'petal length', unit: 'cm', offset: 4, factor: 2 }, x2: { name: 'petal width', unit: 'cm', offset: 1, factor: 0.5 }, target: null,
  },
  classes: ['setosa', 'Virginica', 'triangle', 'diamond'],
};

/** @param {string} text @param {Parameters<typeof joiningRows>[1]} [present] */
function joined(text, present = PLAIN) {
  const found = joiningRows(text, present);
  assert.ok(found && !('lack' in found), JSON.stringify(found));
  return found;
}
/** @param {import('../../../static/js/data/taken.js').Placed[]} points */
const places = (points) => points.map(({ x1, x2, target }) => [x1, x2, target]);

test('rows without names are places, then a class by its number or its name', () => {
  assert.deepEqual(places(joined('0,5\t-1,25\t1').points), [[0.5, -1.25, 1]]);
  assert.deepEqual(places(joined('0.5,1,square\n2,1,Circle').points), [[0.5, 1, 1], [2, 1, 0]]);
  assert.deepEqual(places(joined('1\t2\n2\t3\n3\t4\n4\t5\n5\t6').points), [[1, 2, 1], [2, 3, 1], [3, 4, 1], [4, 5, 1], [5, 6, 1]]);
});

test('a table’s own units and names hold, in whatever order the columns stand', () => {
  const { points, faults } = joined('species;petal width (cm);petal length (cm)\nvirginica;1,5;6\nsetosa;0,5;2', FLOWERS);
  assert.deepEqual(places(points), [[1, 1, 1], [-1, -1, 0]]);
  assert.deepEqual(faults, []);
});

test('what the page takes out, it takes in again', () => {
  const { points } = joined('x1,x2,class,test\r\n0.30000000000000004,-1e-7,1,0\r\n2,3,0,1\r\n');
  assert.deepEqual(points, [
    { x1: 0.30000000000000004, x2: -1e-7, target: 1, test: false }, { x1: 2, x2: 3, target: 0, test: true },
  ]);
});

test('what can’t be used says its line and why', () => {
  const { points, faults } = joined('1;2;setosa\nabc;2;setosa\n3;;setosa\n4;1;rose\n9999;1;setosa', FLOWERS);
  assert.equal(points.length, 1);
  assert.deepEqual(faults.map(({ line, reason }) => [line, reason]), [
    [2, '“abc” is not a number'], [3, 'column 2 is empty'], [4, '“rose” is none of the classes of these points'],
    [5, '9999 lies too far from these points'],
  ]);
});

test('heights join heights', () => {
  const present = {
    ...PLAIN, task: /** @type {const} */ ('regression'), otherwise: 0.5,
    axes: { ...FLOWERS.axes, target: { name: 'weight', unit: 'g', offset: 10, factor: 5 } },
  };
  assert.deepEqual(places(joined('6\t1.5\t15\n2\t0.5\t5', present).points), [[1, 1, 1], [-1, -1, -1]]);
  assert.deepEqual(places(joined('6\t1.5', present).points), [[1, 1, 0.5]]);
});

test('no more join than there is room for, and a table with other names is one of its own', () => {
  const { points, usable } = joined('1 2 1\n2 3 0\n3 4 1\n4 5 0', { ...PLAIN, room: 2 });
  assert.deepEqual([points.length, usable], [2, 4]);
  assert.equal(joiningRows('height\tweight\tsex\n1.7\t70\tm\n1.6\t60\tf', PLAIN), null);
  assert.deepEqual(joiningRows('one\ntwo', PLAIN), { lack: 'It has no column of numbers; the plane needs two.' });
});

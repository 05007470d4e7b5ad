import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputName, namingOf, ownText, ownTicks, PLAIN_NAMING } from '../../../static/js/ui/naming.js';
import { pointHeading, pointWords } from '../../../static/js/page/points/point_words.js';

/** Petals of 1.0 to 6.9 cm, in [−2.5, 2.5]. */
const LENGTH = { name: 'petal length', unit: 'cm', offset: 3.95, factor: 1.18 };
const YEARS = { name: 'year', unit: '', offset: 2010, factor: 4 };

test('a place reads in the units of its table, as finely as the plane shows it', () => {
  assert.equal(ownText(LENGTH, (4.2 - 3.95) / 1.18), '4.2 cm');
  assert.equal(ownText(LENGTH, -3.95 / 1.18), '0 cm');
  assert.equal(ownText(LENGTH, -5 / 1.18), '\u22121.05 cm');
  assert.equal(ownText(YEARS, 2), '2018');
  assert.equal(ownText({ name: '', unit: '\u20ac', offset: 50_000, factor: 20_000 }, 1), '70\u2009000 \u20ac');
  assert.equal(ownText({ name: '', unit: '', offset: 0, factor: 2e-8 }, 1), '2.0\u00b710\u207b\u2078');
});

test('ticks stand at round values, and the last carries the unit', () => {
  const ticks = ownTicks(LENGTH, 3);
  assert.deepEqual(ticks.map(({ text }) => text), ['1', '2', '3', '4', '5', '6', '7 cm']);
  ticks.forEach(({ at }, index) => assert.ok(Math.abs(3.95 + 1.18 * at - (index + 1)) < 1e-12));
  assert.deepEqual(ownTicks(YEARS, 3).map(({ text }) => text), ['2000', '2005', '2010', '2015', '2020']);
});

test('no axis has too many ticks, or fails for want of digits', () => {
  for (let power = -320; power <= 306; power += 1) {
    for (const offset of [0, 1e16, -3]) {
      const ticks = ownTicks({ name: '', unit: '', offset, factor: 1.7 * 10 ** power }, 3);
      assert.ok(ticks.length < 15, `${power} ${offset}: ${ticks.length}`);
    }
  }
});

test('what is said of a point has the names of its table', () => {
  const naming = namingOf({
    name: 'iris.csv', first: 0, last: 9, classes: ['setosa', 'virginica'],
    axes: { x1: LENGTH, x2: { ...LENGTH, name: 'petal width' }, target: null },
  });
  const point = { id: 1, x1: (4.2 - 3.95) / 1.18, x2: (1.3 - 3.95) / 1.18, target: 1, test: false };
  assert.equal(pointHeading(point, 'classification', naming).text, 'A virginica at petal length 4.2 cm, petal width 1.3 cm');
  const question = /** @type {const} */ ({ task: 'classification', output: 'softmax' });
  assert.equal(pointWords(point, question, [0.9, 0.1], naming).text,
    'The network is wrong: it takes it for a setosa, with 90%; the right class gets 10%.');
  assert.equal(namingOf(null), PLAIN_NAMING);
});

test('an input that is a column of a table is called as it is there', () => {
  const axis = (/** @type {string} */ name) => ({ name, unit: '', offset: 0, factor: 1 });
  const naming = namingOf({ name: 't', first: 0, last: 1, classes: [], axes: { x1: axis('length'), x2: axis(''), target: null, more: [axis('age')] } });
  assert.deepEqual(['x1', 'x2', 'x3', 'x4', 'x1^2', 'sin x1'].map((name) => inputName(naming, name)), ['length', null, 'age', null, null, null]);
  assert.equal(inputName(PLAIN_NAMING, 'x1'), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HALF_FADED, strengthOf } from '../../../../static/js/network/slice.js';
import { namingOf, PLAIN_NAMING } from '../../../../static/js/ui/naming.js';
import { halfFadedText, sliceWords } from '../../../../static/js/page/slice/slider_words.js';
import { dotsOf } from '../../../../static/js/page/slice/strip.js';

/** @param {number} target @param {number[]} [more] */
const point = (target, more) => ({ id: 1, x1: 0, x2: 0, target, test: false, ...(more ? { more } : {}) });

test('the strip has each place once, in the lane of its class', () => {
  const points = [point(0, [9, -1]), point(0, [0, -1.001]), point(1, [0, -1]), point(2, [0, 1]), point(1)];
  const reach = { least: -1, most: 1 };
  assert.deepEqual(dotsOf(points, 1, reach, 3), [{ lane: 0, at: -1 }, { lane: 1, at: -1 }, { lane: 2, at: 1 }, { lane: 1, at: 0 }]);
  assert.deepEqual(dotsOf(points, 1, reach, 1).map(({ at }) => at), [-1, 1, 0], 'heights have one lane');
});

test('what is said of the band is true of the points', () => {
  const strength = (/** @type {number} */ off) => strengthOf({ more: [off] }, [0], [0]);
  assert.ok(Math.abs(strength(HALF_FADED) - (strength(0) + strength(1e9)) / 2) < 1e-9);
  const axis = { name: 'weight', unit: 'g', offset: 150, factor: 20 };
  const naming = namingOf({ name: 't', first: 0, last: 1, classes: [], axes: { x1: axis, x2: axis, target: null, more: [axis] } });
  const said = (/** @type {Parameters<typeof sliceWords>} */ ...moment) => Object.values(sliceWords(...moment)).join('');
  assert.equal(halfFadedText(naming, [0], HALF_FADED), '12 g');
  assert.match(said(naming, [0], HALF_FADED), /^A slice at this value: points 12 g off it are half faded\.$/);
  assert.match(said(naming, [0], 2), /points 40 g off it/);
  assert.match(said(PLAIN_NAMING, [0, 1], HALF_FADED), /at these values: points 0\.60? or 0\.60? off it/);
  const far = strengthOf({ more: [2] }, [0], [0], 2);
  assert.ok(Math.abs(far - strength(HALF_FADED)) < 1e-12, 'whatever the reach, half of it is lost there');
});

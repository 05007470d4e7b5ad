import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createReader, createWriter } from '../../../static/js/kept/bytes.js';
import { readColumn, writeColumn } from '../../../static/js/kept/column.js';
import { placeOf, scaled, spreadOf } from '../../../static/js/data/scaling.js';
import { randomFrom } from '../random.js';
import { anyNumber } from './samples.js';

/** @param {number[]} values @param {{offset: number, factor: number}} [scale] */
function written(values, scale) {
  const writer = createWriter();
  writeColumn(writer, values, scale);
  const bytes = writer.done();
  return { bytes: bytes.length, back: Array.from(readColumn(createReader(bytes), values.length)) };
}

test('a column comes back to the last bit, whatever is in it', () => {
  const random = randomFrom(1);
  const columns = [
    [], [0], [-1.5], [0.1, 0.2, 0.30000000000000004], [1e-7, 3], [2 ** 53 - 1, 0], [5e-324, 1.7976931348623157e308], [-0, 1],
    Array.from({ length: 50 }, () => anyNumber(random)), Array.from({ length: 50 }, () => Math.floor(random() * 2 ** 53)),
  ];
  for (let decimals = 0; decimals < 16; decimals += 1) columns.push(Array.from({ length: 9 }, () => Number((200 * random() - 100).toFixed(decimals))));
  for (const column of columns) {
    const { back } = written(column);
    assert.equal(back.length, column.length);
    column.forEach((value, index) => assert.ok(Object.is(value, back[index]), `${value} became ${back[index]}`));
  }
});

test('numbers with few decimals take few bytes', () => {
  const random = randomFrom(2);
  assert.ok(written(Array.from({ length: 100 }, () => Math.round(6000 * random() - 3000) / 1000)).bytes < 210);
  assert.ok(written(Array.from({ length: 100 }, (_, index) => index)).bytes < 110);
});

test('numbers of a table take few bytes as well, wherever its scale puts them, and come back to the last bit', () => {
  const random = randomFrom(3);
  for (const [decimals, size] of [[0, 1], [1, 2], [3, 3]]) {
    const own = Array.from({ length: 200 }, () => Number((200 * random() - 50).toFixed(decimals)));
    for (const scaling of /** @type {const} */ (['fill', 'standard', 'as it is'])) {
      const [scale] = scaled(scaling, [spreadOf(own)]);
      const places = own.map((value) => placeOf(scale, value));
      const { back, bytes } = written(places, scale);
      places.forEach((place, index) => assert.ok(Object.is(place, back[index])));
      assert.ok(bytes <= 200 * size + 30, `${bytes} bytes of ${decimals} decimals, ${scaling}`);
      const moved = places.map((place, index) => (index % 50 === 7 ? place + random() : place));
      const again = written(moved, scale);
      moved.forEach((place, index) => assert.ok(Object.is(place, again.back[index])));
      if (scaling !== 'as it is') assert.ok(again.bytes <= bytes + 50, 'those that were moved are written apart');
    }
  }
  const none = Array.from({ length: 40 }, () => anyNumber(random));
  assert.deepEqual(written(none, { offset: 3.95, factor: 0.9833333333333333 }), written(none), 'no table put them there');
});

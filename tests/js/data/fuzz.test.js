/** Tables of every kind come back as they were written, and no bytes whatever break what reads them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joiningRows } from '../../../static/js/data/joining.js';
import { decodeText } from '../../../static/js/data/text.js';
import { take } from './taking.js';

/** Whole numbers below `most`, the same for the same seed. @param {number} seed */
function drawing(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const LABELS = ['red', 'a b', 'Käfer', '"quoted"', 'semi;colon', 'co,mma', 'ta\tb', 'two\nlines', '<b>bold</b>', '=1+1', '日本'];

/** @param {string} cell @param {string} separator */
const quotedWhereNeeded = (cell, separator) => (/["\n]/.test(cell) || cell.includes(separator)
  ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A number of some size as a spreadsheet would write it. @param {(most: number) => number} draw @param {string} mark @param {string} gap */
function written(draw, mark, gap) {
  const value = (draw(2) ? 1 : -1) * (draw(2_000_000) / 10 ** draw(7));
  const [whole, behind] = String(Number(value.toFixed(6))).split('.');
  const grouped = gap ? whole.replace(/\B(?=(\d{3})+$)/g, gap) : whole;
  return { value: Number(`${whole}.${behind ?? 0}`), text: behind === undefined ? grouped : `${grouped}${mark}${behind}` };
}

test('what was written is what is read', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const draw = drawing(seed);
    const mark = ['.', ','][draw(2)];
    const separator = (mark === ',' ? ['\t', ';', '|'] : ['\t', ';', '|', ','])[draw(mark === ',' ? 3 : 4)];
    const gap = ['', '\u202f', '\u00a0', "'"][draw(4)];
    const end = ['\n', '\r\n', '\r'][draw(3)];
    const labels = [LABELS[draw(LABELS.length)], 'plain'];
    const header = draw(2) === 1;
    const rows = Array.from({ length: 4 + draw(20) }, (_, at) => [
      written(draw, mark, gap), written(draw, mark, gap), { value: labels[at % 2], text: labels[at % 2] },
    ]);
    rows[0][0] = { value: 0.5, text: `0${mark}5` }; // something tells which mark it is
    const lines = rows.map((cells) => cells.map(({ text }) => quotedWhereNeeded(text, separator)).join(separator));
    const text = [...(header ? [`a${separator}b${separator}c`] : []), ...lines].join(end);
    const found = take(text, {}, {});
    const context = `seed ${seed}: ${JSON.stringify(text.slice(0, 200))}`;
    assert.deepEqual([found.table.separator, found.table.mark, found.table.header], [separator, mark, header], context);
    const fitting = rows.filter((cells) => [0, 1].every((at) => Math.abs(Number(cells[at].value)) <= 100));
    const expected = fitting.map(([x1, x2, { value }]) => [x1.value, x2.value, labels.indexOf(String(value))]);
    assert.deepEqual(found.taken.points.map(({ x1, x2, target }) => [x1, x2, target]), expected, context);
    assert.equal(found.taken.faults.length, rows.length - fitting.length, context);
  }
});

/** Parts of tables, hostile numbers and texts, and bytes that are no text. */
const PARTS = [
  '1', '-2,5', '1e308', '-1e308', '1e999', '5e-324', 'NaN', 'Infinity', '', ' ', '\t', ',', ';', '|', '\n', '\r', '"', '""', '\\', 'sep=,\n',
  '<script>alert(1)</script>', '__proto__', 'constructor', 'toString', '=cmd()', '\u202e', '\u0301', '\ud800', '\ufeff', '#', '{}', '[1,2]', '٣', '1_000', '0x10', '1.2.3', '--1',
];

test('no bytes break what reads them', () => {
  for (let seed = 1; seed <= 1500; seed += 1) {
    const draw = drawing(seed);
    const parts = Array.from({ length: draw(120) }, () => PARTS[draw(PARTS.length)]);
    const bytes = new TextEncoder().encode(parts.join(''));
    for (let at = 0; at < draw(4); at += 1) if (bytes.length > 0) bytes[draw(bytes.length)] = draw(256);
    const decoded = decodeText(bytes);
    if ('fault' in decoded) {
      assert.match(decoded.fault, /^It .+\.$/);
      continue;
    }
    const scaling = /** @type {const} */ (['fill', 'same', 'standard', 'as it is'])[draw(4)];
    const { table, taken, roles } = take(decoded.text, { scaling, grouped: draw(2) === 1 });
    const context = `seed ${seed}: ${JSON.stringify(decoded.text.slice(0, 300))}`;
    assert.equal(taken.points.length + taken.faults.length, table.rows.length, context);
    assert.equal(new Set(table.columns.map(({ name }) => name)).size, table.columns.length, context);
    for (const { x1, x2, target } of taken.points) {
      assert.ok([x1, x2].every((place) => Math.abs(place) <= 100), context);
      assert.ok(roles.includes('target') ? Math.abs(target) <= 10 : [0, 1, 2, 3].includes(target), context);
    }
    for (const { line, reason } of taken.faults) assert.ok(line >= 1 && reason.length < 120 && !/\p{Cc}/u.test(reason), context);
  }
});

test('no text breaks what joins rows to points', () => {
  const axis = { name: 'a', unit: 'cm', offset: 3, factor: 0.5 };
  for (let seed = 1; seed <= 600; seed += 1) {
    const draw = drawing(seed);
    const text = Array.from({ length: draw(80) }, () => [...PARTS, 'circle', '0', 'a', 'x1'][draw(PARTS.length + 4)]).join('');
    const task = /** @type {const} */ (['classification', 'regression'])[draw(2)];
    const axes = [null, { x1: axis, x2: axis, target: null }, { x1: axis, x2: axis, target: axis }][draw(3)];
    const found = joiningRows(text, { task, axes, classes: ['circle', 'square', '__proto__', 'diamond'], otherwise: 0, testShare: 0.5, seed, room: 7 });
    const context = `seed ${seed}: ${JSON.stringify(text.slice(0, 300))}`;
    if (!found) continue;
    if ('lack' in found) {
      assert.match(found.lack, /\.$/, context);
      continue;
    }
    assert.ok(found.points.length <= 7, context);
    for (const { x1, x2, target } of found.points) {
      assert.ok([x1, x2].every((place) => Math.abs(place) <= 100), context);
      assert.ok(task === 'regression' ? Math.abs(target) <= 10 : [0, 1, 2, 3].includes(target), context);
    }
    for (const { line, reason } of found.faults) assert.ok(line >= 1 && reason.length < 120 && !/\p{Cc}/u.test(reason), context);
  }
});

/** Tables as spreadsheets and people write them are understood. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lackOf } from '../../../static/js/data/taken.js';
import { decodeText } from '../../../static/js/data/text.js';
import { take, textOf } from './taking.js';

const fixture = (/** @type {string} */ name) => readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url));
const ascii = (/** @type {string} */ text) => new TextEncoder().encode(text);
const places = (/** @type {Pick<ReturnType<typeof take>, 'taken'>} */ { taken }) => taken.points.map(({ x1, x2, target }) => [x1, x2, target]);

/** As Windows stores western Europe's letters, all below 256. @param {string} text */
const ansi = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** @param {string} text @param {boolean} little @param {boolean} marked */
function utf16(text, little, marked) {
  const units = Uint16Array.from(`${marked ? '\ufeff' : ''}${text}`, (letter) => letter.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(2 * units.length));
  units.forEach((unit, at) => view.setUint16(2 * at, unit, little));
  return new Uint8Array(view.buffer);
}

test('a table with points, commas and classes 0 and 1', () => {
  const { table, roles, taken } = take(textOf(fixture('moons.csv')));
  assert.deepEqual([table.separator, table.mark, table.header], [',', '.', true]);
  assert.deepEqual(roles, ['x1', 'x2', 'class']);
  assert.equal(taken.faults.length, 0);
  assert.deepEqual({ ...taken.points[1], test: null }, { x1: 1.061988, x2: 0.07456, target: 0, test: null });
  assert.deepEqual(taken.classes, ['0', '1']);
});

test('the same with decimal commas, semicolons, words, a byte order mark and CRLF', () => {
  const { table, roles, taken } = take(textOf(fixture('decimal_comma.csv')));
  assert.deepEqual([table.separator, table.mark, table.header], [';', ',', true]);
  assert.deepEqual(table.columns.map(({ name }) => name), ['x1', 'x2', 'Klasse']);
  assert.deepEqual(roles, ['x1', 'x2', 'class']);
  assert.deepEqual([taken.faults.length, taken.classes[0]], [0, 'Hund']);
  assert.deepEqual([taken.points[0].x1, taken.points[0].x2], [1.013, -0.013]);
});

const THREE = [[1.5, 2.25, 0], [1234.5, -2, 1], [-0.5, 4, 0]];

for (const [title, bytes] of /** @type {[string, Uint8Array][]} */ ([
  ['a German spreadsheet', ansi('Länge (cm);Größe;Art\r\n1,5;2,25;Käfer\r\n1.234,5;-2,00;Mücke\r\n-0,5;4;Käfer\r\n')],
  ['a French one', ansi('"longueur";"hauteur";"esp\xe8ce"\r\n1,5;2,25;\xe9t\xe9\r\n1\xa0234,5;-2;hiver\r\n-0,5;4;\xe9t\xe9\r\n')],
  ['a French one in UTF-8 with narrow spaces', ascii('longueur;hauteur;saison\n1,5;2,25;été\n1\u202f234,5;−2;hiver\n−0,5;4;été\n')],
  ['an English one', ascii('width,height,kind\r\n1.5,2.25,"a, b"\r\n"1,234.5",-2.0,c\r\n-0.5,4,"a, b"\r\n')],
  ['a Swiss one', ascii("breite;höhe;art\n1.5;2.25;a\n1'234.5;-2;b\n-0.5;4;a\n")],
  ['quoted decimal commas between commas', ascii('a,b,c\n"1,5","2,25",ja\n"1.234,5","-2,0",nein\n"-0,5",4,ja\n')],
  ['tabs, as cells are pasted', ascii('a\tb\tc\n1,5\t2,25\tx y\n1.234,5\t-2,0\tz\n-0,5\t4\tx y')],
  ['spaces', ascii('  1.5   2.25 a\n1234.5  -2.0 b \n  -5e-1  4 a\n')],
  ['bars', ascii('1.5|2.25|a\n1234.5|-2|b\n-0.5|4|a\n')],
  ['UTF-16 as Excel writes it', utf16('a\tb\tc\r\n1,5\t2,25\tю\r\n1234,5\t-2\tя\r\n-0,5\t4\tю\r\n', true, true)],
  ['UTF-16 the other way round', utf16('a;b;c\n1.5;2.25;u\n1234.5;-2;v\n-0.5;4;u', false, true)],
  ['UTF-16 without a mark', utf16('a;b;c\n1.5;2.25;u\n1234.5;-2;v\n-0.5;4;u', true, false)],
  ["Excel's first line for itself", ascii('sep=;\r\na;b;c\r\n1,5;2,25;u\r\n1234,5;-2;v\r\n-0,5;4;u')],
  ['old line ends, comments and empty lines', ascii('# made by hand\ra,b,c\r1.5,2.25,u\r\r1234.5,-2,v\r,,\r-0.5,4,u\r')],
])) {
  test(`${title} is understood`, () => {
    const found = take(textOf(bytes), { scaling: 'as it is' });
    const far = found.taken.faults.map(({ reason }) => reason);
    assert.deepEqual(far.length, 1, far.join('\n')); // 1234.5 is a number, and lies too far out as it stands
    assert.match(far[0], /lies beyond/);
    const filled = take(textOf(bytes), { scaling: 'fill' });
    assert.equal(filled.taken.faults.length, 0);
    const { x1, x2 } = filled.taken.axes;
    places(filled).forEach(([right, up, target], at) => {
      assert.ok(Math.abs(x1.offset + x1.factor * right - THREE[at][0]) < 1e-9);
      assert.ok(Math.abs(x2.offset + x2.factor * up - THREE[at][1]) < 1e-12);
      assert.equal(target, THREE[at][2]);
    });
  });
}

test('umlauts and units of an old spreadsheet are kept', () => {
  const { table } = take(textOf(ansi('Länge (cm);Größe [m²];Art\n1;2;ä\n3;4;ö')));
  assert.deepEqual(table.columns.map(({ name, unit }) => [name, unit]), [['Länge', 'cm'], ['Größe', 'm²'], ['Art', '']]);
});

test('a row that cannot be used is told with its line and why, and the others come in', () => {
  const text = 'a;b;art\n1,5;2;x\n;2;x\n4,1 cm;1;y\n"over\ntwo lines";3;y\n5,4\n1;2;\n3;1e999;y\n2;2;y\n';
  const { taken } = take(text);
  assert.deepEqual(taken.faults.map(({ line, reason }) => [line, reason]), [
    [3, 'a is empty'],
    [4, '“4,1 cm” is not a number'],
    [5, '“over two lines” is not a number'],
    [7, '1 column instead of 3'],
    [8, 'art is empty'],
    [9, '“1e999” is more than the computer can hold'],
  ]);
  assert.deepEqual(places({ taken }), [[1.5, 2, 0], [2, 2, 1]]);
});

test('words become classes as they come, numbers by size; of more than four the most frequent', () => {
  const words = take('x,y,k\n1,1,pear\n2,1,fig\n3,1,pear\n');
  assert.deepEqual(words.taken.classes, ['pear', 'fig']);
  const numbers = take('x,y,k\n1.5,1,7\n2,1.5,3\n3,1,7.0\n');
  assert.deepEqual(numbers.taken.classes, ['3', '7']);
  assert.deepEqual(places(numbers).map(([, , target]) => target), [1, 0, 1]);
  const rows = [...'aabbccddef'].map((letter, at) => `${at},${at + 0.5},${letter}`).join('\n');
  const many = take(`x,y,class\n${rows}`);
  assert.deepEqual(many.taken.classes, ['a', 'b', 'c', 'd']);
  assert.deepEqual(many.taken.faults.map(({ reason }) => reason),
    ['“e” is none of the classes that were chosen', '“f” is none of the classes that were chosen']);
  const grouped = take(`x,y,class\n${rows}`, { grouped: true });
  assert.deepEqual(grouped.taken.classes, ['a', 'b', 'c', 'the others']);
  assert.deepEqual(places(grouped).map(([, , target]) => target), [0, 0, 1, 1, 2, 2, 3, 3, 3, 3]);
});

test('a third column of many numbers is a real target, which fills −1 to 1', () => {
  const { roles, taken } = take('a,b,height\n1,2,10.5\n3,4,20\n5,6,11\n7,8,12\n9,10,30.5\n');
  assert.deepEqual([roles, taken.task], [['x1', 'x2', 'target'], 'regression']);
  const wide = take('a,b,height\n1,2,10.5\n3,4,20\n5,6,11\n7,8,12\n9,10,30.5\n', { scaling: 'fill' });
  assert.deepEqual([wide.taken.points[0].target, wide.taken.points[4].target], [-1, 1]);
});

test('a column that says which points are for testing is taken at its word', () => {
  const { roles, taken } = take('class,x1,x2,used for\nu,1,2,training\nv,2,1,testing\n');
  assert.deepEqual(roles, ['class', 'x1', 'x2', 'test']);
  assert.deepEqual(taken.points.map((point) => point.test), [false, true]);
});

test('a table without names, and one that counts its rows', () => {
  const bare = take('1.5,2\n3,4\n');
  assert.deepEqual([bare.table.header, bare.table.columns.map(({ name }) => name)], [false, ['column 1', 'column 2']]);
  const counted = take(',a,b,kind\n1,2.5,3,u\n2,3,4,v\n3,1,2,u\n4,3,3,u\n5,1,1,v\n');
  assert.deepEqual(counted.roles, ['unused', 'x1', 'x2', 'class']);
});

test('of more rows than a server takes, as many are taken evenly', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `${at / 10},1`).join('\n');
  const { taken } = take(rows, { most: 10 });
  assert.deepEqual([taken.usable, taken.rows], [1000, [0, 100, 200, 300, 400, 500, 600, 700, 800, 900]]);
});

test('each way to fit the plane', () => {
  const text = '1,10\n3,10.5\n5,11\n';
  const axes = (/** @type {import('../../../static/js/data/scaling.js').Scaling} */ scaling) => take(text, { scaling }).taken.axes;
  const fill = axes('fill');
  assert.deepEqual([fill.x1.offset, fill.x1.factor, fill.x2.offset, fill.x2.factor], [3, 2 / 2.5, 10.5, 0.5 / 2.5]);
  const same = axes('same');
  assert.deepEqual([same.x1.factor, same.x2.factor], [2 / 2.5, 2 / 2.5]);
  const { x1 } = axes('standard');
  assert.ok(Math.abs(x1.factor - Math.sqrt(8 / 3)) < 1e-12 && x1.offset === 3);
  assert.equal(take('1,10\n1,20\n', { scaling: 'fill' }).taken.points[0].x1, 0);
});

test('a quotation mark that is never closed does not swallow the rest', () => {
  const { table, taken } = take('a,b,c\n1,2,5" pipe\n3,4,"open\n5,6,7" pipe\n');
  assert.deepEqual([table.openQuote, taken.points.length], [true, 3]);
});

test('files that are no tables say so, and what helps', () => {
  const fault = (/** @type {Uint8Array} */ bytes) => {
    const decoded = decodeText(bytes);
    return 'fault' in decoded ? decoded.fault : '';
  };
  assert.match(fault(Uint8Array.of(0x50, 0x4b, 3, 4, 9)), /workbook.*save the sheet as CSV/);
  assert.match(fault(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), /a picture/);
  assert.match(fault(Uint8Array.of(7, 0, 0, 0, 9)), /not a text/);
  assert.match(fault(new Uint8Array(6_000_000).fill(48)), /too large: 6 MB, and at most 5 MB/);
  assert.equal(fault(new Uint8Array(0)), 'It is empty.');
  assert.equal(fault(ascii('  \n ')), 'It is empty.');
});

test('what a table lacks is said', () => {
  const lack = (/** @type {string} */ text) => {
    const { table, roles } = take(text);
    return lackOf(table, roles);
  };
  assert.equal(lack('a;b\nu;v\n'), 'It has no column of numbers; the plane needs two.');
  assert.equal(lack('a;b\nu;1\nv;2\n'), 'It has one column of numbers; the plane needs two.');
  assert.equal(lack('a;b\n1;2\n'), null);
});

test('only fifty columns of a million are read, and only so many rows', () => {
  const wide = take(`${'1,'.repeat(999_999)}2\n${'3,'.repeat(999_999)}4`);
  assert.deepEqual([wide.table.columns.length, wide.table.width, wide.taken.points.length], [50, 1_000_000, 2]);
  const long = take('1,2\n'.repeat(120_000));
  assert.deepEqual([long.table.rows.length, long.table.isCut, long.taken.points.length], [100_000, true, 5000]);
});

test('a title and remarks above a table are no rows of it, and lines are those of the file', () => {
  const { table, roles, taken } = take('Messung vom 3.4.2024;;\r\n;;\r\nin Halle 2;;\r\nLänge;Breite;Art\r\n1,5;2,5;a\r\n2,5;x;b\r\n3,5;1,0;a\r\n', { scaling: 'fill' });
  assert.deepEqual([table.begins, table.columns.map(({ name }) => name), roles], [4, ['Länge', 'Breite', 'Art'], ['x1', 'x2', 'class']]);
  assert.deepEqual([taken.points.length, taken.classes, taken.faults.map(({ line }) => line)], [2, ['a', 'b'], [6]]);
  assert.equal(take('a;b\n1;\n2;3\n', { scaling: 'fill' }).taken.faults[0].line, 2, 'a row with one number is a row that lacks another');
  assert.equal(take('1;\n2;3\n4;5\n', { scaling: 'fill' }).taken.faults[0].line, 1);
});

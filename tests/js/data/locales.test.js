/** Numbers as spreadsheets in German, French and English write them; dates, times, percentages and sums of money are none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markOf, numberOf } from '../../../static/js/data/cell_numbers.js';
import { lackOf } from '../../../static/js/data/taken.js';
import { take } from './taking.js';

const LOCALES = /** @type {const} */ ([
  // What each writes for 1234.5, −0.25, 1234567.125, 12 and 1e−5.
  { name: 'German', mark: ',', between: ';', cells: ['1.234,5', '-0,25', '1.234.567,125', '12', '1,00E-05'] },
  { name: 'German, without groups', mark: ',', between: '\t', cells: ['1234,5', '-0,25', '1234567,125', '12', '1E-05'] },
  { name: 'French', mark: ',', between: ';', cells: ['1\u00a0234,5', '-0,25', '1\u00a0234\u00a0567,125', '12', '1,00E-05'] },
  { name: 'French, with narrow spaces and a true minus', mark: ',', between: '\t', cells: ['1\u202f234,5', '\u22120,25', '1\u202f234\u202f567,125', '12', '1,00E\u221205'] },
  { name: 'English', mark: '.', between: ',', cells: ['"1,234.5"', '-0.25', '"1,234,567.125"', '12', '1.00E-05'] },
  { name: 'English, pasted', mark: '.', between: '\t', cells: ['1,234.5', '-0.25', '1,234,567.125', '12', '1E-05'] },
  { name: 'Swiss', mark: '.', between: ';', cells: ['1’234.5', '-0.25', '1’234’567.125', '12', '1.00E-05'] },
]);
const VALUES = [1234.5, -0.25, 1234567.125, 12, 1e-5];

for (const { name, mark, between, cells } of LOCALES) {
  test(`${name}: every cell is the number that was meant`, () => {
    const { table, taken } = take(cells.map((cell, at) => `${cell}${between}${at}`).join('\r\n'), { scaling: 'fill', roles: ['x1', 'x2'] });
    assert.deepEqual([table.mark, table.separator, table.header, taken.faults], [mark, between, false, []]);
    assert.deepEqual(table.rows.map((row) => numberOf(row.cells[0], mark)), VALUES);
  });
}

test('groups of thousands tell which mark it is, where no decimals do', () => {
  assert.equal(markOf(['1,234', '2,345,678'], '\t'), '.');
  assert.equal(markOf(['1.234', '2.345.678'], '\t'), ',');
  assert.equal(markOf(['1,234', '0,123'], '\t'), ',', 'no thousands begin with 0');
  assert.equal(numberOf('0,123', ','), 0.123);
  assert.equal(markOf(['1,234', '5,678'], ','), '.', 'a quoted comma between commas is one of thousands');
  assert.equal(markOf(['1,234', '5,678'], ';'), ',');
  assert.equal(markOf(['1.234', '5.678'], ';'), '.');
});

const NONE = [
  '01.02.2024', '1.2.24', '2024-02-01', '01/02/2024', '1 févr. 2024', '12:30', '12:30:59', '50 %', '12,5 %', '12.5%', '50\u00a0%',
  '3,50 €', '€3.50', '$1,234.50', '1.234,5.6', '1,2,3', '12 34', '1 2345', '1.23.456', '½', '1e', '#DIV/0!', 'WAHR', 'VRAI', 'TRUE', '0x1F', '1_000', '١٢',
];

test('what only looks like a number is told as none, by either mark', () => {
  for (const mark of /** @type {const} */ (['.', ','])) {
    assert.deepEqual(NONE.filter((text) => numberOf(text, mark) !== 'not a number'), [], mark);
  }
});

test('a date or a percentage among numbers is told with its line and reason', () => {
  const { taken } = take('Länge;Anteil;Art\n1,5;0,25;a\n01.02.2024;0,5;b\n2,5;50 %;a\n3,5;0,75;b\n');
  assert.deepEqual(taken.faults.map(({ line, reason }) => [line, reason]), [
    [3, '“01.02.2024” is not a number'], [4, '“50 %” is not a number'],
  ]);
  assert.equal(taken.points.length, 2);
});

test('a table whose columns are dates and percentages says which cell is no number', () => {
  const { table, roles } = take('Tag;Anteil;Menge\n01.02.2024;12,5 %;3\n02.02.2024;13,5 %;4\n');
  assert.equal(lackOf(table, roles), 'It has one column of numbers; the plane needs two. “01.02.2024” in Tag is not a number.');
});

test('a column of numbers that no computer holds says so', () => {
  const { table, roles } = take('a,b\n1e999,2\n1e999,3\n');
  assert.equal(lackOf(table, roles), 'It has one column of numbers; the plane needs two. “1e999” in a is more than the computer can hold.');
});

/** What a preview says of a table counts all of its rows, and what was mended stays however the text is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstChosen, labelsOf, offered } from '../../../../static/js/data/classes.js';
import { readTable } from '../../../../static/js/data/table.js';
import { histogramOf, valuesOf } from '../../../../static/js/page/own/histogram.js';
import { createImport } from '../../../../static/js/page/own/import_state.js';
import { restWords } from '../../../../static/js/page/own/choose_classes.js';
import { wordsIn } from '../../../../static/js/page/own/preview_table.js';

/** @param {string} text */
const importOf = (text) => createImport({ name: 'table', text, most: 5000, testShare: 0.2 });
/** @param {ReturnType<typeof importOf>} source */
const faultsOf = (source) => source.taken().faults.map(({ line, reason }) => [line, reason]);

test('what was mended is there again when the table is read another way', () => {
  const source = importOf('a;b;kind\n1,5;2;u\n2,5;x;v\n3,5;4;u\n;1;v\n');
  assert.deepEqual(faultsOf(source), [[3, '“x” is not a number'], [5, 'a is empty']]);
  source.mend(1, 1, '7');
  source.mend(3, 0, '9');
  assert.deepEqual(faultsOf(source), []);
  source.readAs({ header: false });
  assert.deepEqual(faultsOf(source).map(([line]) => line), [1], 'the names are a row now, and no other is at fault');
  source.readAs({ header: true });
  source.readAs({ separator: '|' });
  assert.deepEqual(source.now.table.rows[1].cells, ['2,5;x;v'], 'a cell that holds more than what was mended is not that cell');
  source.readAs({ separator: ';' });
  assert.deepEqual(faultsOf(source), []);
  assert.deepEqual(source.now.table.rows.map(({ cells }) => cells[1]), ['2', '7', '4', '1']);
});

test('a cell that was mended twice has what was typed last', () => {
  const source = importOf('a;b;kind\n1;x;u\n2;3;v\n');
  source.mend(0, 1, 'y');
  source.mend(0, 1, '5');
  source.readAs({ mark: '.' });
  assert.deepEqual(source.now.table.rows[0].cells, ['1', '5', 'u']);
});

test('a row that was too short is mended too', () => {
  const source = importOf('a;b;kind\n1;2;u\n2;3\n3;4;v\n');
  source.mend(1, 2, 'v');
  source.readAs({ mark: '.' });
  assert.deepEqual(faultsOf(source), []);
});

const MANY = Array.from({ length: 300 }, (_, at) => `${at},${at % 7},plant ${at}`).join('\n');

test('all labels are counted, and all of them are grouped', () => {
  const source = importOf(`x,y,kind\n${MANY}`);
  source.give(2, 'class');
  assert.equal(source.now.labels.length, 300);
  source.choose(source.now.chosen, true);
  assert.deepEqual([source.taken().points.length, source.taken().faults.length], [300, 0]);
});

test('words and ranges are those of all rows', () => {
  const rows = Array.from({ length: 25_000 }, (_, at) => `${at},${at % 7},word ${at % 2500}`);
  const table = readTable(`x,y,z\n${rows.join('\n')}\n30000.5,1,word 9999\n,1,\n`);
  const { least, most, count } = histogramOf(valuesOf(table, 0), table.rows.map(() => null));
  assert.deepEqual([least, most, count], [0, 30_000.5, 25_001]);
  assert.equal(wordsIn(table, 2), 2501, 'an empty cell is no word');
});

test('of many labels those are offered that are chosen, and the most frequent that are sought', () => {
  const labels = labelsOf([...'aabcdddeef', 'Dill'], '.');
  const keys = (/** @type {ReturnType<typeof offered>} */ { shown }) => shown.map(({ key }) => key).join('');
  assert.equal(keys(offered(labels, [], '', 3)), 'ade');
  assert.deepEqual(offered(labels, ['f'], '', 3).left, 3);
  assert.equal(keys(offered(labels, ['f'], '', 3)), 'adef');
  assert.equal(keys(offered(labels, ['f'], 'd', 3)), 'dfDill');
  assert.deepEqual(firstChosen(labels), ['a', 'b', 'd', 'e']);
});

test('grouping the others costs a class only where four are chosen', () => {
  const source = importOf('x,y,kind\n1,2,a\n2,3,b\n3,1,c\n4,2,d\n5,3,e\n6,4,f\n');
  source.give(2, 'class');
  assert.equal(restWords(source.now), 'All others are one class together, d among them');
  source.choose(['a', 'b'], true);
  assert.equal(restWords(source.now), 'All others are one class together');
  assert.deepEqual(source.taken().classes, ['a', 'b', 'the others']);
  source.choose(['a', 'b', 'c', 'd'], true);
  assert.deepEqual(source.taken().classes, ['a', 'b', 'c', 'the others']);
});

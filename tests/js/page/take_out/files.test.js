import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Architecture } from '../../../../static/js/network/architecture.js';
import { appended, emptyHistory } from '../../../../static/js/state/history.js';
import { cell, cellsOf, csv, parametersJson, pointsCsv, pointsJson, runCsv, slug } from '../../../../static/js/page/take_out/files.js';
import { notebookText, readable, shortNumber } from '../../../../static/js/page/take_out/lines.js';

const POINTS = [
  { id: 4, x1: 0.1 + 0.2, x2: -1e-7, target: 1, test: false }, { id: 9, x1: 2, x2: 3, target: 0, test: true },
];

test('points keep every digit, and the column says what the task is', () => {
  assert.equal(pointsCsv(POINTS, { task: 'classification' }), 'x1,x2,class,test\r\n0.30000000000000004,-1e-7,1,0\r\n2,3,0,1\r\n');
  assert.match(pointsCsv(POINTS, { task: 'regression' }), /^x1,x2,target,test\r\n/);
  assert.deepEqual(JSON.parse(pointsJson(POINTS, { task: 'classification' })),
    [{ x1: 0.30000000000000004, x2: -1e-7, class: 1, test: false }, { x1: 2, x2: 3, class: 0, test: true }]);
});

test('points of a table go out with its names, units and classes', () => {
  const table = {
    axes: {
      x1: { name: 'petal length', unit: 'cm', offset: 4.3, factor: 1.1 }, x2: { name: '', unit: '', offset: 0, factor: -2 }, target: null,
    },
    classes: ['setosa', '=versicolor, "v"'],
  };
  assert.equal(pointsCsv([{ ...POINTS[0], x1: -1, x2: 0.1 }, { ...POINTS[1], target: 0 }], { task: 'classification' }, table),
    'petal length (cm),x2,class,test\r\n3.2,-0.2,"\'=versicolor, ""v""",0\r\n6.5,-6,setosa,1\r\n');
  const withHeight = { ...table, axes: { ...table.axes, target: { name: 'height', unit: 'm', offset: 10, factor: 5 } } };
  assert.match(pointsCsv([POINTS[0]], { task: 'regression' }, withHeight), /^petal length \(cm\),x2,height \(m\),test\r\n[^,]+,[^,]+,15,0\r\n$/);
});

test('further columns go out between the plane’s own and the class', () => {
  const points = [{ ...POINTS[0], x1: 1, x2: 2, more: [0.5, -3] }, { ...POINTS[1], more: [1] }];
  assert.equal(pointsCsv(points, { task: 'classification' }), 'x1,x2,x3,x4,class,test\r\n1,2,0.5,-3,1,0\r\n2,3,1,0,0,1\r\n');
  const plain = { name: '', unit: '', offset: 0, factor: 1 };
  const table = { axes: { x1: plain, x2: plain, target: null, more: [{ name: 'weight', unit: 'g', offset: 150, factor: 20 }] }, classes: [] };
  assert.equal(pointsCsv(points, { task: 'classification' }, table), 'x1,x2,weight (g),x4,class,test\r\n1,2,160,-3,1,0\r\n2,3,170,0,0,1\r\n');
  assert.deepEqual(JSON.parse(pointsJson(points, { task: 'classification' }))[0], { x1: 1, x2: 2, x3: 0.5, x4: -3, class: 1, test: false });
});

test('in JSON a class has its name beside its number, where a table gives one', () => {
  const table = { classes: ['setosa', 'it’s "b"'] };
  assert.deepEqual(JSON.parse(pointsJson(POINTS, { task: 'classification' }, table)).map((/** @type {{name: string}} */ { name }) => name), ['it’s "b"', 'setosa']);
  assert.deepEqual(pointsJson(POINTS, { task: 'classification' }, { classes: [] }), pointsJson(POINTS, { task: 'classification' }));
  assert.deepEqual(pointsJson(POINTS, { task: 'regression' }, table), pointsJson(POINTS, { task: 'regression' }));
});

test('no text becomes a formula of a spreadsheet, or more than one cell', () => {
  assert.equal(cell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  assert.equal(cell('a, b'), '"a, b"');
  assert.equal(cell(-0.5), '-0.5');
  assert.equal(cell(NaN), '');
});

test('cells are read back as they were written', () => {
  for (const row of [['a', 'b'], ['', ''], ['x, "y"', '', 'z'], ['', 'a', ''], ['1']]) {
    assert.deepEqual(cellsOf(csv([row]).trimEnd()), row);
  }
});

test('a run has a row for each step that is kept, what happened, and last the numbers of now', () => {
  let history = emptyHistory();
  for (const [step, cost] of [[0, 0.9], [1, 0.5], [2, 0.4]]) history = appended(history, step, cost, NaN, step === 0 ? NaN : 1 - cost, NaN);
  history = { ...history, events: [{ step: 1, text: '5 points added', count: 5, words: [] }] };
  const frame = /** @type {any} */ ({
    step: 7, epoch: 3, train_cost: 0.25, test_cost: NaN, train_accuracy: 1, test_accuracy: NaN,
  });
  assert.deepEqual(runCsv(history, frame).split('\r\n'), [
    'step,epoch,train_cost,test_cost,train_accuracy,test_accuracy,what_happened',
    '0,,0.9,,,,', '1,,0.5,,0.5,,5 points added', '2,,0.4,,0.6,,', '7,3,0.25,,1,,', '',
  ]);
  assert.equal(runCsv(history, { ...frame, step: 2 }).split('\r\n').at(-2), '2,3,0.25,,1,,');
});

test('parameters are listed by layer, a row for each neuron that hears', () => {
  const architecture = new Architecture({
    features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
  });
  // Row j of a block leaves neuron j, the last row holds the biases (docs/notation.md).
  const parameters = Array.from({ length: architecture.parameterCount }, (_, index) => index);
  const { weights, biases, sizes, step } = JSON.parse(parametersJson(architecture, parameters, 12));
  assert.deepEqual([sizes, step], [[2, 3, 2], 12]);
  assert.deepEqual(weights, { 2: [[0, 3], [1, 4], [2, 5]], 3: [[9, 11, 13], [10, 12, 14]] });
  assert.deepEqual(biases, { 2: [6, 7, 8], 3: [15, 16] });
});

test('a file is called what every system takes', () => {
  assert.deepEqual(['Spiral', '2 blobs', 'Größe: 5 µm/s', '../..', '', 'a'.repeat(99)].map(slug),
    ['spiral', '2-blobs', 'grosse-5-m-s', 'network', 'network', 'a'.repeat(60)]);
});

test('numbers are shown with four decimals, and words and negative numbers are told apart', () => {
  assert.deepEqual(['0.1717844685866167', '-1.2944849507138638', '0.1', '1e-08', '3.1e-05', '1000', '-8.538843311922869e-05'].map(shortNumber),
    ['0.1718', '-1.2945', '0.1', '1e-08', '3.1e-05', '1000', '-8.5e-5']);
  const { lines, count } = readable('"""What.\n\nIt is.\n"""\nreturn [x - 1, -0.123456789]  # why\n', 5);
  assert.equal(count, 5);
  assert.deepEqual(lines.slice(0, 4).map((line) => line.map(({ kind }) => kind).join()), ['comment', 'comment', 'comment', 'comment']);
  assert.deepEqual(lines[4].map(({ kind, text }) => [kind, text]), [
    ['keyword', 'return'], ['plain', ' [x - '], ['plain', '1'], ['plain', ', '], ['negative', '-0.1235'], ['plain', ']  '],
    ['comment', '# why'],
  ]);
});

test('a notebook is read as its cells', () => {
  const cells = [{ cell_type: 'markdown', source: ['# Title\n', '\n', 'Words'] }, { cell_type: 'code', source: ['a = 1\n', 'b = 2'] }];
  assert.equal(notebookText(JSON.stringify({ cells })), '# # Title\n#\n# Words\n\na = 1\nb = 2');
});

test('a class that is called by a number keeps its sign', () => {
  for (const name of ['-1', '+1', '-2.5e3']) assert.equal(cell(name), name);
  for (const formula of ['-1+2', '=1', '+cmd', '-']) assert.equal(cell(formula), `'${formula}`);
});

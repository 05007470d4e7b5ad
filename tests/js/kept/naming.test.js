import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LONGEST, cleanName, distinctName, fileName, firstName, tableTitle } from '../../../static/js/kept/naming.js';

test('an experiment is called by its data set until a person names it', () => {
  assert.equal(firstName('Spiral', 200), 'Spiral');
  assert.equal(firstName(null, 12), 'Points by hand');
  assert.equal(firstName(null, 1), 'A point by hand');
  assert.equal(firstName('Blank', 0), 'Nothing yet');
});

test('points of a table are called as its file, without what tells its kind', () => {
  assert.deepEqual(['Blüten 2024.csv', 'a.b.TSV', '.csv', 'y > 1.5', 'Pasted table'].map(tableTitle),
    ['Blüten 2024', 'a.b', '.csv', 'y > 1.5', 'Pasted table']);
});

test('a name that is taken gets the first free number', () => {
  assert.equal(distinctName('Spiral', ['Moons']), 'Spiral');
  assert.equal(distinctName('Spiral', ['Spiral', 'Spiral 2']), 'Spiral 3');
  assert.equal(distinctName('Spiral 2', ['Spiral', 'Spiral 2']), 'Spiral 3', 'not "Spiral 2 2"');
  assert.equal(distinctName('2 blobs', ['2 blobs']), '2 blobs 2');
});

test('a name is words on one line, however it was typed', () => {
  assert.equal(cleanName('  Ring\tin \n a ring '), 'Ring in a ring');
  assert.equal(cleanName('\u202Eevil\u0007\u200B'), 'evil');
  assert.equal(cleanName('\u0000'), '');
  assert.equal([...cleanName('𝛿'.repeat(200))].length, LONGEST);
});

test('the name of a file is one that every system takes', () => {
  assert.equal(fileName('Moons, enough now'), 'moons-enough-now.chainrule.json');
  assert.equal(fileName('../../etc/passwd'), 'etc-passwd.chainrule.json');
  assert.equal(fileName('Größe: 3/4?'), 'größe-3-4.chainrule.json');
  assert.equal(fileName('***'), 'experiment.chainrule.json');
});

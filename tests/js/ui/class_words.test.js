import assert from 'node:assert/strict';
import { test } from 'node:test';
import { className, countedOf, manyOf, oneOf, quoted } from '../../../static/js/ui/class_words.js';

test('marks are English words; a table’s own names stand as they were given, without a plural', () => {
  assert.deepEqual([manyOf('circle'), quoted('circle'), countedOf(1, 'circle'), countedOf(2, 'circle')], ['circles', 'circle', '1 circle', '2 circles']);
  assert.deepEqual([manyOf('setosa'), quoted('setosa'), countedOf(1, 'setosa'), countedOf(2, 'setosa')],
    ['“setosa”', '“setosa”', '1 “setosa”', '2 “setosa”']);
});

test('the article goes with how a name begins when it is read out', () => {
  const names = ['circle', 'iris', 'Adelie', 'Öl', 'usual', 'unicorn', 'under', 'euro', 'one', '8', '11', '18', '110', '1', '7', '80'];
  assert.deepEqual(names.map((name) => oneOf(name).split(' ')[0]),
    ['a', 'an', 'an', 'an', 'a', 'a', 'an', 'a', 'a', 'an', 'an', 'an', 'a', 'a', 'a', 'an']);
});

test('a class is called by its table, else by its mark', () => {
  assert.equal(className({}, 1), 'square');
  assert.equal(className({ classNames: null }, 1), 'square');
  assert.equal(className({ classNames: ['setosa', 'virginica'] }, 1), 'virginica');
});

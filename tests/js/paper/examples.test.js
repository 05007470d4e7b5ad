import assert from 'node:assert/strict';
import test from 'node:test';

import { ownValue } from '../../../static/js/by_hand/source.js';
import { EXAMPLES } from '../../../static/js/paper/examples.js';
import { NOTATIONS, symbolOf } from '../../../static/js/paper/notation.js';
import { faultOf, givenKeys } from '../../../static/js/paper/setup.js';
import { createSheet } from '../../../static/js/paper/sheet.js';
import { fits } from '../../../static/js/paper/slips/digits.js';
import { typed } from './mazur.js';

for (const example of EXAMPLES) {
  const { id, setup, numbers, printed, notation } = example;
  test(`what ${example.author} prints of “${example.title}” comes out, or it is said why not`, () => {
    assert.equal(faultOf(setup), null);
    assert.deepEqual(givenKeys(setup).filter((key) => numbers[key] === undefined), [], id);
    const work = { sheet: createSheet(setup, numbers), setup, numbers };
    for (const one of printed) {
      const value = ownValue(/** @type {any} */ (work), one);
      assert.notEqual(symbolOf(NOTATIONS[notation], setup, one.key), '');
      assert.equal(fits(typed(one.text), value), one.why === undefined, `${one.key}: ${value} for ${one.text}`);
    }
  });
}

test('examples have names of their own', () => {
  assert.equal(new Set(EXAMPLES.map(({ id }) => id)).size, EXAMPLES.length);
  assert.ok(EXAMPLES.length >= 10);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { isWhole } from '../../../static/js/trace/decode.js';
import { subjects } from './moments/make.js';

test('a pass of numbers is whole, whatever layers have none', () => {
  for (const { name, subject } of subjects(5)) assert.equal(isWhole(subject.trace), true, name);
});

test('a pass in which something overflowed is not: null in its lists, or no finite number in its vectors', () => {
  const [{ subject: { trace } }] = subjects(1);
  const broken = /** @type {any} */ (null);
  assert.equal(isWhole({ ...trace, cost: broken }), false);
  assert.equal(isWhole({ ...trace, pre_activations: [null, null, [1, broken]] }), false);
  assert.equal(isWhole({ ...trace, batch: /** @type {any} */ ({ ...trace.batch, cost: broken }) }), false);
  assert.equal(isWhole({ ...trace, batch: null, update: null }), true);
  const update = /** @type {NonNullable<typeof trace.update>} */ (trace.update);
  assert.equal(isWhole({ ...trace, update: { ...update, after: update.after.map(() => Infinity) } }), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isFile, linkIn } from '../../../static/js/kept/signs.js';

test('a link is known by itself and in a sentence, whole or damaged, and a cell of a table is none', () => {
  for (const [text, link] of [
    ['#x1=AbC-_9', '#x1=AbC-_9'], ['  #x12=A\n', '#x12=A'], ['https://a.b/c/#x1=AAA and more', '#x1=AAA'],
    ['Look: http://a.b/#x1=QQ.', '#x1=QQ'], ['https://a.b/#x1=', '#x1='],
    ['a,b\n1,#x1=4', null], ['#x=4', null], ['https://a.b/ #x1=4', null], ['', null],
  ]) assert.equal(linkIn(/** @type {string} */ (text)), link, String(text));
});

test('a file is known by its beginning', () => {
  assert.ok(isFile('\uFEFF {\n "kind": "chainrule experiments", '));
  assert.ok(!isFile('{"kind": "chainrules"}') && !isFile('[{"x1": 1}]'));
});

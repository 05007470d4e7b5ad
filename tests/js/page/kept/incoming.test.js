import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isExperiment } from '../../../../static/js/page/kept/incoming.js';

test('a file is an experiment by its name or by what is in it, whatever a phone or a mail made of its name', async () => {
  const saved = '{\n "kind": "chainrule experiment",\n "version": 1,';
  for (const [name, text, is] of [
    ['mine.chainrule.json', 'spoiled', true], ['MINE.CHAINRULE.JSON', saved, true], ['mine.chainrule.json.txt', saved, true],
    ['mine', saved, true], ['table.csv', 'a,b\n1,2\n', false], ['mine.txt', '{"kind": "another"}', false], ['empty', '', false],
  ]) assert.equal(await isExperiment(new File([String(text)], String(name))), is, String(name));
});

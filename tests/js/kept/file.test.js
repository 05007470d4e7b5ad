import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { FaultError } from '../../../static/js/kept/faults.js';
import { fromFile, toFile, toFileOfAll } from '../../../static/js/kept/file.js';
import { isFile } from '../../../static/js/kept/signs.js';
import { randomFrom } from '../random.js';
import { TABLE, parcel, placed } from './samples.js';

/** @typedef {import('../../../static/js/kept/parcel.js').Parcel} Parcel */

/** @returns {Parcel} */
function sample() {
  const random = randomFrom(1);
  return {
    ...parcel(random, placed(random, 9)),
    drawn: { dataset: 'arms3', count: 9, noise: 0.1, test_share: 0.2, seed: 1 },
    curve: {
      steps: Float64Array.of(0, 8, 16), train: Float64Array.of(0.7, 0.5, 0.25), test: Float64Array.of(NaN, 0.6, 0.3), spacing: 8,
      events: [{ step: 8, text: 'rate 0.1 → 0.3', count: 0, words: [] }],
    },
  };
}

test('a file brings everything back, the cost curve included', () => {
  const sent = sample();
  assert.ok(isFile(toFile(sent)));
  assert.deepEqual(fromFile(toFile(sent)), [sent]);
  assert.deepEqual(fromFile(`\uFEFF${toFileOfAll([sent, { ...sent, name: 'Another' }])}`).map(({ name }) => name), ['Three arms', 'Another']);
});

test('what a table calls its points goes along, and is left behind where it can’t be read', () => {
  const sent = { ...sample(), tables: [TABLE, { ...TABLE, formula: 'y > sin(2x)' }] };
  assert.deepEqual(fromFile(toFile(sent))[0].tables, sent.tables);
  const { x1, x2 } = TABLE.axes;
  for (const axes of [{ x1, x2 }, { x1, x2: { ...x2, factor: 0 }, target: null }, { x1: { ...x1, name: 'a'.repeat(201) }, x2, target: null }]) {
    const text = toFile({ ...sent, tables: [/** @type {any} */ ({ ...TABLE, axes })] });
    assert.deepEqual(fromFile(text)[0], { ...sent, tables: [] });
  }
});

test('files of older versions open for ever', () => {
  const text = readFileSync(new URL('../../fixtures/kept/three-arms.chainrule.json', import.meta.url), 'utf8');
  assert.deepEqual(fromFile(text), [sample()]);
});

test('what is no file of ours says why, and names the place', () => {
  /** @type {[string, RegExp][]} */
  const cases = [
    ['', /no file that Chainrule saved/], ['x1;x2\n1,5;2', /no file that Chainrule saved/], ['[1, 2]', /no file that Chainrule saved/],
    ['{"kind": "chainrule experiment", "version": 1, "na', /its end is missing/],
    ['{"kind": "chainrule experiment", "version": 2}', /saved by a newer Chainrule/],
    ['{"kind": "chainrule experiment", "version": 1, "checkpoint": {"version": 9}}', /saved by a newer Chainrule/],
    ['{"kind": "chainrule experiment", "version": 1}', /holds no experiment/],
    ['{"kind": "chainrule experiments", "version": 1, "experiments": []}', /holds no experiments/],
    ['{"kind": "chainrule experiments", "version": 1, "experiments": [7]}', /of its experiments the 1\. can’t be read: it holds no experiment/],
  ];
  for (const [text, reason] of cases) assert.throws(() => fromFile(text), (error) => error instanceof FaultError && reason.test(error.message), text);
});

test('what no server would look at is told, however deep or wide it is', () => {
  const whole = JSON.parse(toFile(sample()));
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
  const wide = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`x${at}`, at]));
  /** @param {Record<string, unknown>} parts */
  const told = (parts) => () => fromFile(JSON.stringify({ ...whole, checkpoint: { ...whole.checkpoint, ...parts } }));
  assert.throws(told({ points: deep }), /it is nested deeper than any experiment/);
  assert.throws(told({ experiment: wide }), /it has more fields than any experiment/);
  assert.throws(told({ progress: { ...whole.checkpoint.progress, optimizer: wide } }), /it has more fields/);
});

test('of several experiments those that can be read come in, and the others are told with their place', () => {
  const { experiments: [one] } = JSON.parse(toFileOfAll([sample()]));
  /** @type {string[]} */
  const faults = [];
  const text = JSON.stringify({ kind: 'chainrule experiments', version: 1, experiments: [one, { name: 'x' }, { ...one, name: 'Last' }, null] });
  assert.deepEqual(fromFile(text, faults).map(({ name }) => name), [sample().name, 'Last']);
  assert.deepEqual(faults.map((fault) => /the (\d)\./.exec(fault)?.[1]), ['2', '4']);
});

test('what only shows an experiment is left out where it can’t be read, and the experiment opens', () => {
  const whole = JSON.parse(toFile(sample()));
  /** @type {[string, unknown][]} */
  const hostile = [
    ['curve', { steps: [3, 1], train: [0, 0], test: [0, 0], spacing: 1, events: [] }], ['curve', { steps: [1], train: ['<b>'], test: [0], spacing: 1, events: [] }],
    ['curve', { steps: [1], train: [1], test: [1], spacing: 0.3, events: [] }], ['curve', []],
    ['look', { chosen: 'x', brush: {}, logarithmic: 1, speed: -1 }], ['look', { chosen: null, brush: { index: 9, height: 1 }, logarithmic: true, speed: 60 }],
    ['drawn', { dataset: {}, count: 1, noise: 0, test_share: 0, seed: 0 }], ['drawn', 'moons'],
  ];
  for (const [part, value] of hostile) {
    const [got] = fromFile(JSON.stringify({ ...whole, [part]: value }));
    assert.equal(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (got))[part], null, JSON.stringify(value));
    assert.deepEqual(got.checkpoint, sample().checkpoint);
  }
});

test('a mountain that nobody could have looked at is left out of a look, which stays', () => {
  const sent = sample();
  const whole = JSON.parse(toFile(sent));
  const ground = { floor: null, scale: 'linear', reach: 1 };
  for (const spoiled of [
    7, [], { ...ground, scale: 'cubic' }, { ...ground, reach: 0 }, { ...ground, reach: 1e9 }, { ...ground, reach: '2' }, { ...ground, floor: 'path' },
    { ...ground, floor: { kind: 'weights', first: 'w:2:0:1', second: '<b>' } }, { ...ground, floor: { kind: 'random', seed: -1 } }, { ...ground, floor: { kind: 'x' } },
  ]) assert.deepEqual(fromFile(JSON.stringify({ ...whole, look: { ...whole.look, mountain: spoiled } }))[0].look, sent.look, JSON.stringify(spoiled));
});

test('a file whose fields are exchanged by chance opens or says why', () => {
  const random = randomFrom(9);
  const strange = [null, 7, -1e300, 'x', [], {}, [[]], { length: 5 }, true, '1e999', { version: 1 }];
  for (let round = 0; round < 400; round += 1) {
    const whole = JSON.parse(toFile(sample()));
    let place = whole;
    for (;;) {
      const names = Object.keys(place);
      const name = names[Math.floor(random() * names.length)];
      if (name === undefined) break;
      if (typeof place[name] !== 'object' || place[name] === null || random() < 0.4) {
        place[name] = strange[Math.floor(random() * strange.length)];
        break;
      }
      place = place[name];
    }
    try {
      const [got] = fromFile(JSON.stringify(whole));
      assert.ok(Array.isArray(got.checkpoint.points) && typeof got.name === 'string');
    } catch (error) {
      assert.ok(error instanceof FaultError, String(error));
    }
  }
});

test('names of a table from outside hold no signs that turn or hide what stands beside them', () => {
  const axis = (/** @type {string} */ name) => ({ name, unit: 'c\u202em', offset: 0, factor: 1 });
  const table = { name: 'a\u0000b\ud800', first: 1, last: 2, axes: { x1: axis('\u2067x'), x2: axis('<b>'), target: null, more: [axis('m\u200bn')] }, classes: ['\u202ekcor', 'Käfer 🪲'] };
  const [got] = fromFile(JSON.stringify({ ...JSON.parse(toFile(sample())), tables: [table] }))[0].tables;
  assert.deepEqual([got.name, got.axes.x1, got.axes.x2.name, got.axes.more?.[0].name, got.classes], ['a b ', { ...axis(' x'), unit: 'c m' }, '<b>', 'm n', [' kcor', 'Käfer 🪲']]);
});

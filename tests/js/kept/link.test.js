import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { crc32 } from '../../../static/js/kept/checksum.js';
import { FaultError } from '../../../static/js/kept/faults.js';
import { fromFile, toFile } from '../../../static/js/kept/file.js';
import { fromLink, toLink } from '../../../static/js/kept/link.js';
import { placeOf, scaled, spreadOf } from '../../../static/js/data/scaling.js';
import { decodeVector } from '../../../static/js/network/parameters.js';
import { randomFrom } from '../random.js';
import { FURTHER_TABLE, HELD_LOOK, TABLE, anyNumber, parcel, placed } from './samples.js';

/** @typedef {import('../../../static/js/types.js').Point} Point */

const noDrawing = () => assert.fail('nothing is to be drawn');
const OLD = new URL('../../fixtures/kept/', import.meta.url);

/** Any points that a server takes. @param {() => number} random @param {number} count @returns {Point[]} */
const anyPoints = (random, count) => Array.from({ length: count }, (_, index) => ({
  id: Math.floor(random() * 2 ** 53 / count) + index, x1: 200 * random() - 100, x2: anyNumber(random), target: 20 * random() - 10, test: random() < 0.3,
}));

test('a link brings everything back to the last bit', async () => {
  const random = randomFrom(1);
  for (const points of [[], placed(random, 1), placed(random, 40), anyPoints(random, 30)]) {
    const sent = parcel(random, points);
    assert.deepEqual(await fromLink(await toLink(sent, null), noDrawing), sent);
  }
});

test('further columns go along to the last bit, and points without them take the form that they had', async () => {
  const random = randomFrom(8);
  const points = anyPoints(random, 6).map((point) => ({ ...point, more: [anyNumber(random), 0, 200 * random() - 100] }));
  const sent = parcel(random, points);
  const drawn = { dataset: 'spiral', count: 30, noise: 0.1, test_share: 0.2, seed: 7, points: anyPoints(random, 30) };
  for (const drawing of [null, drawn]) {
    const got = await fromLink(await toLink({ ...sent, tables: [FURTHER_TABLE], look: HELD_LOOK }, drawing), noDrawing);
    assert.deepEqual(got.checkpoint, sent.checkpoint);
    assert.deepEqual([got.tables, got.look], [[FURTHER_TABLE], HELD_LOOK]);
  }
});

test('points of a data set are named by its drawing, and those that were moved, added or removed by themselves', async () => {
  const random = randomFrom(2);
  const drawing = anyPoints(random, 50).map((point, id) => ({ ...point, id }));
  const sample = { dataset: 'spiral', count: 50, noise: 0.1, test_share: 0.2, seed: 7 };
  const points = [...drawing.slice(3, 20), { ...drawing[20], x1: 1.5 }, ...drawing.slice(22), { id: 99, x1: 0.25, x2: -1, target: 1, test: false }];
  const sent = parcel(random, points);
  const link = await toLink(sent, { ...sample, points: drawing });
  const asked = /** @type {unknown[]} */ ([]);
  const got = await fromLink(link, async (wish) => {
    asked.push(wish);
    return drawing;
  });
  assert.deepEqual(got.checkpoint, sent.checkpoint);
  assert.deepEqual(asked, [sample]);
  assert.deepEqual(got.drawn, { ...sample, points: drawing });
  assert.ok(link.length + 1000 < (await toLink(sent, null)).length);
  const [first, ...others] = drawing;
  await assert.rejects(fromLink(link, async () => [{ ...first, x1: 0 }, ...others]),
    /its data set comes out differently on this server/);
});

test('what a table calls its points goes along', async () => {
  const random = randomFrom(5);
  const { tables } = await fromLink(await toLink({ ...parcel(random, placed(random, 20)), tables: [{ ...TABLE, formula: 'y > x' }] }, null), noDrawing);
  assert.deepEqual(tables, [{ ...TABLE, formula: 'y > x' }]);
});

test('250 points by hand and 2-8-8-3 with Adam take less than 6,000 signs', async () => {
  const random = randomFrom(3);
  const sent = parcel(random, placed(random, 250));
  const link = await toLink(sent, null);
  assert.ok(link.length < 6000, `${link.length} signs`);
  const { checkpoint } = await fromLink(link, noDrawing);
  assert.deepEqual(checkpoint, { ...sent.checkpoint, progress: { ...sent.checkpoint.progress, last_batch: null } },
    'only what is told of the last update was left out');
});

test('250 points of a table and 2-8-8-3 with Adam take less than 6,000 signs', async () => {
  const random = randomFrom(9);
  const own = Array.from({ length: 250 }, () => [1 + 6 * random(), 2.5 * random()].map((value) => Number(value.toFixed(1))));
  const [x1, x2] = scaled('fill', [0, 1].map((at) => spreadOf(own.map((row) => row[at]))));
  const points = own.map((row, id) => ({ id, x1: placeOf(x1, row[0]), x2: placeOf(x2, row[1]), target: id % 3, test: id % 5 === 0 }));
  points[20] = { ...points[20], x1: 0.123456789 };
  const table = { ...TABLE, axes: { x1: { name: 'petal length', unit: 'cm', ...x1 }, x2: { name: 'petal width', unit: 'cm', ...x2 }, target: null } };
  const sent = { ...parcel(random, points), tables: [table] };
  const link = await toLink(sent, null);
  assert.ok(link.length < 6000, `${link.length} signs`);
  const got = await fromLink(link, noDrawing);
  assert.deepEqual([got.checkpoint.points, got.tables], [points, [table]]);
});

/** What these links could not say yet, as it was then. */
const SINCE = { schedule: 'constant', warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
  until_step: 0, until_cost: 0, until_share: 0, until_patience: 0 };

test('links of older versions open for ever', async () => {
  const links = JSON.parse(readFileSync(new URL('links.json', OLD), 'utf8'));
  for (const { link, drawing, parcel: sent } of links) {
    const { name, checkpoint, look, curve } = await fromLink(link, async () => drawing);
    const experiment = { ...sent.checkpoint.experiment, ...SINCE };
    assert.deepEqual({ name, checkpoint, look, curve }, { ...sent, checkpoint: { ...sent.checkpoint, experiment } });
  }
});

/** Saved as a file and as a link at one moment; the second has settings and columns that came later. */
const SAVED = ['sixty-by-hand', 'scheduled-columns'];

test('an old link holds what the file of the same moment does, which a server takes', async () => {
  const text = (/** @type {string} */ name) => readFileSync(new URL(name, OLD), 'utf8').trim();
  // What the last update did is told in fewer digits by a link; nothing is computed from it.
  const exact = (/** @type {import('../../../static/js/types.js').Checkpoint} */ { progress, ...rest }) => ({ ...rest, progress: { ...progress, last_batch: null } });
  for (const saved of SAVED) {
    const [file] = fromFile(text(`${saved}.chainrule.json`));
    const { checkpoint, name, look, tables } = await fromLink(text(`${saved}.link`), noDrawing);
    assert.deepEqual({ checkpoint: exact(checkpoint), name, look, tables }, { checkpoint: exact(file.checkpoint), name: file.name, look: file.look, tables: file.tables });
  }
});

test('how the rate goes, when training ends, what the plane holds still and the mountain’s floor go along', async () => {
  const random = randomFrom(9);
  const sent = parcel(random, placed(random, 12));
  const set = {
    schedule: /** @type {const} */ ('cosine'), warm_up: 12, schedule_steps: 300, schedule_factor: 0.25, least_share: 0.05, largest_norm: 0.8,
    until_step: 900, until_cost: 0.01, until_share: 0.99, until_patience: 40,
  };
  assert.deepEqual(Object.keys(set), Object.keys(SINCE), 'each setting that came since has another value here');
  for (const [name, value] of Object.entries(set)) assert.notEqual(value, SINCE[/** @type {keyof typeof SINCE} */ (name)]);
  const { mountain: ground } = HELD_LOOK;
  const looks = [{ kind: /** @type {const} */ ('random'), seed: 7 }, { kind: /** @type {const} */ ('path') }, null].map((floor) => (
    { ...HELD_LOOK, mountain: { .../** @type {import('../../../static/js/kept/record.js').Ground} */ (ground), floor } }));
  const all = { ...sent, look: HELD_LOOK, checkpoint: { ...sent.checkpoint, experiment: { ...sent.checkpoint.experiment, ...set } } };
  for (const look of [HELD_LOOK, ...looks]) {
    assert.deepEqual(await fromLink(await toLink({ ...all, look }, null), noDrawing), { ...all, look });
    assert.deepEqual(fromFile(toFile({ ...all, look })), [{ ...all, look }]);
  }
});

test('a link that was cut off or changed says so, wherever that was', async () => {
  const random = randomFrom(4);
  const link = await toLink(parcel(random, placed(random, 12)), null);
  const isFault = (/** @type {unknown} */ error) => error instanceof FaultError && error.message.length > 10;
  for (let length = '#x1='.length; length < link.length; length += 7) {
    await assert.rejects(fromLink(link.slice(0, length), noDrawing), isFault);
  }
  for (let round = 0; round < 200; round += 1) {
    const at = 4 + Math.floor(random() * (link.length - 4));
    const sign = 'ABCxyz059-_%<é'[Math.floor(random() * 14)];
    if (sign === link[at]) continue;
    await fromLink(link.slice(0, at) + sign + link.slice(at + 1), noDrawing).then(
      // The last sign may hold bits that no byte needs.
      (got) => assert.ok(at === link.length - 1 && got.checkpoint.points.length === 12), (error) => assert.ok(isFault(error), String(error)));
  }
  await assert.rejects(fromLink('#x7=abcd', noDrawing), /made by a newer Chainrule/);
});

/** A link with a right checksum around any bytes. @param {Uint8Array} bytes @param {Uint8Array} [deflated] */
function around(bytes, deflated = deflateRawSync(bytes)) {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(bytes));
  return `#x1=${Buffer.concat([checksum, deflated]).toString('base64url')}`;
}

test('what no page of ours made is refused with a reason, and costs nothing', async () => {
  const random = randomFrom(5);
  const isFault = (/** @type {unknown} */ error) => error instanceof FaultError;
  for (let round = 0; round < 300; round += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256));
    await assert.rejects(fromLink(around(bytes), noDrawing), isFault);
  }
  // The head as it should be, and anything behind it.
  const head = Buffer.from(JSON.stringify({ n: 'x', e: {}, o: ['a', '__proto__'], d: null, l: null }));
  for (let round = 0; round < 300; round += 1) {
    const rest = Uint8Array.from({ length: Math.floor(random() * 60) }, () => (random() < 0.4 ? 0 : Math.floor(random() * 256)));
    await fromLink(around(Buffer.concat([Uint8Array.of(head.length), head, rest])), noDrawing).catch((error) => assert.ok(isFault(error), String(error)));
  }
});

test('a few signs that unpack to gigabytes are not unpacked', async () => {
  const bomb = deflateRawSync(Buffer.alloc(64_000_000));
  assert.ok(bomb.length < 70_000);
  await assert.rejects(fromLink(around(new Uint8Array(0), bomb), noDrawing), /it holds more than an experiment can/);
});

test('what is longer than any link is refused before it is looked at', async () => {
  const began = performance.now();
  await assert.rejects(fromLink(`#x1=${'A'.repeat(10_000_000)}`, noDrawing), /it is longer than any link of an experiment/);
  assert.ok(performance.now() - began < 300);
});

test('a name from outside is words, and nothing that hides or turns them', async () => {
  const random = randomFrom(6);
  const sent = { ...parcel(random, []), name: '<img src=x onerror=alert(1)>\u202e\u0000  tab\t' };
  assert.equal((await fromLink(await toLink(sent, null), noDrawing)).name, '<img src=x onerror=alert(1)> tab');
});

test('numbers that are read back are the very same', async () => {
  const random = randomFrom(7);
  const sent = parcel(random, []);
  const got = await fromLink(await toLink(sent, null), noDrawing);
  assert.deepEqual([...decodeVector(got.checkpoint.progress.parameters)], [...decodeVector(sent.checkpoint.progress.parameters)]);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

import { crc32 } from '../../../../static/js/kept/checksum.js';
import { FaultError } from '../../../../static/js/kept/faults.js';
import { PREFIX, fromLink, toLink } from '../../../../static/js/kept/link.js';
import { toFile, toFileOfAll } from '../../../../static/js/kept/file.js';
import { restored } from '../../../../static/js/kept/record.js';
import { createFiles } from '../../../../static/js/page/kept/files.js';
import { keptOf } from '../../../../static/js/page/kept/kept_now.js';
import { createViewState } from '../../../../static/js/page/view_state.js';
import { faultOfLink } from '../../../../static/js/page/kept/link_faults.js';
import { randomFrom } from '../../random.js';
import { FURTHER_TABLE, HELD_LOOK, TABLE, parcel, placed } from '../../kept/samples.js';
import { shelfInMemory } from '../../kept/shelf_in_memory.js';

/** @typedef {import('../../../../static/js/page/kept/kept_now.js').Sent} Sent */

const LOOK = { chosen: null, brush: { index: 0, height: 1 }, logarithmic: false, speed: 60 };
const VIEW = { ...createViewState(), brush: LOOK.brush };
const FIXTURES = new URL('../../../fixtures/kept/', import.meta.url);
/** What numbers and texts become. */
const HOSTILE = [
  null, true, -1, 1e308, 2 ** 53, 0.5, '', '<img src=x onerror=alert(1)>', '\u202e', 'x'.repeat(5000), [], {}, [[]], { length: 1e9 }, '__proto__', NaN,
];

/** @param {() => number} random @param {number} most */
const below = (random, most) => Math.floor(random() * most);

/** What the page does with what it has read, before any server looks at it. @param {Sent} sent */
function taken(sent) {
  const again = restored(keptOf(sent, LOOK), null);
  assert.equal(typeof sent.name, 'string');
  assert.ok(Array.isArray(again.points) && Array.isArray(again.tables));
  assert.ok(again.history.steps.length === again.history.train.length);
  JSON.stringify({ type: 'load', checkpoint: sent.checkpoint });
}

/** @param {() => number} random @param {Uint8Array} bytes */
function mutated(random, bytes) {
  const changed = Uint8Array.from(bytes);
  for (let change = 1 + below(random, 3); change > 0; change -= 1) changed[below(random, changed.length)] = [0, 1, 127, 128, 254, 255, below(random, 256)][below(random, 7)];
  const cut = random() < 0.3 ? below(random, changed.length) : changed.length;
  return random() < 0.2 ? Uint8Array.of(...changed.subarray(0, cut), ...changed.subarray(below(random, cut + 1))) : changed.subarray(0, cut);
}

/** A link whose checksum is right, whatever is in it. @param {Uint8Array} bytes */
function linkOf(bytes) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return PREFIX + Buffer.concat([sum, deflateRawSync(bytes)]).toString('base64url');
}

test('whatever a link holds, it opens or says why not', async () => {
  const random = randomFrom(11);
  const points = placed(random, 12);
  const drawing = points.map((point) => ({ ...point, x1: point.x1 / 3 }));
  const links = [
    ...Object.values(/** @type {Record<string, any>} */ (JSON.parse(readFileSync(new URL('links.json', FIXTURES), 'utf8')))).map((link) => (typeof link === 'string' ? link : link.link)),
    await toLink({ ...parcel(random, points), tables: [TABLE] }, null),
    await toLink({ ...parcel(random, points.map((point) => ({ ...point, more: [point.x1] }))), tables: [FURTHER_TABLE], look: HELD_LOOK }, null),
    await toLink(parcel(random, [...drawing.slice(2), { ...points[0], id: 99 }]), { dataset: 'arms3', count: 12, noise: 0.1, test_share: 0.2, seed: 1, points: drawing }),
  ].filter((link) => typeof link === 'string' && link.startsWith(PREFIX));
  assert.ok(links.length > 3);
  const told = new Map();
  for (let round = 0; round < 1500; round += 1) {
    const whole = Buffer.from(links[below(random, links.length)].slice(PREFIX.length), 'base64url');
    const bytes = mutated(random, inflateRawSync(whole.subarray(4)));
    try {
      taken(await fromLink(linkOf(bytes), async () => drawing));
      told.set('opened', (told.get('opened') ?? 0) + 1);
    } catch (error) {
      assert.ok(error instanceof FaultError, `${/** @type {Error} */ (error).stack}`);
      assert.match(faultOfLink(error), /^This link can’t be opened: [^<>]+\. Ask for it again, or for the file\.$/);
      told.set(error.message, (told.get(error.message) ?? 0) + 1);
    }
  }
  assert.ok(told.get('opened') > 50 && told.size > 5, `the changes reach far: ${JSON.stringify([...told])}`);
});

/** Somewhere in it, something else. @param {() => number} random @param {any} value @returns {any} */
function spoiled(random, value) {
  if (typeof value !== 'object' || value === null || random() < 0.1) return HOSTILE[below(random, HOSTILE.length)];
  const keys = Object.keys(value);
  if (keys.length === 0) return HOSTILE[below(random, HOSTILE.length)];
  const key = keys[below(random, keys.length)];
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (random() < 0.1) delete copy[key];
  else copy[key] = spoiled(random, value[key]);
  return copy;
}

test('whatever a file holds, it is taken or kept, or it says why not', async () => {
  const random = randomFrom(12);
  const curve = { steps: Float64Array.of(0, 8), train: Float64Array.of(1, 0.5), test: Float64Array.of(1, NaN), spacing: 8, events: [{ step: 8, text: 'rate', count: 0, words: [] }] };
  const sent = { ...parcel(random, placed(random, 8)), tables: [TABLE], curve };
  const texts = [readFileSync(new URL('three-arms.chainrule.json', FIXTURES), 'utf8'), toFile(sent), toFileOfAll([sent, { ...sent, look: HELD_LOOK }])];
  const shelf = shelfInMemory([]);
  const outcomes = { taken: 0, kept: 0, told: 0 };
  const address = { hash: '' };
  Object.assign(globalThis, { location: address, window: new EventTarget() });
  const exchange = {
    shelf,
    names: async () => [],
    take: async (/** @type {Sent} */ parcelOfIt) => {
      taken(parcelOfIt);
      outcomes.taken += 1;
      return true;
    },
    tell: (/** @type {string} */ words) => {
      assert.match(words, /^(?:What was pasted can’t be opened: |\d+ of the \d+ experiments in What was pasted (?:is|are) in My experiments now; )[^<>]+\.$/);
      outcomes.told += 1;
    },
  };
  const files = createFiles(/** @type {any} */ ({ view: VIEW }), exchange, () => assert.fail('nothing is saved'));
  for (let round = 0; round < 1500; round += 1) {
    const text = texts[below(random, texts.length)];
    const changed = random() < 0.2 ? text.slice(0, below(random, text.length)) : JSON.stringify(spoiled(random, JSON.parse(text)));
    const before = { ...outcomes };
    address.hash = '';
    await files.openText(changed, 'What was pasted');
    for (const { id } of await shelf.cards()) {
      const whole = await shelf.read(id);
      assert.ok(whole && restored(whole.kept, null));
      await shelf.remove(id);
      outcomes.kept += 1;
    }
    assert.notDeepEqual(outcomes, before, changed.slice(0, 300));
  }
  assert.ok(outcomes.taken > 100 && outcomes.kept > 50 && outcomes.told > 300, JSON.stringify(outcomes));
});

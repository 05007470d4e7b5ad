import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';

import { rememberedVisit } from '../../../../static/js/page/first/visit.js';
import { handOver } from '../../../../static/js/ui/handover.js';

const SCRIPT = readFileSync(new URL('../../../../static/js/page/first/first_look.js', import.meta.url), 'utf8');

/** @param {Record<string, string>} content */
function storageOf(content) {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  };
}

/** The marks that the script sets. @param {object} storages */
function marks(storages) {
  /** @type {Record<string, boolean>} */
  const set = {};
  const documentElement = { toggleAttribute: (/** @type {string} */ name, /** @type {boolean} */ on) => { set[name] = on; } };
  runInContext(SCRIPT, createContext({ ...storages, document: { documentElement } }));
  return set;
}

afterEach(() => {
  for (const name of ['localStorage', 'sessionStorage']) Reflect.deleteProperty(globalThis, name);
});

for (const beenHere of [null, 'yes']) {
  for (const settings of [null, 'open', 'folded']) {
    for (const isHandedOver of [false, true]) {
      test(`the page is painted as it will be: been here ${beenHere}, settings ${settings}, handed over ${isHandedOver}`, () => {
        const localStorage = storageOf({ ...(beenHere && { 'been-here': beenHere }), ...(settings && { settings }) });
        const sessionStorage = storageOf({});
        Object.assign(globalThis, { localStorage, sessionStorage });
        if (isHandedOver) handOver(/** @type {any} */ ({}));
        const visit = rememberedVisit();
        assert.deepEqual(marks({ localStorage, sessionStorage }), { 'data-newcomer': visit.newcomer, 'data-folded': !visit.settings });
      });
    }
  }
}

test('without storage each visit is the first', () => {
  assert.deepEqual(marks({}), { 'data-newcomer': true, 'data-folded': true });
});

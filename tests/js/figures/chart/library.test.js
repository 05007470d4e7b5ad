import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { withSomeLanguage } from '../../../../static/js/figures/chart/library.js';

const truly = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language');

/** @param {unknown} language what the browser says it speaks */
function speak(language) {
  Object.defineProperty(Navigator.prototype, 'language', { get: () => language, configurable: true });
}

afterEach(() => Object.defineProperty(Navigator.prototype, 'language', /** @type {PropertyDescriptor} */ (truly)));

/** What uPlot does while it loads. */
const load = async () => new Intl.NumberFormat(navigator.language).resolvedOptions().locale;

test('a library that formats numbers while it loads can do so in every language, and in none', async () => {
  for (const language of ['C', '', 'C.UTF-8', 'en_US', 'x', '*', null]) {
    speak(language);
    assert.equal(await withSomeLanguage(load), 'en', String(language));
    assert.equal(navigator.language, language, 'it was lent for that time only');
  }
});

test('a language that is one stays', async () => {
  for (const language of ['de', 'pt-BR', 'en-US']) {
    speak(language);
    assert.equal(await withSomeLanguage(load), language);
  }
});

test('a library that can not be fetched leaves nothing behind', async () => {
  speak('C');
  await assert.rejects(withSomeLanguage(() => Promise.reject(new TypeError('offline'))), /offline/);
  assert.equal(navigator.language, 'C');
});

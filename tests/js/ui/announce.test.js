import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createAnnouncer } from '../../../static/js/ui/announce.js';

test('the newest message is said, not too often, and goes when it is no longer news', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis, { window: globalThis });
  const region = /** @type {HTMLElement} */ ({ textContent: '' });
  const announce = createAnnouncer(region);
  announce('one');
  assert.equal(region.textContent, 'one');
  announce('two');
  announce('three');
  assert.equal(region.textContent, 'one');
  mock.timers.tick(400);
  assert.equal(region.textContent, 'three');
  mock.timers.tick(4999);
  assert.equal(region.textContent, 'three');
  mock.timers.tick(1);
  assert.equal(region.textContent, '');
  announce('four');
  assert.equal(region.textContent, 'four', 'at once after a rest');
  mock.timers.reset();
});

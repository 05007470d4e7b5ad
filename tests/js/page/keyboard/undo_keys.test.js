import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoWish } from '../../../../static/js/page/keyboard/undo_keys.js';

/** @param {Partial<KeyboardEvent>} event */
const key = (event) => undoWish(/** @type {KeyboardEvent} */ ({
  key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...event,
}));

test('undo and redo by the keys of all systems, and by no others', () => {
  assert.equal(key({ ctrlKey: true }), 'undo');
  assert.equal(key({ metaKey: true }), 'undo');
  assert.equal(key({ ctrlKey: true, shiftKey: true, key: 'Z' }), 'redo');
  assert.equal(key({ ctrlKey: true, key: 'y' }), 'redo');
  assert.equal(key({}), null);
  assert.equal(key({ ctrlKey: true, altKey: true }), null);
});

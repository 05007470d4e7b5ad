import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placePopover } from '../../../static/js/ui/popover.js';

test('a popover opens below, above where there is no room, and never over the edge', () => {
  const size = { width: 340, height: 300 };
  const space = { width: 1000, height: 700 };
  assert.deepEqual(placePopover({ left: 100, top: 50, bottom: 70 }, size, space), { left: 90, top: 80 });
  assert.deepEqual(placePopover({ left: 100, top: 600, bottom: 620 }, size, space), { left: 90, top: 290 });
  assert.deepEqual(placePopover({ left: 950, top: 50, bottom: 70 }, size, space), { left: 648, top: 80 });
  assert.equal(placePopover({ left: 2, top: 340, bottom: 360 }, { width: 340, height: 680 }, space).top, 12);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placePopover } from '../../../static/js/ui/popover_place.js';

const size = { width: 340, height: 300 };
const space = { width: 1000, height: 700 };
/** @param {number} left @param {number} top @param {number} right @param {number} bottom */
const box = (left, top, right, bottom) => ({ left, top, right, bottom });

test('a popover opens below, above where there is no room, and never over the edge', () => {
  assert.deepEqual(placePopover(box(100, 50, 160, 70), size, space), { left: 90, top: 80 });
  assert.deepEqual(placePopover(box(100, 600, 160, 620), size, space), { left: 90, top: 290 });
  assert.deepEqual(placePopover(box(950, 50, 990, 70), size, space), { left: 648, top: 80 });
  assert.equal(placePopover(box(2, 340, 62, 360), { width: 340, height: 680 }, space).top, 12);
});

/** @param {{left: number, top: number}} place @param {ReturnType<typeof box>} other */
const covers = ({ left, top }, other) => left < other.right && left + size.width > other.left
  && top < other.bottom && top + size.height > other.top;

test('it stays beside what its choice changes, and never lies over its own phrase', () => {
  const plane = box(24, 100, 424, 500);
  const phrase = box(300, 70, 420, 90);
  const beside = placePopover(phrase, size, space, [plane]);
  assert.ok(!covers(beside, plane) && !covers(beside, phrase));
  assert.ok(beside.left >= 424, 'to the right of the plane');
  const chart = box(300, 620, 900, 690);
  const above = placePopover(box(310, 590, 400, 610), size, space, [plane, chart]);
  assert.ok(!covers(above, plane) && !covers(above, chart));
});

test('where it has to cover something, it covers as little as may be', () => {
  const everything = [box(0, 100, 424, 700), box(450, 100, 1000, 500)];
  const { left, top } = placePopover(box(500, 70, 560, 90), size, space, everything);
  assert.equal(top, 700 - 12 - 300, 'as low as the window lets it');
  assert.ok(left >= 424);
});

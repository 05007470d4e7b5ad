import assert from 'node:assert/strict';
import { test } from 'node:test';

import { COVERS, pixelsOf, SHADES } from '../../../../static/js/figures/mountain/tints.js';

test('a pixel goes from just above the ground to slate by its shade, and to the line by how far one covers it', () => {
  const colours = /** @type {any} */ ({ raised: '#ffffff', positive: '#000064', ink2: '#102030' });
  const bytes = new Uint8Array(pixelsOf(colours).buffer);
  const pixel = (/** @type {number} */ cover, /** @type {number} */ shade) => [...bytes.slice(4 * (cover * SHADES + shade), 4 * (cover * SHADES + shade) + 4)];
  // 6% and 55% of the way from white to (0, 0, 100)
  assert.deepEqual(pixel(0, 0), [240, 240, 246, 255]);
  assert.deepEqual(pixel(0, SHADES - 1), [115, 115, 170, 255]);
  assert.deepEqual(pixel(COVERS - 1, 0), [16, 32, 48, 255]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 as zlibs } from 'node:zlib';

import { crc32 } from '../../../static/js/kept/checksum.js';
import { randomFrom } from '../random.js';

test('the checksum is the CRC-32 that others compute', () => {
  const random = randomFrom(1);
  for (const length of [0, 1, 9, 1000]) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    assert.equal(crc32(bytes), zlibs(bytes));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

import { canShareMemory, ringBuffer, ringReader, ringWriter } from '../../../static/js/wire/ring.js';

/** @param {number[]} bytes */
const binary = (...bytes) => Uint8Array.from(bytes).buffer;

/** @param {ReturnType<typeof ringReader>} reader */
function all(reader) {
  const messages = [];
  for (let message = reader.read(); message !== null; message = reader.read()) messages.push(message);
  return messages;
}

test('memory is shared where the page is isolated and the engine knows it', () => {
  const origin = 'https://school.example';
  assert.equal(canShareMemory({ crossOriginIsolated: true, origin, SharedArrayBuffer }), true);
  assert.equal(canShareMemory({ crossOriginIsolated: false, origin, SharedArrayBuffer }), false);
  assert.equal(canShareMemory({ crossOriginIsolated: true, origin: 'null', SharedArrayBuffer }), false, 'no worker may be started');
  assert.equal(canShareMemory({ crossOriginIsolated: true, origin }), false, 'WebKit builds without it are isolated all the same');
});

test('texts and bytes come out in order, as they went in', () => {
  const buffer = ringBuffer();
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  assert.equal(reader.read(), null);
  const messages = ['{"type":"ack"}', binary(1, 2, 255), '', 'δ^n = a^n − y', binary()];
  for (const message of messages) assert.equal(writer.write(message), true);
  assert.deepEqual(all(reader), messages);
  assert.equal(reader.read(), null);
});

test('it goes round for ever, and messages may lie over its end', () => {
  const buffer = ringBuffer(64);
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  for (let i = 0; i < 500; i++) {
    const message = i % 2 ? 'x'.repeat(i % 23) : binary(...Array(i % 19).fill(i % 256));
    assert.equal(writer.write(message), true);
    assert.deepEqual(reader.read(), message);
  }
});

test('its counters may overflow', () => {
  const buffer = ringBuffer(64);
  new Int32Array(buffer, 0, 2).fill(2 ** 31 - 10);
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  for (let i = 0; i < 10; i++) {
    assert.equal(writer.write(`message ${i}`), true);
    assert.equal(reader.read(), `message ${i}`);
  }
  assert.equal(writer.write('x'.repeat(60)), true);
  assert.equal(writer.write(''), false);
});

test('what has no room is refused whole, and spoils nothing', () => {
  const buffer = ringBuffer(64);
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  assert.equal(writer.write('a'.repeat(30)), true);
  assert.equal(writer.write('b'.repeat(30)), false);
  assert.equal(writer.write('c'.repeat(65)), false);
  assert.equal(writer.write('d'.repeat(20)), true);
  assert.deepEqual(all(reader), ['a'.repeat(30), 'd'.repeat(20)]);
});

test('it tells of texts without reading them', () => {
  const buffer = ringBuffer();
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  writer.write(binary(1));
  assert.equal(reader.hasText(), false);
  writer.write('ack');
  assert.equal(reader.hasText(), true);
  reader.read();
  assert.equal(reader.hasText(), true);
  reader.read();
  assert.equal(reader.hasText(), false);
});

test('its reader is woken once until it reads', () => {
  const buffer = ringBuffer();
  const [writer, reader] = [ringWriter(buffer), ringReader(buffer)];
  writer.write('one');
  assert.equal(writer.mustWake(), true);
  writer.write('two');
  assert.equal(writer.mustWake(), false);
  all(reader);
  writer.write('three');
  assert.equal(writer.mustWake(), true);
});

test('another thread may write while it is read', async () => {
  const COUNT = 20_000;
  const buffer = ringBuffer(256);
  const worker = new Worker(
    `import { workerData } from 'node:worker_threads';
     const { ringWriter } = await import(workerData.module);
     const writer = ringWriter(workerData.buffer);
     for (let i = 0; i < workerData.count;) if (writer.write(String(i).repeat(1 + i % 5))) i++;`,
    {
      eval: true,
      workerData: {
        buffer, count: COUNT, module: new URL('../../../static/js/wire/ring.js', import.meta.url).href,
      },
    },
  );
  const reader = ringReader(buffer);
  for (let i = 0; i < COUNT;) {
    const message = reader.read();
    if (message === null) await new Promise((resolve) => setImmediate(resolve));
    else assert.equal(message, String(i).repeat(1 + i++ % 5));
  }
  await worker.terminate();
});

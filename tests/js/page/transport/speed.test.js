import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tracked } from '../../../../static/js/ui/tracked.js';
import { mountSpeed, positionOf, speedAt, speedText, UNLIMITED } from '../../../../static/js/page/transport/speed.js';

test('the slider begins at one update a second and ends without a limit', () => {
  assert.equal(speedAt(0), 1);
  assert.equal(speedAt(98), 10_000);
  assert.equal(speedAt(UNLIMITED), null);
  assert.equal(positionOf(null), UNLIMITED);
});

test('in between it is logarithmic: halfway stands the geometric mean', () => {
  assert.equal(speedAt(49), 100);
  assert.equal(positionOf(100), 49);
});

test('each position comes back from its speed, but for what two digits round away', () => {
  for (let position = 0; position <= 98; position += 1) {
    const speed = speedAt(position);
    assert.ok(speed !== null && Math.abs(positionOf(speed) - position) <= 1, `position ${position}`);
  }
});

test('the speed is said in words', () => {
  assert.equal(speedText(1), '1 step/s');
  assert.equal(speedText(60), '60 steps/s');
  assert.equal(speedText(0.5), '0.5 steps/s');
  assert.equal(speedText(null), 'as fast as it goes');
});

test('a server that was just connected to hears the speed, each time', () => {
  /** @type {object[]} */
  const asked = [];
  const state = tracked({ connection: { status: 'connecting' } });
  const page = /** @type {any} */ ({
    state,
    view: { transport: { speed: 100 } },
    /** @param {object} command */
    attempt: (command) => asked.push(command),
  });
  const slider = /** @type {any} */ ({ addEventListener() {}, setAttribute() {}, style: { setProperty() {} } });
  mountSpeed(page, { slider, output: /** @type {any} */ ({}) });
  for (const status of ['live', 'offline', 'live']) state.connection = { status };
  assert.deepEqual(asked, new Array(2).fill({ type: 'speed', updates_per_second: 100 }));
});

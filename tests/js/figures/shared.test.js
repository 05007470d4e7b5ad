import assert from 'node:assert/strict';
import { test } from 'node:test';

import { divergingColour } from '../../../static/js/figures/diverging.js';
import { feedField } from '../../../static/js/figures/field_feed.js';
import { createPace } from '../../../static/js/figures/pace.js';
import { threadPath } from '../../../static/js/figures/thread.js';

/** @type {any} the scale asks for these three */
const COLOURS = { raised: '#ffffff', positive: '#000000', negative: '#ff0000' };

test('the diverging scale runs from clay through paper to slate, and holds beyond ±1', () => {
  assert.equal(divergingColour(0, COLOURS), 'rgb(255 255 255)');
  assert.equal(divergingColour(1, COLOURS), 'rgb(20 20 20)'); // 255 · (1 − 0.92)
  assert.equal(divergingColour(-1, COLOURS), 'rgb(255 20 20)');
  assert.equal(divergingColour(-9, COLOURS), divergingColour(-1, COLOURS));
});

test('a field that two figures share is updated once for each new network', () => {
  /** @type {any[][]} */
  const updates = [];
  /** @type {any} only updates are asked for */
  const field = { update: (/** @type {any[]} */ ...network) => updates.push(network) };
  /** @type {any[]} */
  const [architecture, other, first, second] = [{}, {}, [1], [2]];
  for (const parameters of [first, first, second, second, first]) feedField(field, architecture, parameters);
  assert.deepEqual(updates.map(([, parameters]) => parameters), [first, second, first]);
  feedField(field, other, first);
  assert.equal(updates.length, 4);
});

test('while training, a figure repaints now and then, at rest at once', () => {
  const pace = createPace();
  pace.painted(1000);
  const wait = pace.wait(1016, true);
  assert.ok(wait > 0 && wait <= 80, `${wait} ms`);
  assert.equal(pace.wait(1016, false), 0);
  assert.equal(pace.wait(1016 + wait, true), 0);
});

test('after an edit the others hold back, but not for ever', () => {
  const [plane, network, bars] = [createPace(), createPace(), createPace({ light: true })];
  plane.hush(900);
  assert.ok(network.wait(901, true) > 50);
  assert.ok(bars.wait(901, true) > 50);
  assert.ok(network.wait(930, true) > 0);
  assert.equal(plane.wait(930, true), 0);
  assert.equal(network.wait(1001, true), 0);
});

test('what comes of an edit is painted at once, then in every other frame for a moment', () => {
  const pace = createPace();
  pace.painted(1000);
  pace.hurry(1001);
  assert.equal(pace.wait(1001, true), 0);
  assert.equal(pace.hurries(1016), true);
  pace.painted(1001);
  const wait = pace.wait(1017, true);
  assert.ok(wait > 0 && wait <= 17, `${wait} ms`);
  assert.equal(pace.wait(1034, true), 0);
  pace.hurry(1020);
  assert.equal(pace.wait(1020, true), 0, 'the next edit does not wait for it');
  pace.painted(1500);
  assert.equal(pace.hurries(1501), false);
  assert.ok(pace.wait(1501, true) > 0);
});

test('the frame that shows an edit bears no field that is about to be old', () => {
  const plane = createPace();
  plane.painted(1600);
  plane.hush(1700);
  assert.ok(plane.wait(1701, true) > 0);
  assert.ok(plane.waitToGoOn(1701) > 0);
  assert.equal(plane.wait(1730, true), 0);
  assert.equal(plane.waitToGoOn(1730), 0);
  plane.hush(1750);
  plane.hurry(1751);
  assert.equal(plane.wait(1752, true), 0, 'what comes of the edit is painted at once');
});

test('two figures don\'t paint in one frame', () => {
  const [plane, network] = [createPace(), createPace()];
  network.painted(1940);
  plane.painted(2000);
  assert.ok(network.wait(2001, true) > 0);
  assert.equal(network.wait(2017, true), 0);
});

test('what was begun goes on in the next frame that nobody else takes', () => {
  const [plane, network] = [createPace(), createPace({ period: 25 })];
  plane.painted(5000);
  network.painted(5017);
  assert.ok(plane.waitToGoOn(5018) > 0);
  assert.equal(plane.waitToGoOn(5034), 0);
  network.painted(5050);
  assert.equal(plane.waitToGoOn(5051), 0, 'it has given way for long enough');
  plane.wentOn(5051);
  assert.ok(network.wait(5060, true) > 0, 'and others give way to it');
  assert.equal(plane.wait(5061, true), 0, 'the next painting is due a period after this one began');
});

test('what is light neither waits for what costs more nor makes it wait', () => {
  const [plane, bars] = [createPace(), createPace({ light: true })];
  bars.painted(6000);
  plane.painted(6059);
  assert.equal(bars.wait(6061, true), 0);
  bars.painted(6120);
  assert.equal(plane.wait(6121, true), 0);
});

test('two light figures don\'t paint in one frame either', () => {
  const [bars, chart] = [createPace({ light: true }), createPace({ light: true })];
  bars.painted(6200);
  chart.painted(6210);
  bars.painted(6290);
  assert.ok(chart.wait(6291, true) > 0);
  assert.equal(chart.wait(6307, true), 0);
});

test('what takes long comes less often', () => {
  const pace = createPace();
  pace.painted(2100);
  pace.took(2);
  assert.equal(pace.wait(2161, true), 0);
  pace.painted(2200);
  pace.took(20);
  assert.ok(pace.wait(2390, true) > 0);
  assert.equal(pace.wait(2400, true), 0);
});

test('where a frame takes long, no figure has to wait for others for ever', () => {
  const figures = Array.from({ length: 3 }, () => ({ pace: createPace(), paintings: 0 }));
  for (let frame = 0; frame < 20; frame += 1) {
    for (const [place, figure] of figures.entries()) {
      const now = 3000 + 60 * frame + 2 * place;
      if (figure.pace.wait(now, true) > 0) continue;
      figure.pace.painted(now);
      figure.paintings += 1;
    }
  }
  for (const { paintings } of figures) assert.ok(paintings >= 10, `${paintings} paintings in 20 frames`);
});

test('a thread leaves the ring level and arrives level', () => {
  const numbers = (threadPath({ x: 100, y: 50 }, { x: 314, y: 200 }).match(/[\d.]+/g) ?? []).map(Number);
  const [startX, startY, , handleY, , otherHandleY, endX, endY] = numbers;
  assert.deepEqual([startX, startY, endX, endY], [114, 50, 314, 200]);
  assert.deepEqual([handleY, otherHandleY], [50, 200]);
});

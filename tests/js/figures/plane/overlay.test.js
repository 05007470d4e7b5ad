import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOverlay } from '../../../../static/js/figures/plane/overlay.js';

const LAYOUT = /** @type {any} */ ({ width: 400, height: 400, extent: 3 });
Object.assign(globalThis, { document: { documentElement: {} }, getComputedStyle: () => ({ getPropertyValue: () => 'sans-serif' }) });

/** What is drawn, in this order. @param {object} shown @returns {string[]} */
function drawn(shown) {
  /** @type {string[]} */
  const calls = [];
  const context = /** @type {any} */ (new Proxy({}, {
    get: (_, name) => (/** @type {unknown} */ first) => { calls.push(name === 'fillText' ? `write ${first}` : String(name)); },
    set: () => true,
  }));
  const scene = /** @type {any} */ ({ points: [{ id: 1, x1: 0, x2: 0, target: 0 }], task: 'classification', showNeuron: null, chosen: null, ...shown });
  const judged = { wrong: new Set([1]), residuals: new Map([[1, 1]]) };
  drawOverlay(context, scene, judged, { ghost: null, crosshair: null }, LAYOUT, /** @type {any} */ ({ classes: [] }));
  return calls;
}

/** How many circles are drawn around points. @param {object | null} showNeuron */
const circles = (showNeuron) => drawn({ showNeuron }).filter((call) => call === 'arc').length;

test('a wrong point has its ring on the plane, and none on the map of one neuron', () => {
  assert.equal(circles(null), 1);
  assert.equal(circles({ layer: 2, neuron: 0 }), 0);
});

test('the numbers at the axes are written over rings and sticks', () => {
  for (const [shown, mark] of /** @type {const} */ ([[{}, 'arc'], [{ task: 'regression', targetScale: 1 }, 'lineTo']])) {
    const calls = drawn(shown);
    assert.ok(calls.includes(mark));
    assert.ok(calls.indexOf('write −2') > calls.lastIndexOf(mark), mark);
    assert.equal(calls.filter((call) => call.startsWith('write')).length, 10);
  }
});

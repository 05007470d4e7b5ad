import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOverlay } from '../../../../static/js/figures/plane/overlay.js';

const LAYOUT = /** @type {any} */ ({ width: 400, height: 400, reach: 3 });

/** How many circles are drawn around points. @param {object | null} showNeuron */
function circles(showNeuron) {
  let count = 0;
  const context = /** @type {any} */ (new Proxy({}, {
    get: (_, name) => () => { if (name === 'arc') count += 1; },
    set: () => true,
  }));
  const scene = /** @type {any} */ ({ points: [{ id: 1, x1: 0, x2: 0, target: 0 }], task: 'classification', showNeuron, chosen: null });
  const judged = { wrong: new Set([1]), residuals: new Map() };
  drawOverlay(context, scene, judged, { ghost: null, crosshair: null }, LAYOUT, /** @type {any} */ ({ classes: [] }));
  return count;
}

test('a wrong point has its ring on the plane, and none on the map of one neuron', () => {
  assert.equal(circles(null), 1);
  assert.equal(circles({ layer: 2, neuron: 0 }), 0);
});

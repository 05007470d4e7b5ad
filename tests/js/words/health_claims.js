/** @file The checkers of what is claimed of the layers' health, by a forward pass of the tests' own. */

import assert from 'node:assert/strict';
import { ACTIVATIONS } from '../../../static/js/network/activations.js';
import { ailmentsOf, healthOf } from '../../../static/js/network/health.js';
import { passThrough } from './own_pass.js';
import { assertCount, assertPrinted } from './printed.js';

/** @typedef {import('./moments.js').Moment} Moment */

/** Some of the moments: a pass of each point takes its time. */
const LOOKED = 25;
/** So many of their points at most are looked at. */
const MOST = 20;

/** @param {Moment} moment */
export function healthIn({ seed, snapshot: { architecture, experiment, frame, points, diverged } }) {
  if (!architecture || !experiment || !frame || diverged || seed % LOOKED > 0) return null;
  return healthOf(architecture, experiment, frame.parameters, frame.update, points, MOST);
}

/** The sums of a layer's neurons for each training point. @param {Moment} moment @param {number} layer */
function sumsOf(moment, layer) {
  const training = moment.snapshot.points.filter(({ test }) => !test);
  const looked = training.filter((_, index) => index % Math.ceil(training.length / MOST) === 0);
  return looked.map((point) => passThrough(moment, point).sums[layer]);
}

/** @type {Record<string, (claim: any, moment: Moment) => void>} */
export const HEALTH_CHECKERS = {
  'layer ails': ({ layer, kind, neurons, size }, moment) => {
    assertCount(size, Number(moment.snapshot.architecture?.sizes[layer - 1]));
    const found = ailmentsOf(/** @type {import('../../../static/js/network/health.js').Health} */ (healthIn(moment)));
    assert.ok(found.some((one) => one.layer === layer && one.kind === kind && String(one.neurons.length) === neurons));
  },
  'neurons are dead': ({ layer, neurons, count, zero }, moment) => {
    assert.equal(moment.snapshot.experiment?.activation, 'relu');
    assert.deepEqual([count, zero], [String(neurons.length), '0']);
    const sums = sumsOf(moment, layer);
    for (const neuron of neurons) assert.ok(sums.every((z) => z[neuron] <= 1e-9 * Math.abs(z[neuron])));
  },
  'neurons are saturated': ({ layer, neurons, count, slope }, moment) => {
    const { slope: slopeAt } = ACTIVATIONS[moment.snapshot.experiment?.activation ?? 'tanh'];
    assert.deepEqual([count, slope], [String(neurons.length), '0.05']);
    const sums = sumsOf(moment, layer);
    for (const neuron of neurons) assert.ok(sums.filter((z) => Math.abs(slopeAt(z[neuron])) < 0.05).length >= 0.9 * sums.length);
  },
  'blame vanishes': ({ layer, here, there }, moment) => {
    const layers = healthIn(moment)?.layers ?? [];
    assertPrinted(here, layers[layer - 2].blame);
    assertPrinted(there, Number(layers.at(-1)?.blame));
    assert.ok(layers[layer - 2].blame * 100 < Number(layers.at(-1)?.blame));
  },
  'layers ail': ({ some }, moment) => {
    const health = /** @type {import('../../../static/js/network/health.js').Health} */ (healthIn(moment));
    assert.equal(some, ailmentsOf(health).length > 0);
  },
  'points looked at': ({ looked, points }, moment) => {
    assert.ok(Number(looked) < Number(points));
    assertCount(points, moment.snapshot.points.filter(({ test }) => !test).length);
  },
};

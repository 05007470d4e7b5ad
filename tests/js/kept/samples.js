/** @file Experiments to keep and to send, by chance from a seed. */

import { encodeVector } from '../../../static/js/network/parameters.js';
import { EXPERIMENT } from '../state/scene.js';

/** @typedef {import('../../../static/js/types.js').Point} Point */
/** @typedef {import('../../../static/js/kept/parcel.js').Parcel} Parcel */

/** A float64 of any size and sign, by its bits; those that JSON can say. @param {() => number} random */
export function anyNumber(random) {
  const view = new DataView(new ArrayBuffer(8));
  do {
    for (let byte = 0; byte < 8; byte += 1) view.setUint8(byte, Math.floor(random() * 256));
  } while (!Number.isFinite(view.getFloat64(0)) || Object.is(view.getFloat64(0), -0));
  return view.getFloat64(0);
}

/** Numbers with all their digits. @param {() => number} random @param {number} length */
export const vector = (random, length) => encodeVector(Float64Array.from({ length }, () => 2 * (random() + random() / 2 ** 32) - 1));

/** To the thousandth, as a hand places them. @param {() => number} random @param {number} count @returns {Point[]} */
export const placed = (random, count) => Array.from({ length: count }, (_, id) => ({
  id, x1: Math.round(6000 * random() - 3000) / 1000 + 0, x2: Math.round(6000 * random() - 3000) / 1000 + 0, target: id % 3, test: id % 5 === 0,
}));

/** What names the points in flowers' own words. @type {import('../../../static/js/types.js').TakenTable} */
export const TABLE = {
  name: 'flowers.csv', first: 0, last: 4000,
  axes: {
    x1: { name: 'petal length', unit: 'cm', offset: 3.95, factor: 0.9833333333333333 },
    x2: { name: 'petal width', unit: '', offset: 1.3, factor: 0.4 },
    target: null,
  },
  classes: ['setosa', 'versicolor', 'virginica'],
};

/** With a third column. @type {import('../../../static/js/types.js').TakenTable} */
export const FURTHER_TABLE = { ...TABLE, axes: { ...TABLE.axes, more: [{ name: 'sepal length', unit: 'cm', offset: 5.8, factor: 0.7 }] } };

/** Held elsewhere than at the mean, on a mountain of one's own. @type {import('../../../static/js/kept/record.js').Look} */
export const HELD_LOOK = {
  chosen: null, brush: { index: 0, height: 1 }, logarithmic: true, speed: 60, held: [null, -0.5], reach: 1.5, show_tests: false, discretised: true,
  mountain: { floor: { kind: 'weights', first: 'w:2:0:1', second: 'b:3:2' }, scale: 'log', reach: 4 },
};

/** 2-8-8-3 with Adam: 123 weights and biases. @param {() => number} random @param {Point[]} points @returns {Parcel} */
export function parcel(random, points) {
  const length = 123;
  return {
    name: 'Three arms',
    checkpoint: {
      version: 1,
      experiment: { ...EXPERIMENT, hidden: [8, 8], classes: 3, optimizer: 'adam', learning_rate: 0.03 },
      points,
      progress: {
        step: 620, epoch: 31, batch: 2, parameters: vector(random, length),
        optimizer: { mean: vector(random, length), square: vector(random, length), count: encodeVector([620]) },
        last_batch: { cost: random(), samples: 10, update: encodeVector(Float32Array.from({ length }, () => random() - 0.5)) },
      },
    },
    drawn: null,
    tables: [],
    look: { chosen: 3, brush: { index: 1, height: 1 }, logarithmic: true, speed: 60 },
    curve: null,
  };
}

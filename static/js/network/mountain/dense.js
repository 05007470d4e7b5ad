/**
 * @file Layers of many samples at once, in float64 and without a new array: rows of samples, one for each neuron, as the field
 * has them. Each loop is a function of its own, so that it is compiled alone.
 */

import { ACTIVATIONS } from '../activations.js';

/** tanh(j / 32) for |j| ≤ REACH, the table of `tanhRows`. */
const STEPS = 32;
/** Beyond ±20 tanh is ±1 in float64. */
const FURTHEST = 20;
const REACH = STEPS * FURTHEST;
const TABLE = Float64Array.from({ length: 2 * REACH + 1 }, (_, at) => Math.tanh((at - REACH) / STEPS));
/** Adding it and taking it off again rounds to a whole number, ties to even. */
const ROUNDING = 1.5 * 2 ** 52;

/**
 * tanh in place, to the last digits of float64: by tanh(a + b) = (tanh a + tanh b) / (1 + tanh a tanh b), with a from a table and
 * |b| ≤ 1/64, where four terms of the series are all that float64 has.
 * @param {Float64Array} values @param {number} count
 */
function tanhRows(values, count) {
  for (let s = 0; s < count; s++) {
    const z = values[s];
    const held = z > FURTHEST ? FURTHEST : z < -FURTHEST ? -FURTHEST : z;
    const j = held * STEPS + ROUNDING - ROUNDING;
    const b = held - j / STEPS, square = b * b;
    const small = b * (1 + square * (-1 / 3 + square * (2 / 15 - (17 / 315) * square)));
    const a = TABLE[j + REACH];
    values[s] = (a + small) / (1 + a * small);
  }
}

/** σ(z) = ½ + ½ tanh(z / 2): next to ½ what is nearly 0 has no digits to keep in a sum. @param {Float64Array} values @param {number} count */
function sigmoidRows(values, count) {
  for (let s = 0; s < count; s++) values[s] *= 0.5;
  tanhRows(values, count);
  for (let s = 0; s < count; s++) values[s] = 0.5 + 0.5 * values[s];
}

/** @param {Float64Array} values @param {number} count */
function reluRows(values, count) {
  for (let s = 0; s < count; s++) values[s] = values[s] > 0 ? values[s] : 0;
}

/**
 * What bends sums in place, as many as are told.
 * @param {import('../../types.js').ActivationName} name
 * @returns {(values: Float64Array, count: number) => void}
 */
export function bender(name) {
  if (name === 'tanh') return tanhRows;
  if (name === 'sigmoid') return sigmoidRows;
  if (name === 'relu') return reluRows;
  if (name === 'linear') return () => {};
  const { value } = ACTIVATIONS[name];
  return (values, count) => {
    for (let s = 0; s < count; s++) values[s] = value(values[s]);
  };
}

/** @param {Float64Array} z @param {number} to @param {number} value @param {number} count */
function fill(z, to, value, count) {
  for (let s = 0; s < count; s++) z[to + s] = value;
}

/** @param {Float64Array} z @param {number} to @param {Float64Array} a @param {number} from @param {number} w @param {number} count */
function addOne(z, to, a, from, w, count) {
  for (let s = 0; s < count; s++) z[to + s] += w * a[from + s];
}

/**
 * Several sources at once: a sum is fetched and put back that much less often.
 * @param {Float64Array} z @param {number} to @param {Float64Array} a @param {number} from @param {number} stride
 * @param {Float64Array} w @param {number} at   of the first weight @param {number} apart @param {number} count
 */
function addFour(z, to, a, from, stride, w, at, apart, count) {
  const w0 = w[at], w1 = w[at + apart], w2 = w[at + 2 * apart], w3 = w[at + 3 * apart];
  const f1 = from + stride, f2 = f1 + stride, f3 = f2 + stride;
  for (let s = 0; s < count; s++) z[to + s] += w0 * a[from + s] + w1 * a[f1 + s] + w2 * a[f2 + s] + w3 * a[f3 + s];
}

/** @param {Float64Array} z @param {number} to @param {Float64Array} a @param {number} from @param {number} stride
 *  @param {Float64Array} w @param {number} at @param {number} apart @param {number} count */
function addEight(z, to, a, from, stride, w, at, apart, count) {
  const w0 = w[at], w1 = w[at + apart], w2 = w[at + 2 * apart], w3 = w[at + 3 * apart];
  const w4 = w[at + 4 * apart], w5 = w[at + 5 * apart], w6 = w[at + 6 * apart], w7 = w[at + 7 * apart];
  const f1 = from + stride, f2 = f1 + stride, f3 = f2 + stride, f4 = f3 + stride, f5 = f4 + stride, f6 = f5 + stride, f7 = f6 + stride;
  for (let s = 0; s < count; s++) {
    z[to + s] += w0 * a[from + s] + w1 * a[f1 + s] + w2 * a[f2 + s] + w3 * a[f3 + s]
      + (w4 * a[f4 + s] + w5 * a[f5 + s] + w6 * a[f6 + s] + w7 * a[f7 + s]);
  }
}

/**
 * (F1) for a block of samples.
 * @param {Float64Array} a   rows of layer i − 1, `stride` apart
 * @param {number} start   of the block in each of these rows
 * @param {number} sources   #(i−1)
 * @param {Float64Array} z   rows of layer i, `count` apart
 * @param {number} neurons   #(i)
 * @param {Float64Array} parameters   θ
 * @param {number} offset   of the layer's block in θ
 * @param {number} stride @param {number} count   samples of the block
 */
export function sumRows(a, start, sources, z, neurons, parameters, offset, stride, count) {
  for (let k = 0; k < neurons; k++) {
    const to = k * count;
    fill(z, to, parameters[offset + sources * neurons + k], count);
    let j = 0, at = offset + k;
    for (; j + 8 <= sources; j += 8, at += 8 * neurons) addEight(z, to, a, start + j * stride, stride, parameters, at, neurons, count);
    for (; j + 4 <= sources; j += 4, at += 4 * neurons) addFour(z, to, a, start + j * stride, stride, parameters, at, neurons, count);
    for (; j < sources; j++, at += neurons) addOne(z, to, a, start + j * stride, parameters[at], count);
  }
}

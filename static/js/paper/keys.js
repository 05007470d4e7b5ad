/**
 * @file Names of everything that has a number on the sheet: "w:2:1:0" is the weight into neuron 2 of layer 2 from neuron 1
 * before it. Layers count from 1, neurons, points and sources from 0, as in docs/notation.md. What an update makes of a
 * number has its name with a plus: "w+:2:1:0".
 */

/**
 * @typedef {object} Place
 * @property {string} kind x, y, z, a, C, d (δ), w, b, gw and gb (∂C/∂w, ∂C/∂b), v and vb (velocities), rate, momentum; without the plus
 * @property {boolean} isNew it has the plus
 * @property {number} point
 * @property {number} layer
 * @property {number} neuron
 * @property {number} source
 */

const key = (/** @type {(string | number)[]} */ ...parts) => parts.join(':');

export const RATE = 'rate';
export const MOMENTUM = 'momentum';
export const COST = 'C';
export const NEW_COST = 'C+';
/** @param {number} point @param {number} j */
export const inputKey = (point, j) => key('x', point, j);
/** @param {number} point @param {number} k */
export const targetKey = (point, k) => key('y', point, k);
/** @param {number} point @param {number} layer @param {number} k */
export const zKey = (point, layer, k) => key('z', point, layer, k);
/** @param {number} point @param {number} layer @param {number} k */
export const aKey = (point, layer, k) => key('a', point, layer, k);
/** @param {number} point @param {number} layer @param {number} k */
export const deltaKey = (point, layer, k) => key('d', point, layer, k);
/** @param {number} layer @param {number} k @param {number} j */
export const weightKey = (layer, k, j) => key('w', layer, k, j);
/** @param {number} layer @param {number} k */
export const biasKey = (layer, k) => key('b', layer, k);

/** The same thing after the update. @param {string} of */
export const afterUpdate = (of) => of.replace(/^[a-zA-Z]+/, '$&+');
/** ∂C by this weight or bias. @param {string} parameter */
export const gradientOf = (parameter) => `g${parameter}`;
/** Its velocity. @param {string} parameter */
export const velocityOf = (parameter) => parameter.replace(/^w:/, 'v:').replace(/^b:/, 'vb:');

const PER_POINT = new Set(['z', 'a', 'd']);

/** @param {string} text @returns {Place} */
export function placeOf(text) {
  const [name, ...rest] = text.split(':');
  const isNew = name.endsWith('+');
  const kind = isNew ? name.slice(0, -1) : name;
  const numbers = rest.map(Number);
  const place = { kind, isNew, point: 0, layer: 1, neuron: 0, source: 0 };
  if (kind === 'C') return { ...place, point: numbers[0] ?? -1 };
  if (kind === 'x' || kind === 'y') return { ...place, point: numbers[0], neuron: numbers[1] };
  const [layer, neuron = 0, source = -1] = PER_POINT.has(kind) ? numbers.slice(1) : numbers;
  return { ...place, point: PER_POINT.has(kind) ? numbers[0] : 0, layer: layer ?? 1, neuron, source };
}

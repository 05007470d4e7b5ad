/** @file What a published worked example is: its network, its numbers, and what its source prints. */

/**
 * A printed number. `key` is a quantity's; `part` is one factor of its formula instead of all of it; `step` is how many
 * updates were made before.
 * @typedef {object} Printed
 * @property {string} key
 * @property {string} text as the source prints it
 * @property {number} [part]
 * @property {number} [step]
 * @property {string} [label] where the key's symbol does not say it
 * @property {string} [why] why it is another number than ours
 */

/**
 * @typedef {object} Example
 * @property {string} id
 * @property {string} title
 * @property {string} author
 * @property {string} work
 * @property {number | string} year
 * @property {import('../setup.js').Setup} setup
 * @property {import('../setup.js').Numbers} numbers
 * @property {keyof typeof import('../notation.js').NOTATIONS} notation
 * @property {readonly Printed[]} printed
 * @property {string} [note]
 * @property {number} [updates] how many its source makes
 */

/**
 * Numbers by key, from matrices as sources print them: a row for each neuron.
 * @param {object} given
 * @param {number[][]} given.inputs of each point
 * @param {number[][]} [given.targets]
 * @param {number[][][]} given.weights
 * @param {number[][]} [given.biases] one for each neuron, or one for the layer
 * @param {number} [given.rate]
 * @returns {import('../setup.js').Numbers}
 */
export function numbersOf({ inputs, targets = [], weights, biases = [], rate = 0.5 }) {
  /** @type {import('../setup.js').Numbers} */
  const numbers = { rate };
  inputs.forEach((values, p) => values.forEach((value, j) => { numbers[`x:${p}:${j}`] = value; }));
  targets.forEach((values, p) => values.forEach((value, k) => { numbers[`y:${p}:${k}`] = value; }));
  weights.forEach((rows, at) => rows.forEach((row, k) => row.forEach((value, j) => { numbers[`w:${at + 2}:${k}:${j}`] = value; })));
  biases.forEach((values, at) => values.forEach((value, k) => { numbers[`b:${at + 2}:${k}`] = value; }));
  return numbers;
}

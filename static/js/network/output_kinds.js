/**
 * @file What each output puts its sums into, and how many neurons it has. Made by `make generate` from the tables in app/nn.
 */

/**
 * `activation`: what each neuron puts its z into; null for softmax, which looks at all of them. `levels`: the
 * targets of the first and the second class where a single neuron tells them apart, else null.
 * @typedef {Object} OutputKind
 * @property {'sigmoid' | 'tanh' | 'linear' | null} activation
 * @property {readonly [number, number] | null} levels
 */

/** @type {Record<import('../types.js').OutputName, OutputKind>} */
export const OUTPUT_KINDS = {
  "softmax": {
    activation: null,
    levels: null,
  },
  "sigmoid": {
    activation: "sigmoid",
    levels: null,
  },
  "tanh": {
    activation: "tanh",
    levels: null,
  },
  "linear": {
    activation: "linear",
    levels: null,
  },
  "one_sigmoid": {
    activation: "sigmoid",
    levels: [0.0, 1.0],
  },
  "one_tanh": {
    activation: "tanh",
    levels: [-1.0, 1.0],
  },
};

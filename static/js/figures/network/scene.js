/**
 * What the network figure draws at a time, as a plain value.
 */

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../network/forward.js').ForwardPass} ForwardPass */

/**
 * Opacities that replace the ones drawn otherwise: by the element's key, else by its layer's key, else
 * `rest`; `strong` are elements that are looked at.
 * @typedef {{rest: number, keep: ReadonlyMap<string, number>, strong?: ReadonlySet<string>}} Dim
 */

/**
 * @typedef {object} Story
 * @property {ReadonlyArray<{key: string, value: number, size: number, position: number, focus: boolean}>} flows
 *   blame on wires: value w·δ, size 0..1 among its layer, position of its head (1 at the destination, 0 at the source)
 * @property {ReadonlyArray<{layer: number, neuron: number, value: number, length: number}>} arrows
 *   blame at neurons: value δ, length 0..1 among its layer
 * @property {ReadonlyArray<{key: string, size: number}>} halos
 *   what a parameter is asked to change, or changes, 0..1 among all; the same list while they stay the same
 * @property {number} grown   0..1: how far the halos have grown
 * @property {readonly number[]} [truths]   y, to be read beside the output
 */

/** @typedef {ForwardPass & {x1: number, x2: number}} PointPass */

/**
 * @typedef {object} NetworkScene
 * @property {Architecture} architecture
 * @property {ArrayLike<number>} parameters θ; a new array for new values
 * @property {boolean} training whether parameters change from frame to frame
 * @property {PointPass | null} point the point that is followed: its numbers at the neurons, its place in
 *   every tile
 * @property {ForwardPass | null} hover the place under the pointer on the plane: without a point, its probabilities
 *   stand at the outputs
 * @property {number | null} cost
 * @property {string} costName which cost it is
 * @property {unknown} told another one while training: names are made anew, together with the page's words
 * @property {ReadonlySet<string>} highlight keys of elements under a wash
 * @property {string | null} selected key of the element that is open for reading; the rest fades
 * @property {Dim | null} dim opacities that a phase of a pass asks for
 * @property {ReadonlyArray<{key: string, position: number, value: number}>} pulses signals on wires
 * @property {ReadonlySet<string>} symbols keys of elements whose symbol is shown
 * @property {Story | null} story the backward voice: blame, its shares, and what a
 *   step changes
 */

/** A scene in which nothing is emphasised. */
export const PLAIN = Object.freeze({
  training: false,
  point: null,
  hover: null,
  cost: null,
  costName: 'cost',
  told: null,
  highlight: /** @type {ReadonlySet<string>} */ (new Set()),
  selected: null,
  dim: null,
  pulses: [],
  symbols: /** @type {ReadonlySet<string>} */ (new Set()),
  story: null,
});

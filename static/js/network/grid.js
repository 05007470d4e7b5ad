/**
 * @file Feedforward of a whole grid of points over the plane, in float32 and without allocating: what
 * pictures need.
 */

import { ACTIVATIONS } from './activations.js';
import { OUTPUT_KINDS } from './output_kinds.js';
import { FEATURES } from './features.js';

/** @typedef {import('./architecture.js').Architecture} Architecture */

/** The plane shown is [-EXTENT, EXTENT]². */
export const EXTENT = 3;

/**
 * Points that go through all layers together: few enough for their values to stay in the processor's cache.
 */
const BLOCK = 1024;

/**
 * @typedef {Object} Grid
 * @property {number} resolution   nodes along a side, the plane's corners included
 * @property {(Float32Array | null)[]} activations   by layer number (slot 0 null): neuron after neuron, each
 *   resolution² nodes in rows from the top left
 * @property {Float32Array} pre_activations          z^n, laid out the same way
 */

/**
 * The x1 of column `index`, counted from the left; minus the x2 of row `index`, counted from the top.
 * @param {number} index
 * @param {number} resolution
 */
export const nodeCoordinate = (index, resolution) => EXTENT * ((2 * index) / (resolution - 1) - 1);

/**
 * A grid with the features of its nodes filled in.
 * @param {Architecture} architecture
 * @param {number} resolution
 * @returns {Grid}
 */
export function createGrid(architecture, resolution) {
  const samples = resolution * resolution;
  const activations = [null, ...architecture.sizes.map((neurons) => new Float32Array(neurons * samples))];
  const inputs = /** @type {Float32Array} */ (activations[1]);
  architecture.features.forEach((name, j) => {
    for (let row = 0; row < resolution; row++) {
      const x2 = -nodeCoordinate(row, resolution);
      for (let column = 0; column < resolution; column++) {
        const x1 = nodeCoordinate(column, resolution);
        inputs[j * samples + row * resolution + column] = FEATURES[name](x1, x2, architecture.held);
      }
    }
  });
  const outputs = architecture.sizes[architecture.layers - 1];
  return { resolution, activations, pre_activations: new Float32Array(outputs * samples) };
}

/** @typedef {{samples: number, start: number, end: number}} Block   some of a grid's nodes: start..end of all */

/**
 * (F1) for one neuron and the nodes of a block: z = Σ_j w_j a_j + b. Four sources a pass, for fewer loads and
 * stores.
 * @param {Float32Array} z
 * @param {number} neuron
 * @param {Float32Array} a
 * @param {number} sources
 * @param {Block} block
 * @param {ArrayLike<number>} parameters
 * @param {number} weight   index of the first weight into this neuron
 * @param {number} stride   between one source's weight and the next one's
 */
function weightedInput(z, neuron, a, sources, { samples, start, end }, parameters, weight, stride) {
  const target = neuron * samples;
  z.fill(parameters[weight + sources * stride], target + start, target + end);
  let j = 0;
  for (; j + 4 <= sources; j += 4) {
    const a0 = j * samples, a1 = a0 + samples, a2 = a1 + samples, a3 = a2 + samples;
    const w0 = parameters[weight + j * stride], w1 = parameters[weight + (j + 1) * stride];
    const w2 = parameters[weight + (j + 2) * stride], w3 = parameters[weight + (j + 3) * stride];
    for (let s = start; s < end; s++) {
      z[target + s] += w0 * a[a0 + s] + w1 * a[a1 + s] + w2 * a[a2 + s] + w3 * a[a3 + s];
    }
  }
  for (; j < sources; j++) {
    const from = j * samples, w = parameters[weight + j * stride];
    for (let s = start; s < end; s++) z[target + s] += w * a[from + s];
  }
}

/**
 * Softmax over the neurons of each node.
 * @param {Float32Array} z
 * @param {Float32Array} a
 * @param {number} neurons
 * @param {Block} block
 */
function softmaxNodes(z, a, neurons, { samples, start, end }) {
  const last = neurons * samples;
  for (let s = start; s < end; s++) {
    let greatest = z[s];
    for (let at = s + samples; at < last; at += samples) if (z[at] > greatest) greatest = z[at];
    let sum = 0;
    for (let at = s; at < last; at += samples) sum += a[at] = Math.exp(z[at] - greatest);
    const scale = 1 / sum;
    for (let at = s; at < last; at += samples) a[at] *= scale;
  }
}

/**
 * Fills every neuron's activations over the grid, or over some of its nodes.
 * @param {Architecture} architecture   the one that the grid was made for
 * @param {ArrayLike<number>} parameters θ
 * @param {Grid} grid
 * @param {number} [from]   the first node
 * @param {number} [to]     the node after the last one; may lie beyond the grid
 */
export function feedforwardGrid(architecture, parameters, grid, from = 0, to = Infinity) {
  const { sizes, layers, offsets, output } = architecture;
  const samples = grid.resolution * grid.resolution;
  const activate = ACTIVATIONS[architecture.activation].grid;
  const layerValues = /** @type {Float32Array[]} */ (grid.activations);
  const stop = Math.min(samples, to);
  for (let start = from; start < stop; start += BLOCK) {
    const end = Math.min(start + BLOCK, stop);
    const block = { samples, start, end };
    for (let i = 2; i <= layers; i++) {
      const neurons = sizes[i - 1];
      const z = i < layers ? layerValues[i] : grid.pre_activations;
      for (let k = 0; k < neurons; k++) {
        weightedInput(z, k, layerValues[i - 1], sizes[i - 2], block, parameters, offsets[i] + k, neurons);
        if (i < layers) activate(z, k * samples + start, k * samples + end);
      }
    }
    const neurons = sizes[layers - 1], z = grid.pre_activations, a = layerValues[layers];
    const { activation } = OUTPUT_KINDS[output];
    if (activation === null) {
      softmaxNodes(z, a, neurons, block);
      continue;
    }
    for (let k = 0; k < neurons; k++) {
      const first = k * samples + start, last = k * samples + end;
      a.set(z.subarray(first, last), first);
      ACTIVATIONS[activation].grid(a, first, last);
    }
  }
}

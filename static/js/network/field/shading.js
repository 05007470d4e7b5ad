/** @file From values at nodes to colours of pixels. */

import { OUTPUT_KINDS } from '../output_kinds.js';
import { colourOf } from './palette.js';

/** @typedef {import('./palette.js').Palette} Palette */

/**
 * A node's greatest activation and how far it is from being in doubt: 0 at a tie, 1 when certain. Softmax's
 * outputs are shares, so certainty is how far the greatest is above 1/K; other outputs are not, so it is the
 * lead over the second.
 * @param {Float32Array} a
 * @param {number} classes
 * @param {number} samples
 * @param {boolean} shares
 * @param {Palette} palette
 * @param {Uint32Array} words   filled, a pixel a node
 */
function shadeRegions(a, classes, samples, shares, palette, words) {
  const even = 1 / classes;
  for (let s = 0; s < samples; s++) {
    let winner = 0, first = a[s], second = -Infinity;
    for (let k = 1; k < classes; k++) {
      const value = a[k * samples + s];
      if (value > first) {
        second = first;
        first = value;
        winner = k;
      } else if (value > second) {
        second = value;
      }
    }
    const confidence = shares ? (first - even) / (1 - even) : first - second;
    words[s] = colourOf(palette, palette.field(winner), confidence);
  }
}

/**
 * The same of a single neuron that tells two classes apart: certain at the level of either, in doubt halfway.
 * @param {Float32Array} a
 * @param {readonly [number, number]} levels
 * @param {number} samples
 * @param {Palette} palette
 * @param {Uint32Array} words   filled, a pixel a node
 */
function shadeSides(a, levels, samples, palette, words) {
  const middle = (levels[0] + levels[1]) / 2, half = (levels[1] - levels[0]) / 2;
  for (let s = 0; s < samples; s++) {
    const lead = (a[s] - middle) / half;
    words[s] = colourOf(palette, palette.field(lead > 0 ? 1 : 0), Math.abs(lead));
  }
}

/**
 * The plane of a network that tells classes apart.
 * @param {import('../architecture.js').Architecture} architecture
 * @param {Float32Array} a   of the outputs
 * @param {number} samples
 * @param {Palette} palette
 * @param {Uint32Array} words   filled, a pixel a node
 */
export function shadeAnswers({ output, classes }, a, samples, palette, words) {
  const { levels } = OUTPUT_KINDS[output];
  if (levels) shadeSides(a, levels, samples, palette, words);
  else shadeRegions(a, classes, samples, output === 'softmax', palette, words);
}

/**
 * @typedef {Object} Ramp   how a value becomes a step of a palette's row
 * @property {number} row
 * @property {boolean} signed   zero is in the middle of the row, not at its start
 * @property {number} scale     the value that gets the full colour
 */

/**
 * @typedef {Object} Square   where pixels go in an image
 * @property {Uint32Array} words   of the image
 * @property {number} corner       index of the square's first pixel
 * @property {number} stride       pixels from one row of the image to the next
 */

/**
 * One neuron's values as a square of pixels.
 * @param {Float32Array} values
 * @param {number} start        index of the neuron's first node
 * @param {number} resolution
 * @param {Ramp} ramp
 * @param {Palette} palette
 * @param {Square} square       filled
 */
export function shadeValues(values, start, resolution, { row, signed, scale }, palette, square) {
  const { words, corner, stride } = square;
  const slope = (signed ? 0.5 : 1) / scale, shift = signed ? 0.5 : 0;
  for (let y = 0; y < resolution; y++) {
    const from = start + y * resolution, to = corner + y * stride;
    for (let x = 0; x < resolution; x++) {
      words[to + x] = colourOf(palette, row, values[from + x] * slope + shift);
    }
  }
}

/**
 * The ramp of a neuron's map: signed for inputs and hidden neurons and in regression, from paper to its class
 * for an output.
 * @param {import('../architecture.js').Architecture} architecture
 * @param {import('./scales.js').Scales} scales
 * @param {Palette} palette
 * @param {number} range   regression: the value that gets the full colour
 * @param {number} layer
 * @param {number} neuron
 * @returns {Ramp}
 */
export function rampOf(architecture, scales, palette, range, layer, neuron) {
  const signed = { row: palette.signedTile, signed: true };
  if (layer === 1) return { ...signed, scale: scales.inputs[neuron] };
  if (layer < architecture.layers) return { ...signed, scale: scales.layers[layer] };
  if (architecture.task === 'regression') return { ...signed, scale: range };
  const { levels } = OUTPUT_KINDS[architecture.output];
  if (levels) return levels[0] < 0 ? { ...signed, scale: 1 } : { row: palette.mark(1), signed: false, scale: 1 };
  return { row: palette.mark(neuron), signed: false, scale: 1 };
}

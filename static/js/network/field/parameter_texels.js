/**
 * @file θ as the shaders read it: each layer's block with both sides padded to multiples of four, four
 * neurons a texel.
 */

import { PARAMETER_ROW } from './shaders.js';

/** Texels that `neurons` neurons take. @param {number} neurons */
export const quadsOf = (neurons) => Math.ceil(neurons / 4);

/** @typedef {import('../architecture.js').Architecture} Architecture */

export class ParameterTexels {
  /** @param {Architecture} architecture */
  constructor(architecture) {
    const { sizes, layers } = architecture;
    this.architecture = architecture;
    /** The first texel of each layer's block, by layer number. */
    this.offsets = [0, 0];
    let end = 0;
    for (let i = 2; i <= layers; i++) {
      this.offsets.push(end);
      end += (4 * quadsOf(sizes[i - 2]) + 1) * quadsOf(sizes[i - 1]);
    }
    this.height = Math.ceil(end / PARAMETER_ROW);
    /** RGBA of PARAMETER_ROW × height texels. */
    this.data = new Float32Array(PARAMETER_ROW * this.height * 4);
  }

  /** @param {ArrayLike<number>} parameters θ */
  fill(parameters) {
    const { sizes, layers, offsets } = this.architecture;
    for (let i = 2; i <= layers; i++) {
      const sources = sizes[i - 2], neurons = sizes[i - 1];
      const stride = 4 * quadsOf(neurons);
      for (let j = 0; j <= sources; j++) {
        // The last row, the biases, goes behind the padded sources.
        const row = 4 * this.offsets[i] + (j < sources ? j : 4 * quadsOf(sources)) * stride;
        for (let k = 0; k < neurons; k++) this.data[row + k] = parameters[offsets[i] + j * neurons + k];
      }
    }
  }
}

/** @file Evaluates a network over the plane by WebGL2, into float textures. */

import { bendOf } from '../outputs.js';
import { FEATURES, MOST_FURTHER } from '../features.js';
import {
  bindTexture, createFloatTarget, createProgram, createTexture, deleteFloatTarget,
} from './gl_tools.js';
import { ParameterTexels, quadsOf } from './parameter_texels.js';
import { INPUT_LAYER, PARAMETER_ROW, VERTEX, layerShader, networkShader } from './shaders.js';

/** @typedef {import('../architecture.js').Architecture} Architecture */
/** @typedef {import('./gl_tools.js').Program} Program */
/** @typedef {import('./gl_tools.js').FloatTarget} FloatTarget */

/** What the shaders' arrays hold; a wider or deeper network is for the other back end. */
const MOST_NEURONS = 16;
const MOST_LAYERS = 15;
const FEATURE_NAMES = Object.keys(FEATURES);

/** Texture units. */
const PARAMETERS_UNIT = 0;
const BEFORE_UNIT = 1;

export class GlNetwork {
  /**
   * @param {WebGL2RenderingContext} gl
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  constructor(gl, architecture, parameters) {
    this.gl = gl;
    /** @type {Map<string, Program>} */
    this.programs = new Map();
    /** @type {FloatTarget | null} */
    this.planeTarget = null;
    /** @type {FloatTarget[]} */
    this.layerTargets = [];
    this.parameterTexture = createTexture(gl);
    this.architecture = architecture;
    this.texels = this.#allocate(architecture);
    this.#upload(parameters);
  }

  /** @param {Architecture} architecture */
  static canEvaluate({ sizes, layers }) {
    return layers <= MOST_LAYERS && Math.max(...sizes) <= MOST_NEURONS;
  }

  /**
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  update(architecture, parameters) {
    if (architecture !== this.architecture) {
      this.architecture = architecture;
      this.texels = this.#allocate(architecture);
      this.#dropLayers();
    }
    this.#upload(parameters);
  }

  /** @param {Architecture} architecture */
  #allocate(architecture) {
    const { gl } = this;
    const texels = new ParameterTexels(architecture);
    bindTexture(gl, PARAMETERS_UNIT, this.parameterTexture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, PARAMETER_ROW, texels.height, 0, gl.RGBA, gl.FLOAT, null);
    return texels;
  }

  /** @param {ArrayLike<number>} parameters */
  #upload(parameters) {
    const { gl, texels } = this;
    texels.fill(parameters);
    bindTexture(gl, PARAMETERS_UNIT, this.parameterTexture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, PARAMETER_ROW, texels.height, gl.RGBA, gl.FLOAT, texels.data);
  }

  #dropLayers() {
    for (const target of this.layerTargets) deleteFloatTarget(this.gl, target);
    this.layerTargets = [];
  }

  /**
   * A program by its name, built when it is first asked for.
   * @param {string} name
   * @param {() => string} fragment
   */
  program(name, fragment) {
    let program = this.programs.get(name);
    if (!program) {
      program = createProgram(this.gl, VERTEX, fragment());
      this.programs.set(name, program);
    }
    return program;
  }

  /**
   * z^n at resolution² nodes, a node's neurons in one texel: an output layer has four at the most.
   * @param {number} resolution
   */
  evaluatePlane(resolution) {
    const { gl } = this;
    const { activation, features, held, layers, sizes } = this.architecture;
    const quads = quadsOf(Math.max(...sizes));
    if (this.planeTarget?.width !== resolution) {
      if (this.planeTarget) deleteFloatTarget(gl, this.planeTarget);
      this.planeTarget = createFloatTarget(gl, resolution, resolution);
    }
    const name = `network ${activation} ${quads}`;
    const { program, at } = this.program(name, () => networkShader(activation, quads));
    gl.useProgram(program);
    bindTexture(gl, PARAMETERS_UNIT, this.parameterTexture);
    gl.uniform1i(at('parameters'), PARAMETERS_UNIT);
    gl.uniform1f(at('resolution'), resolution);
    gl.uniform1iv(at('features'), featureNumbers(features));
    gl.uniform1fv(at('held'), heldNumbers(held));
    gl.uniform1i(at('layers'), layers);
    gl.uniform1iv(at('quads'), [0, ...sizes.map(quadsOf)]);
    this.#drawTarget(this.planeTarget);
    return this.planeTarget;
  }

  /**
   * Every layer's activations, each layer's into a texture of its own.
   * @param {number} resolution
   * @returns {FloatTarget[]} the texture of layer i at i - 1; neurons stand side by side, four a texel
   */
  evaluateLayers(resolution) {
    const { gl } = this;
    const { activation, features, held, layers, output, sizes } = this.architecture;
    if (this.layerTargets[0]?.height !== resolution) {
      this.#dropLayers();
      this.layerTargets = sizes.map(
        (neurons) => createFloatTarget(gl, quadsOf(neurons) * resolution, resolution));
    }
    const input = this.program('input', () => INPUT_LAYER);
    gl.useProgram(input.program);
    gl.uniform1f(input.at('resolution'), resolution);
    gl.uniform1iv(input.at('features'), featureNumbers(features));
    gl.uniform1fv(input.at('held'), heldNumbers(held));
    this.#drawTarget(this.layerTargets[0]);
    for (let i = 2; i <= layers; i++) {
      const name = i < layers ? activation : bendOf(output);
      const neurons = name === 'softmax' ? sizes[i - 1] : 0;
      const { program, at } = this.program(`layer ${name} ${neurons}`, () => layerShader(name, neurons));
      gl.useProgram(program);
      bindTexture(gl, PARAMETERS_UNIT, this.parameterTexture);
      gl.uniform1i(at('parameters'), PARAMETERS_UNIT);
      bindTexture(gl, BEFORE_UNIT, this.layerTargets[i - 2].texture);
      gl.uniform1i(at('before'), BEFORE_UNIT);
      gl.uniform1i(at('side'), resolution);
      gl.uniform1i(at('offset'), this.texels.offsets[i]);
      gl.uniform2i(at('quads'), quadsOf(sizes[i - 2]), quadsOf(sizes[i - 1]));
      this.#drawTarget(this.layerTargets[i - 1]);
    }
    return this.layerTargets;
  }

  /** @param {FloatTarget} target */
  #drawTarget({ framebuffer, width, height }) {
    this.draw(framebuffer, 0, 0, width, height);
  }

  /**
   * Runs the program in use over a rectangle of a framebuffer (null: the canvas).
   * @param {WebGLFramebuffer | null} framebuffer
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  draw(framebuffer, x, y, width, height) {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.viewport(x, y, width, height);
    gl.scissor(x, y, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  /** Waits until what was drawn last is there. */
  finish() {
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.FLOAT, new Float32Array(4));
  }

  /**
   * @param {FloatTarget} target
   * @param {number} neurons
   * @returns {Float32Array} neuron after neuron, each its nodes in rows from the plane's top
   */
  read({ framebuffer, width, height }, neurons) {
    const { gl } = this;
    const texels = new Float32Array(width * height * 4);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, texels);
    const nodes = height * height;
    return Float32Array.from({ length: neurons * nodes }, (_, index) => {
      const k = Math.floor(index / nodes);
      const row = Math.floor((index % nodes) / height), column = index % height;
      return texels[4 * (row * width + Math.floor(k / 4) * height + column) + (k % 4)];
    });
  }
}

/** Where the plane holds further coordinates, 0 where it holds none. @param {readonly number[]} held */
function heldNumbers(held) {
  const numbers = new Float32Array(MOST_FURTHER);
  numbers.set(held.slice(0, MOST_FURTHER));
  return numbers;
}

/** Features by their numbers, -1 where there is none. @param {string[]} names */
function featureNumbers(names) {
  const numbers = new Int32Array(8).fill(-1);
  names.forEach((name, j) => {
    numbers[j] = FEATURE_NAMES.indexOf(name);
  });
  return numbers;
}

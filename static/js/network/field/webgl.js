/** @file The field by WebGL2: every node in a fragment shader, lines as crisp as the screen. */

import { OUTPUT_KINDS } from '../output_kinds.js';
import { Budget } from './budget.js';
import { pixelRatio } from './canvas.js';
import { GlNetwork } from './gl_network.js';
import { bindTexture, createTexture } from './gl_tools.js';
import { LEVELS } from './palette.js';
import { createScales } from './scales.js';
import { ATLAS_ROW, planeShader } from './shaders.js';
import { rampOf } from './shading.js';
import { BOUNDARY } from './style.js';

/** @typedef {import('../architecture.js').Architecture} Architecture */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./types.js').Context2D} Context2D */

const PLANE = { least: 96, most: 2048 };
const TILE = { least: 24, most: 64, fine: 256 };
/**
 * Milliseconds that evaluating may take: of a frame while the network moves, of a person's patience at rest.
 */
const PLANE_TIME = { still: 80, moving: 6 };
const TILE_TIME = 4;
/** A guess until the first measurement, milliseconds a node. */
const NODE_TIME = 2e-5;
/**
 * Waiting for the graphics processor to measure its time costs time too: the first few frames, then one in so
 * many.
 */
const MEASURED_FIRST = 3;
const MEASURED_EVERY = 32;

const PALETTE_UNIT = 0;
const VALUES_UNIT = 1;

/** Renderers that compute shaders on the central processor, for browsers that don't admit to a caveat. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** @param {WebGL2RenderingContext} gl */
function isSoftware(gl) {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return names !== null && SOFTWARE.test(gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
}

/** Times evaluations now and then, so that their resolution fits the processor. */
class Stopwatch {
  constructor() {
    this.budget = new Budget(NODE_TIME);
    this.runs = 0;
  }

  /**
   * @template T
   * @param {number} resolution
   * @param {GlNetwork} network
   * @param {() => T} evaluate
   * @returns {T}
   */
  run(resolution, network, evaluate) {
    if (this.runs === 0) {
      // The first run builds programs, which would be taken for slowness.
      evaluate();
      network.finish();
    }
    const measured = this.runs < MEASURED_FIRST || this.runs % MEASURED_EVERY === 0;
    this.runs++;
    const start = performance.now();
    const result = evaluate();
    if (measured) {
      network.finish();
      this.budget.record(resolution, performance.now() - start);
    }
    return result;
  }
}

/** One of the two back ends of the field; the other is `CpuField`. */
export class WebGlField {
  /**
   * What such a field draws with.
   * @param {Document} document
   * @param {boolean} slow   whether a software renderer will do: it is slower than typed arrays
   * @returns {{canvas: HTMLCanvasElement, gl: WebGL2RenderingContext} | null} null where there is no WebGL2 of this kind
   *   or it can't draw into float textures
   */
  static open(document, slow) {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', {
      alpha: false, antialias: false, depth: false, failIfMajorPerformanceCaveat: !slow,
    });
    if (!gl) return null;
    if (!gl.getExtension('EXT_color_buffer_float') || (!slow && isSoftware(gl))) {
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      return null;
    }
    return { canvas, gl };
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {WebGL2RenderingContext} gl
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  constructor(canvas, gl, architecture, parameters) {
    this.canvas = canvas;
    this.gl = gl;
    this.architecture = architecture;
    this.parameters = parameters;
    this.scalesOf = createScales(architecture);
    this.plane = new Stopwatch();
    this.tiles = new Stopwatch();
    this.network = new GlNetwork(gl, architecture, parameters);
    this.paletteTexture = createTexture(gl);
    /** @type {Palette | null} */
    this.palette = null;
    gl.enable(gl.SCISSOR_TEST);
  }

  /** Makes everything anew in a context that was lost and has come back. */
  restored() {
    this.gl.getExtension('EXT_color_buffer_float');
    return new WebGlField(this.canvas, this.gl, this.architecture, this.parameters);
  }

  /** @param {Architecture} architecture */
  canDraw(architecture) {
    return !this.gl.isContextLost() && GlNetwork.canEvaluate(architecture);
  }

  /**
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  update(architecture, parameters) {
    if (architecture !== this.architecture) {
      this.architecture = architecture;
      this.scalesOf = createScales(architecture);
      this.plane = new Stopwatch();
      this.tiles = new Stopwatch();
    }
    this.parameters = parameters;
    this.network.update(architecture, parameters);
  }

  /**
   * @param {Context2D} context
   * @param {number} width
   * @param {number} height
   * @param {Palette} palette
   * @param {{moving: boolean, range: number}} options
   * @returns {boolean}   always true: a graphics processor paints it at once
   */
  paintPlane(context, width, height, palette, { moving, range }) {
    const { gl, network } = this;
    const { layers, output, sizes, task } = this.architecture;
    const ratio = pixelRatio(context);
    const across = Math.round(width * ratio), down = Math.round(height * ratio);
    const most = Math.min(PLANE.most, Math.max(across, down, PLANE.least));
    const time = moving ? PLANE_TIME.moving : PLANE_TIME.still;
    const resolution = this.plane.budget.resolution(time, PLANE.least, most);
    const field = this.plane.run(resolution, network, () => network.evaluatePlane(resolution));

    const classes = sizes[layers - 1], levels = task === 'regression' ? null : OUTPUT_KINDS[output].levels;
    const { program, at } = network.program(`plane ${output} ${classes}`, () => planeShader(output, classes, levels));
    this.#need(across, down);
    gl.useProgram(program);
    this.#bindPalette(palette, at);
    bindTexture(gl, VALUES_UNIT, field.texture);
    gl.uniform1i(at('field'), VALUES_UNIT);
    gl.uniform1i(at('side'), resolution);
    gl.uniform2f(at('size'), across, down);
    gl.uniform1f(at('lineWidth'), BOUNDARY.width * ratio);
    gl.uniform3fv(at('ink'), palette.colours.ink.map((channel) => channel / 255));
    gl.uniform1i(at('firstRow'), task === 'regression' ? palette.signedPlane : palette.field(0));
    gl.uniform1f(at('range'), range);
    network.draw(null, 0, 0, across, down);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.canvas, 0, this.canvas.height - down, across, down, 0, 0, width, height);
    return true;
  }

  /**
   * The maps of the layers that are asked for.
   * @param {Set<number>} layers
   * @param {Palette} palette
   * @param {{fine: boolean, range: number}} options
   * @returns {import('./tiles.js').Atlas}
   */
  atlas(layers, palette, { fine, range }) {
    const { gl, network, architecture } = this;
    const { sizes } = architecture;
    const resolution = this.tiles.budget.resolution(fine ? PLANE_TIME.still : TILE_TIME, TILE.least, fine ? TILE.fine : TILE.most);
    const targets = this.tiles.run(resolution, network, () => network.evaluateLayers(resolution));
    const scales = this.scalesOf(this.parameters);
    this.#need(Math.max(...sizes) * resolution, sizes.length * resolution);
    const { program, at } = network.program('atlas', () => ATLAS_ROW);
    gl.useProgram(program);
    this.#bindPalette(palette, at);
    gl.uniform1i(at('values'), VALUES_UNIT);
    gl.uniform1i(at('side'), resolution);
    for (const layer of layers) {
      const neurons = sizes[layer - 1];
      const ramps = Array.from(
        { length: neurons }, (_, k) => rampOf(architecture, scales, palette, range, layer, k));
      const bottom = this.canvas.height - layer * resolution;
      bindTexture(gl, VALUES_UNIT, targets[layer - 1].texture);
      gl.uniform1f(at('top'), bottom + resolution);
      gl.uniform1iv(at('rows'), ramps.map(({ row }) => row));
      gl.uniform2fv(at('ramps'), ramps.flatMap(
        ({ signed, scale }) => (signed ? [0.5 / scale, 0.5] : [1 / scale, 0])));
      network.draw(null, 0, bottom, neurons * resolution, resolution);
    }
    return { source: this.canvas, resolution };
  }

  /**
   * @param {number} layer
   * @param {number} resolution
   */
  valuesAt(layer, resolution) {
    const target = this.network.evaluateLayers(resolution)[layer - 1];
    return this.network.read(target, this.architecture.sizes[layer - 1]);
  }

  /** @param {number} resolution */
  outputsAt(resolution) {
    const { layers, sizes } = this.architecture;
    return this.network.read(this.network.evaluatePlane(resolution), sizes[layers - 1]);
  }

  /** Makes room in the canvas; it only grows, as the plane and the atlas take turns. */
  #need(/** @type {number} */ width, /** @type {number} */ height) {
    if (this.canvas.width < width) this.canvas.width = width;
    if (this.canvas.height < height) this.canvas.height = height;
  }

  /**
   * @param {Palette} palette
   * @param {import('./gl_tools.js').Program['at']} at
   */
  #bindPalette(palette, at) {
    const { gl } = this;
    bindTexture(gl, PALETTE_UNIT, this.paletteTexture);
    if (palette !== this.palette) {
      gl.texImage2D(
        gl.TEXTURE_2D, 0, gl.RGBA8, LEVELS, palette.rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, palette.bytes);
      this.palette = palette;
    }
    gl.uniform1i(at('palette'), PALETTE_UNIT);
  }

  destroy() {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

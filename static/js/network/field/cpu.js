/**
 * @file The field by typed arrays: a grid coarser than the screen, smoothly enlarged, with exact lines drawn
 * over it.
 */

import { createGrid, feedforwardGrid } from '../grid.js';
import { createPixelBuffer, drawNodes } from './canvas.js';
import { classMargin, zeroContour } from './contours.js';
import { FilledGrid } from './filled_grid.js';
import { createScales } from './scales.js';
import { rampOf, shadeAnswers, shadeValues } from './shading.js';
import { BOUNDARY } from './style.js';

/** @typedef {import('../architecture.js').Architecture} Architecture */
/** @typedef {import('../grid.js').Grid} Grid */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./types.js').Context2D} Context2D */

const PLANE = { still: 110, moving: 96, least: 48 };
const TILE = { still: 48, moving: 32, least: 24 };
/**
 * Milliseconds that filling a grid may take: of a frame while the network moves, of a person's patience at
 * rest.
 */
const PLANE_TIME = { still: 60, moving: 3.5 };
/** Of them, what one frame bears where a grid may be filled over several. */
const PART_TIME = { still: 6, moving: 0.9 };
const TILE_TIME = 4;
/** A first picture that is expected to take no longer is a fine one at once: another frame would cost as much. */
const FIRST_TIME = 4;

/** One of the two back ends of the field; the other is `WebGlField`. */
export class CpuField {
  /**
   * @param {Document} document
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  constructor(document, architecture, parameters) {
    this.document = document;
    this.plane = new FilledGrid(architecture);
    this.tiles = new FilledGrid(architecture);
    this.version = 0;
    /** The version that the plane was painted with. */
    this.shown = -1;
    this.architecture = architecture;
    this.parameters = parameters;
    this.scalesOf = createScales(architecture);
    /** @type {import('./canvas.js').PixelBuffer | null} */
    this.planeImage = null;
    /** @type {import('./canvas.js').PixelBuffer | null} */
    this.atlasImage = null;
    this.margin = new Float32Array(0);
  }

  /**
   * @param {Architecture} architecture
   * @param {ArrayLike<number>} parameters
   */
  update(architecture, parameters) {
    if (architecture !== this.architecture) {
      this.plane = new FilledGrid(architecture);
      this.tiles = new FilledGrid(architecture);
      this.architecture = architecture;
      this.scalesOf = createScales(architecture);
    }
    this.parameters = parameters;
    this.version++;
  }

  /**
   * @param {Context2D} context
   * @param {number} width
   * @param {number} height
   * @param {Palette} palette
   * @param {{moving: boolean, inParts: boolean, soon: boolean, range: number}} options
   * @returns {boolean}   whether it was painted as finely as it can be; it is over several calls with `inParts`, or at rest
   *   where that takes long, and the first one is coarse with `soon`
   */
  paintPlane(context, width, height, palette, { moving, inParts, soon, range }) {
    const isFirst = soon && this.plane.grid === null;
    const grid = this.#planeGrid(isFirst, moving, inParts);
    if (!grid) return false;
    if (isFirst) this.plane.budget.doubt(); // code that runs for the first time is slow, and the second time still
    this.shown = this.version;
    const { resolution } = grid;
    this.planeImage = this.#sized(this.planeImage, resolution, resolution);
    this.#shadePlane(grid, palette, range, this.planeImage.words);
    this.planeImage.flush();
    context.save();
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = moving ? 'low' : 'high';
    drawNodes(context, this.planeImage.canvas, 0, 0, resolution, 0, 0, width, height);
    this.#strokeBoundary(context, grid, width, height, palette);
    context.restore();
    return moving ? !isFirst : resolution === PLANE.still;
  }

  /**
   * The grid to paint, null where more of it is to be filled first. At rest one that takes long is coarse, and then fine over
   * several calls: what is there in the end tells of the network alone, not of how busy the machine was.
   * @param {boolean} isFirst
   * @param {boolean} moving
   * @param {boolean} inParts
   */
  #planeGrid(isFirst, moving, inParts) {
    const { plane, parameters, version } = this;
    if (isFirst) {
      const fits = !moving && plane.budget.resolution(FIRST_TIME, PLANE.least, PLANE.still) === PLANE.still;
      return plane.fill(parameters, version, fits ? PLANE.still : PLANE.least);
    }
    const [time, most] = moving ? [PLANE_TIME.moving, PLANE.moving] : [PLANE_TIME.still, PLANE.still];
    const affordable = plane.budget.resolution(time, PLANE.least, most);
    if (inParts) return plane.fillPart(parameters, version, affordable, PART_TIME.moving);
    const isCoarse = !moving && (affordable < most || !plane.budget.measured);
    return isCoarse && this.shown === version ? plane.fillPart(parameters, version, most, PART_TIME.still)
      : plane.fill(parameters, version, affordable);
  }

  /**
   * The maps of the layers that are asked for.
   * @param {Set<number>} layers
   * @param {Palette} palette
   * @param {{moving: boolean, fine: boolean, range: number}} options
   * @returns {import('./tiles.js').Atlas}
   */
  atlas(layers, palette, { moving, fine, range }) {
    const { architecture } = this;
    // The plane's own grid is fine enough, and often filled already.
    const [filled, time, least, most] = fine ? [this.plane, PLANE_TIME.still, PLANE.least, PLANE.still]
      : [this.tiles, TILE_TIME, moving ? TILE.least : TILE.still, moving ? TILE.moving : TILE.still];
    const grid = filled.fill(this.parameters, this.version, filled.budget.resolution(time, least, most));
    const { resolution } = grid;
    const scales = this.scalesOf(this.parameters);
    const width = Math.max(...architecture.sizes) * resolution;
    this.atlasImage = this.#sized(this.atlasImage, width, architecture.layers * resolution);
    for (const layer of layers) {
      const values = /** @type {Float32Array} */ (grid.activations[layer]);
      for (let k = 0; k < architecture.sizes[layer - 1]; k++) {
        const ramp = rampOf(architecture, scales, palette, range, layer, k);
        const square = {
          words: this.atlasImage.words, corner: ((layer - 1) * width + k) * resolution, stride: width,
        };
        shadeValues(values, k * resolution * resolution, resolution, ramp, palette, square);
      }
    }
    this.atlasImage.flush();
    return { source: this.atlasImage.canvas, resolution };
  }

  /**
   * @param {number} layer
   * @param {number} resolution
   */
  valuesAt(layer, resolution) {
    return /** @type {Float32Array} */ (this.#filled(resolution).activations[layer]);
  }

  /** @param {number} resolution */
  outputsAt(resolution) {
    return this.#filled(resolution).pre_activations;
  }

  destroy() {
    this.planeImage = this.atlasImage = null;
  }

  /** @param {number} resolution */
  #filled(resolution) {
    const grid = createGrid(this.architecture, resolution);
    feedforwardGrid(this.architecture, this.parameters, grid);
    return grid;
  }

  /**
   * @param {Grid} grid
   * @param {Palette} palette
   * @param {number} range
   * @param {Uint32Array} words
   */
  #shadePlane(grid, palette, range, words) {
    const a = /** @type {Float32Array} */ (grid.activations[this.architecture.layers]);
    if (this.architecture.task === 'regression') {
      const ramp = { row: palette.signedPlane, signed: true, scale: range };
      shadeValues(a, 0, grid.resolution, ramp, palette, { words, corner: 0, stride: grid.resolution });
    } else {
      shadeAnswers(this.architecture, a, words.length, palette, words);
    }
  }

  /**
   * @param {Context2D} context
   * @param {Grid} grid
   * @param {number} width
   * @param {number} height
   * @param {Palette} palette
   */
  #strokeBoundary(context, grid, width, height, palette) {
    const { resolution, pre_activations: z } = grid;
    const classes = z.length / (resolution * resolution);
    context.beginPath();
    /** @type {import('./contours.js').EmitSegment} */
    const emit = (x0, y0, x1, y1) => {
      context.moveTo(x0 * width, y0 * height);
      context.lineTo(x1 * width, y1 * height);
    };
    if (classes === 1) {
      zeroContour(z, resolution, emit);
    } else {
      const samples = resolution * resolution;
      if (this.margin.length !== samples) this.margin = new Float32Array(samples);
      // Of two classes one margin is the other's negative, so the first says it all.
      for (let k = 0; k < (classes === 2 ? 1 : classes); k++) {
        classMargin(z, classes, k, this.margin);
        zeroContour(this.margin, resolution, emit);
      }
    }
    context.strokeStyle = `rgb(${palette.colours.ink.join(' ')})`;
    context.globalAlpha *= BOUNDARY.opacity;
    context.lineWidth = BOUNDARY.width;
    // Squares close the joints of the many short lines as circles do, in half the time.
    context.lineCap = 'square';
    context.stroke();
  }

  /**
   * @param {import('./canvas.js').PixelBuffer | null} buffer
   * @param {number} width
   * @param {number} height
   */
  #sized(buffer, width, height) {
    const fits = buffer && buffer.canvas.width === width && buffer.canvas.height === height;
    return fits ? buffer : createPixelBuffer(this.document, width, height);
  }
}

/**
 * @file The network over the plane: decision regions and every neuron's map, by WebGL2 or, without it, typed
 * arrays.
 */

import { CpuField } from './field/cpu.js';
import { ShaderError } from './field/gl_tools.js';
import { Palette } from './field/palette.js';
import { paintAtlas } from './field/tiles.js';
import { WebGlField } from './field/webgl.js';

/** @typedef {import('./architecture.js').Architecture} Architecture */
/** @typedef {import('./field/types.js').Field} Field */
/** @typedef {import('./field/types.js').FieldColours} FieldColours */

/**
 * @typedef {Object} FieldSettings
 * @property {Document} document
 * @property {'webgl2' | 'typed_arrays'} [prefer]   for tests: this one, even by a software renderer; normally
 *   WebGL2 where a graphics processor does it
 */

/**
 * @param {FieldSettings} settings
 * @returns {Field}
 */
export function createField({ document, prefer }) {
  /** @type {{architecture: Architecture, parameters: ArrayLike<number>} | null} */
  let network = null;
  /** @type {WebGlField | null | undefined} undefined until it is first needed, null where there is none */
  let webGl = prefer === 'typed_arrays' ? null : undefined;
  /** What it will draw with; undefined until that was looked for. @type {ReturnType<typeof WebGlField.open> | undefined} */
  let opened = webGl;
  /** @type {CpuField | undefined} */
  let cpu;
  /** The back ends that have the present network. @type {Set<WebGlField | CpuField>} */
  const current = new Set();
  /** @type {Palette | null} */
  let palette = null;

  function open() {
    if (opened === undefined) opened = WebGlField.open(document, prefer === 'webgl2');
  }

  /** @param {Architecture} architecture @param {ArrayLike<number>} parameters */
  function createWebGl(architecture, parameters) {
    open();
    if (!opened) return null;
    // Without preventDefault a lost context never comes back. Until it does, `backEnd` takes typed arrays.
    opened.canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
    opened.canvas.addEventListener('webglcontextrestored', () => {
      webGl = webGl?.restored();
    });
    return new WebGlField(opened.canvas, opened.gl, architecture, parameters);
  }

  function backEnd() {
    if (!network) throw new Error('The field has no network yet: call update first.');
    const { architecture, parameters } = network;
    if (webGl === undefined) webGl = createWebGl(architecture, parameters);
    const chosen = webGl?.canDraw(architecture) ? webGl
      : (cpu ??= new CpuField(document, architecture, parameters));
    if (!current.has(chosen)) {
      chosen.update(architecture, parameters);
      current.add(chosen);
    }
    return chosen;
  }

  /**
   * Does something with the back end; when a driver can't build its shaders, with the other one.
   * @template T
   * @param {(chosen: WebGlField | CpuField) => T} use
   * @returns {T}
   */
  function draw(use) {
    try {
      return use(backEnd());
    } catch (error) {
      if (!(error instanceof ShaderError)) throw error;
      webGl?.destroy();
      webGl = null;
      return use(backEnd());
    }
  }

  /** @param {FieldColours} colours */
  const paletteOf = (colours) => (palette?.colours === colours ? palette : (palette = new Palette(colours)));

  return {
    isReady() {
      const wasReady = opened !== undefined;
      open();
      return wasReady;
    },
    kind: () => draw((chosen) => (chosen instanceof WebGlField ? 'webgl2' : 'typed_arrays')),
    update(architecture, parameters) {
      network = { architecture, parameters };
      current.clear();
    },
    paintPlane(context, width, height, colours, { moving = false, inParts = false, soon = false, range = 1 } = {}) {
      const options = { moving, inParts, soon, range };
      return draw((chosen) => chosen.paintPlane(context, width, height, paletteOf(colours), options));
    },
    paintTiles(context, tiles, colours, { moving = false, fine = false, range = 1 } = {}) {
      const layers = new Set(tiles.map(({ layer }) => layer));
      paintAtlas(context, tiles, draw((chosen) => chosen.atlas(layers, paletteOf(colours), { moving, fine, range })));
    },
    valuesAt: (layer, resolution) => draw((chosen) => chosen.valuesAt(layer, resolution)),
    outputsAt: (resolution) => draw((chosen) => chosen.outputsAt(resolution)),
    destroy() {
      webGl?.destroy();
      cpu?.destroy();
    },
  };
}

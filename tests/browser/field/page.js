/** Lets a test draw with the field and read back what it computed and painted. */

import { Architecture } from '/static/js/network/architecture.js';
import { createField } from '/static/js/network/field.js';

const SIDE = 480;

const canvas = document.getElementById('picture');
canvas.width = canvas.height = SIDE;
const context = canvas.getContext('2d', { willReadFrequently: true });

/** Every WebGL context that the field asks for, so that a test can lose it. */
const contexts = [];
const getContext = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function remember(kind, ...options) {
  const made = getContext.call(this, kind, ...options);
  if (kind === 'webgl2' && made) contexts.push(made);
  return made;
};

let architecture;
let field;
let colours;
let loss;

const heard = (name) => new Promise((resolve) => {
  contexts.at(-1).canvas.addEventListener(name, resolve, { once: true });
});

window.harness = {
  create(prefer, palette) {
    field?.destroy();
    field = createField({ document, prefer });
    colours = palette;
  },
  update(experiment, parameters) {
    architecture = new Architecture(experiment);
    this.renew(parameters);
  },
  /** The same network, trained on. */
  renew(parameters) {
    field.update(architecture, Float64Array.from(parameters));
  },
  kind: () => field.kind(),
  valuesAt: (layer, resolution) => [...field.valuesAt(layer, resolution)],
  outputsAt: (resolution) => [...field.outputsAt(resolution)],
  paintPlane(options) {
    return field.paintPlane(context, SIDE, SIDE, colours, options);
  },
  paintTiles(tiles, options) {
    context.clearRect(0, 0, SIDE, SIDE);
    field.paintTiles(context, tiles, colours, options);
  },
  pixels: (x, y, width, height) => [...context.getImageData(x, y, width, height).data],
  async lose() {
    const event = heard('webglcontextlost');
    loss = contexts.at(-1).getExtension('WEBGL_lose_context');
    loss.loseContext();
    await event;
  },
  async restore() {
    const event = heard('webglcontextrestored');
    loss.restoreContext();
    await event;
  },
  /** Milliseconds that painting takes, pixels in place, at best of several times. */
  time(what, repeats, experiment, parameters, ...rest) {
    const times = Array.from({ length: repeats }, () => {
      this.update(experiment, parameters);
      const start = performance.now();
      this[what](...rest);
      context.getImageData(0, 0, 1, 1);
      return performance.now() - start;
    });
    return Math.min(...times);
  },
};

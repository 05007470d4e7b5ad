/**
 * The canvas of the wires. A crowd of wires is drawn block by block, a block a frame: all two thousand of the largest
 * network at once would cost several frames. A block is what leads into one layer: its wires, and what its parameters change.
 */

import { costCurvesStart, drawCostCurves } from './cost_curves.js';
import { drawWashes } from './highlights.js';
import { parseKey } from '../../network/keys.js';
import { isCrowd, wireIndex } from './layout.js';
import { drawHalos } from './story.js';
import { createWirePainter, drawWire, wireWidth } from './wires.js';
import { wipe } from '../wipe.js';

/** @typedef {import('./draw.js').Picture} Picture */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

const SELECTED_EXTRA = 1;

/** What a block was drawn from. @typedef {{parameters: ArrayLike<number>, opacities: Float32Array | null,
 *  halos: readonly unknown[] | undefined, grown: number | undefined}} Drawn */

/** @param {CanvasRenderingContext2D} context @param {NetworkScene} scene @param {Picture} picture */
function drawSelectedWire(context, { selected, architecture, parameters }, { layout, greatest, colours }) {
  const element = selected ? parseKey(selected, architecture.layers) : null;
  if (element?.kind !== 'weight') return;
  const { layer, neuron, source } = element;
  const value = parameters[architecture.weightIndex(layer, neuron, source)];
  drawWire(context, layout, wireIndex(layout, layer, neuron, source), {
    colour: value < 0 ? colours.negative : colours.positive,
    width: wireWidth(value, greatest, layout) + SELECTED_EXTRA,
    dashed: value < 0,
  });
}

/** Whether anything lies under or over the wires that belongs to no block. @param {NetworkScene} scene @param {Picture} picture */
const isMarked = ({ selected }, { highlight }) => selected !== null || highlight.size > 0;

/** @param {CanvasRenderingContext2D} context @param {number} most number of wires at most */
export function createWireLayer(context, most) {
  const paint = createWirePainter(most);
  /** By the layer that a block leads into. @type {Drawn[]} */
  let drawn = [];
  /** The scene that has been drawn, all of it. @type {NetworkScene | null} */
  let complete = null;
  /** Whether marks of the last drawing have to be cleared. */
  let marked = false;
  /** The layer whose block was drawn last. */
  let last = 1;
  /** Where the lines to the cost begin. */
  let costFrom = NaN;

  /** @param {NetworkScene} scene @param {Picture} picture */
  function drawCost(scene, { layout, colours }) {
    costFrom = costCurvesStart(scene, layout);
    drawCostCurves(context, scene, layout, colours);
  }

  /** @param {NetworkScene} scene @param {Picture} picture */
  function drawAll(scene, picture) {
    const { layout, emphasis, highlight, greatest, colours } = picture;
    wipe(context);
    if (scene.selected) drawWashes(context, [scene.selected], scene, layout, greatest, colours);
    drawWashes(context, highlight, scene, layout, greatest, colours);
    drawCost(scene, picture);
    drawHalos(context, scene, layout, greatest, colours);
    paint(context, layout, scene.parameters, greatest, emphasis?.wires ?? null, colours);
    drawSelectedWire(context, scene, picture);
    for (let layer = 2; layer <= layout.sizes.length; layer += 1) drawn[layer] = lookOf(scene, picture);
    marked = isMarked(scene, picture);
    complete = scene;
  }

  /** @param {NetworkScene} scene @param {Picture} picture @param {number} layer */
  function drawBlock(scene, picture, layer) {
    const { layout, emphasis, greatest, colours } = picture;
    const { columns, tile, height, wires } = layout;
    const [left, right] = [columns[layer - 2] + tile / 2, columns[layer - 1] + tile / 2].map(Math.floor);
    context.clearRect(left, 0, right - left, height);
    drawHalos(context, scene, layout, greatest, colours, layer);
    paint(context, layout, scene.parameters, greatest, emphasis?.wires ?? null, colours, wires.start[layer], wires.start[layer + 1]);
    drawn[layer] = lookOf(scene, picture);
    last = layer;
  }

  return {
    /** Everything is to be redrawn, for a reason other than the scene. */
    forget() {
      complete = null;
      drawn = [];
    },

    /**
     * Draws what the scene changes.
     * @param {NetworkScene} scene
     * @param {Picture} picture
     * @param {boolean} busy whether the frame already carries something costly: a crowd waits for the next one
     * @returns {boolean} whether some of it is left for the next frame
     */
    draw(scene, picture, busy) {
      if (complete !== null && sameWires(complete, scene) && costFrom === costCurvesStart(scene, picture.layout)) return false;
      const { layers } = scene.architecture;
      const all = drawn.length !== layers + 1 || marked || isMarked(scene, picture) || !isCrowd(picture.layout);
      if (all) {
        drawAll(scene, picture);
        return false;
      }
      if (costFrom !== costCurvesStart(scene, picture.layout)) {
        const { columns, tile, width, height } = picture.layout;
        const left = Math.floor(columns[columns.length - 1] + tile / 2);
        context.clearRect(left, 0, width - left, height);
        drawCost(scene, picture);
      }
      const look = lookOf(scene, picture);
      let left = 0;
      const from = last;
      for (let step = 0; step < layers - 1; step += 1) {
        // From right to left, the way the blame runs, which changes most of them.
        const layer = 2 + ((from - 3 - step + 2 * (layers - 1)) % (layers - 1));
        if (sameLook(drawn[layer], look, picture.layout.wires.start, layer)) continue;
        if (left === 0 && !busy) drawBlock(scene, picture, layer);
        left += 1;
      }
      const isDone = left === 0 || (left === 1 && !busy);
      complete = isDone ? scene : null;
      return !isDone;
    },
  };
}

/** @param {NetworkScene} scene @param {Picture} picture @returns {Drawn} */
function lookOf({ parameters, story }, { emphasis }) {
  return { parameters, opacities: emphasis?.wires ?? null, halos: story?.halos, grown: story?.grown };
}

/** @param {Drawn} before @param {Drawn} now @param {readonly number[]} start of each layer's wires @param {number} layer */
function sameLook(before, now, start, layer) {
  if (before.parameters !== now.parameters || before.halos !== now.halos) return false;
  if (before.grown !== now.grown && now.halos?.length) return false;
  const [a, b] = [before.opacities, now.opacities];
  if (a === b) return true;
  if (a === null || b === null) return false;
  for (let wire = start[layer]; wire < start[layer + 1]; wire += 1) {
    if (a[wire] !== b[wire]) return false;
  }
  return true;
}

/** What the layer of wires is drawn from. @type {Array<keyof NetworkScene>} */
const WIRE_PARTS = ['architecture', 'parameters', 'highlight', 'selected', 'dim'];

/**
 * Whether the wires look the same for two scenes.
 * @param {NetworkScene} before
 * @param {NetworkScene} now
 */
function sameWires(before, now) {
  return WIRE_PARTS.every((part) => before[part] === now[part])
    && before.story?.halos === now.story?.halos && before.story?.grown === now.story?.grown;
}

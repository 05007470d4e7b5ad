/**
 * The bar code of one update: how far every weight (filled) and bias (hollow) moved, up or down.
 */
import { colours, onColoursChange } from '../../ui/colours.js';
import { sansFont, TICK_SIZE } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { placeIn } from '../growth.js';
import { wipe } from '../wipe.js';
import { barReaches, layBars, parameterAt } from './bar_layout.js';
import { biasKey, weightKey } from '../../network/keys.js';

/**
 * @typedef {object} BarsScene
 * @property {readonly number[]} sizes neurons of each layer
 * @property {ArrayLike<number>} update θ_new − θ_old, flat
 */

const FOOT = 18;
const SPACE = { share: 0.26, least: 0.4 };
const HOLLOW = 1.2;
const THIN = 4;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} layer
 * @param {number} layers
 * @param {number} room
 */
function groupLabel(context, layer, layers, room) {
  const long = layer === layers ? 'into the output' : `into layer ${layer}`;
  if (context.measureText(long).width <= room) return long;
  return layer === layers ? 'out' : String(layer);
}

/**
 * @param {CanvasRenderingContext2D} context its unit is the CSS pixel
 * @param {{width: number, height: number}} size
 * @param {BarsScene} scene
 * @param {import('../../ui/colours.js').Colours} ink
 */
export function drawBars(context, { width, height }, { sizes, update }, ink) {
  wipe(context);
  const { groups, pitch } = layBars(sizes, width);
  const middle = (height - FOOT) / 2;
  const reaches = barReaches(update, middle - 1);
  const bar = pitch - Math.max(SPACE.least, pitch * SPACE.share);
  context.font = sansFont(TICK_SIZE);
  for (const { layer, start, weights, count, left, right } of groups) {
    context.fillStyle = ink.line;
    context.fillRect(left, middle, right - left, 1);
    for (let at = 0; at < count; at += 1) {
      const rise = reaches[start + at];
      if (rise === 0) continue;
      const reach = Math.abs(rise);
      const x = left + at * pitch;
      const y = rise < 0 ? middle : middle - reach;
      context.fillStyle = context.strokeStyle = rise < 0 ? ink.negative : ink.positive;
      if (at < weights || pitch < THIN || reach < 2 * HOLLOW) context.fillRect(x, y, bar, reach);
      else {
        context.lineWidth = HOLLOW;
        context.strokeRect(x + HOLLOW / 2, y + HOLLOW / 2, bar - HOLLOW, reach - HOLLOW);
      }
    }
    context.fillStyle = ink.ink3;
    context.fillText(groupLabel(context, layer, sizes.length, right - left), left, height - 3);
  }
}

/**
 * @param {HTMLElement} element
 * @param {{onOpen: (key: string) => void}} options onOpen: a bar was pressed
 * @returns {{update: (scene: BarsScene) => void, destroy: () => void}}
 */
export function mount(element, { onOpen }) {
  /** @type {BarsScene | null} */
  let scene = null;
  const loop = createFrameLoop(element, {
    layers: ['bars'],
    onResize: () => {},
    draw() {
      if (scene) drawBars(loop.contexts[0], loop.size, scene, colours());
    },
  });
  const stopColours = onColoursChange(loop.invalidate);
  const open = (/** @type {MouseEvent} */ event) => {
    const { x } = placeIn(element, event);
    const found = scene && parameterAt(scene.sizes, loop.size.width, x);
    if (!found) return;
    const { layer, neuron, source } = found;
    onOpen(source === null ? biasKey(layer, neuron) : weightKey(layer, neuron, source));
  };
  element.addEventListener('click', open);
  return {
    update(next) {
      scene = next;
      loop.invalidate();
    },
    destroy() {
      stopColours();
      element.removeEventListener('click', open);
      loop.destroy();
    },
  };
}

/**
 * The bar code of one update: how far every weight (filled) and bias (hollow) moved, up or down.
 */
import { colours, onColoursChange } from '../../ui/colours.js';
import { sansFont, TICK_SIZE } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { createPace } from '../pace.js';
import { layBars, parameterAt } from './bar_layout.js';
import { biasKey, weightKey } from '../network/keys.js';

/**
 * @typedef {object} BarsScene
 * @property {readonly number[]} sizes neurons of each layer
 * @property {ArrayLike<number>} update θ_new − θ_old, flat
 * @property {boolean} training
 */

const FOOT = 18;
const LEAST_HEIGHT = 1;
const SPACE = { share: 0.26, least: 0.4 };
const HOLLOW = 1.2;
const THIN = 4;

/** @param {ArrayLike<number>} values */
function largest(values) {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, Math.abs(values[index]));
  return most;
}

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
  context.clearRect(0, 0, width, height);
  const { groups, pitch } = layBars(sizes, width);
  const middle = (height - FOOT) / 2;
  const scale = (middle - 1) / (largest(update) || 1);
  const bar = pitch - Math.max(SPACE.least, pitch * SPACE.share);
  context.font = sansFont(TICK_SIZE);
  for (const { layer, start, weights, count, left, right } of groups) {
    context.fillStyle = ink.line;
    context.fillRect(left, middle, right - left, 1);
    for (let at = 0; at < count; at += 1) {
      const change = update[start + at];
      const reach = Math.max(LEAST_HEIGHT, Math.abs(change) * scale);
      const x = left + at * pitch;
      const y = change < 0 ? middle : middle - reach;
      context.fillStyle = context.strokeStyle = change < 0 ? ink.negative : ink.positive;
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
 * @param {{onOpen?: (key: string) => void}} [options] onOpen: a bar was pressed
 * @returns {{update: (scene: BarsScene) => void, destroy: () => void}}
 */
export function mount(element, { onOpen } = {}) {
  /** @type {BarsScene | null} */
  let scene = null;
  const pace = createPace({ period: 80, light: true });
  const loop = createFrameLoop(element, {
    layers: ['bars'],
    onResize: () => {},
    draw(now) {
      if (!scene) return undefined;
      const wait = pace.wait(now, scene.training);
      if (wait > 0) return wait;
      pace.painted(now);
      drawBars(loop.contexts[0], loop.size, scene, colours());
      return undefined;
    },
  });
  const stopColours = onColoursChange(loop.invalidate);
  const open = (/** @type {MouseEvent} */ { clientX }) => {
    const x = clientX - element.getBoundingClientRect().left;
    const found = scene && parameterAt(scene.sizes, loop.size.width, x);
    if (!found) return;
    const { layer, neuron, source } = found;
    onOpen?.(source === null ? biasKey(layer, neuron) : weightKey(layer, neuron, source));
  };
  element.addEventListener('click', open);
  return {
    update(next) {
      scene = next;
      loop.invalidateIn(pace.wait(performance.now(), next.training));
    },
    destroy() {
      stopColours();
      element.removeEventListener('click', open);
      loop.destroy();
    },
  };
}

/**
 * A neuron's rug: its ramp, and on it every training point at the activation that it gets.
 */
import { formatNumber } from '../../ui/format.js';
import { colours, onColoursChange } from '../../ui/colours.js';
import { traceShape } from '../../ui/shapes.js';
import { divergingColour } from '../diverging.js';
import { TICK_SIZE, sansFont, whenFontsArrive } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { placeIn } from '../growth.js';
import { wipe } from '../wipe.js';
import { cssColour, rowOf } from './palette.js';
import { BIN, MOST, shareOf, stacksOf } from './rug_layout.js';

/**
 * @typedef {object} RugScene
 * @property {ReadonlyArray<{target: number, value: number}>} answers
 * @property {{low: number, high: number}} range
 * @property {number} threshold
 * @property {import('./palette.js').Ramp} ramp
 * @property {'classification' | 'regression'} task
 */

const MARK = 3;
const RAMP = { top: MOST * BIN + 2, height: 6 };
const STEPS = 160;
const EDGE = 1;
/** Below the lower stacks. */
const TICK_BASE = RAMP.top + RAMP.height + MOST * BIN + 14;
export const RUG_HEIGHT = TICK_BASE + 4;

/** @param {HTMLElement} element positioned */
export function mount(element) {
  /** @type {RugScene | null} */
  let scene = null;
  /** @type {import('./rug_layout.js').Stack[]} */
  let stacks = [];
  const loop = createFrameLoop(element, { layers: ['rug'], onResize: lay, draw });

  function lay() {
    stacks = scene ? stacksOf(scene.answers, scene.range, loop.size.width, scene.task) : [];
  }

  /** @param {CanvasRenderingContext2D} context @param {RugScene} shown @param {number} width */
  function drawRamp(context, { ramp, range: { low, high }, threshold }, width) {
    const row = rowOf(ramp);
    for (let step = 0; step < STEPS; step += 1) {
      // A scale's ramp begins at its top, where the greatest is; here that is the right end.
      context.fillStyle = cssColour(row, ramp.to + ((ramp.from - ramp.to) * step) / (STEPS - 1));
      context.fillRect((step * width) / STEPS, RAMP.top, width / STEPS + 0.5, RAMP.height);
    }
    context.strokeStyle = colours().control;
    context.lineWidth = EDGE;
    context.strokeRect(0.5, RAMP.top + 0.5, width - 1, RAMP.height - 1);
    const at = Math.round(shareOf(threshold, low, high) * width) + 0.5;
    context.beginPath();
    context.moveTo(at, 0);
    context.lineTo(at, TICK_BASE - TICK_SIZE);
    context.stroke();
    context.font = sansFont(TICK_SIZE);
    context.fillStyle = colours().ink3;
    const ticks = /** @type {const} */ ([[low, 0, 'left'], [high, width, 'right'], [threshold, at, 'center']]);
    for (const [value, x, align] of ticks) {
      if (align === 'center' && (threshold === low || threshold === high)) continue;
      context.textAlign = align;
      context.fillText(formatNumber(value, Number.isInteger(value) ? 0 : 1), x, TICK_BASE);
    }
  }

  function draw() {
    const [context] = loop.contexts;
    wipe(context);
    if (!scene) return;
    drawRamp(context, scene, loop.size.width);
    for (const { x, side, targets, count } of stacks) {
      targets.forEach((target, at) => {
        const y = side === 'above' ? RAMP.top - (at + 0.5) * BIN : RAMP.top + RAMP.height + (at + 0.5) * BIN;
        const isClass = scene?.task === 'classification';
        context.beginPath();
        traceShape(context, isClass ? target : 0, x, y, MARK);
        context.fillStyle = isClass ? colours().classes[target].mark : divergingColour(target, colours());
        context.fill();
        if (at < MOST - 1 || count <= MOST) return;
        // More than find room: the last one is a stroke across the stack.
        context.fillStyle = colours().ink;
        context.fillRect(x - MARK, side === 'above' ? y - MARK - EDGE : y + MARK, 2 * MARK, EDGE);
      });
    }
  }

  element.addEventListener('pointermove', (event) => {
    const { x, y } = placeIn(element, event);
    const side = y < RAMP.top + RAMP.height / 2 ? 'above' : 'below';
    const under = stacks.find((stack) => stack.side === side && Math.abs(stack.x - x) <= BIN / 2);
    element.title = under ? `${under.count} ${under.count === 1 ? 'point' : 'points'}` : '';
  });
  const unsubscribe = onColoursChange(loop.invalidate);
  whenFontsArrive(loop.invalidate);
  return {
    /** @param {RugScene} next */
    update(next) {
      scene = next;
      lay();
      loop.invalidate();
    },
    destroy() {
      unsubscribe();
      loop.destroy();
    },
  };
}

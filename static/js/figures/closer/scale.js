/**
 * The scale beside the plane: what its colours stand for, and beside a neuron's map a dash for each training point at the
 * activation that it gets: one class on the left, others on the right.
 */
import { colours, onColoursChange } from '../../ui/colours.js';
import { divergingColour } from '../diverging.js';
import { createFrameLoop } from '../frame_loop.js';
import { wipe } from '../wipe.js';
import { cssColour, rowOf } from './palette.js';

/** @typedef {import('./palette.js').Ramp} Ramp */

/**
 * @typedef {object} ScaleScene
 * @property {readonly Ramp[]} ramps that follow one another, from the top, in equal parts
 * @property {ReadonlyArray<{target: number, share: number}>} dashes share: 0 at the top, 1 at the foot
 * @property {'classification' | 'regression'} task
 */

/** Across the scale: the ramp in the middle, the dashes beside it. */
const RAMP = 8;
const GAP = 1;
const DASH = 1;
/** Steps in which a ramp is drawn. */
const STEPS = 96;

/** @param {HTMLElement} element positioned; longer where the scale runs */
export function mount(element) {
  /** @type {ScaleScene | null} */
  let scene = null;
  const loop = createFrameLoop(element, { layers: ['scale'], onResize: () => {}, draw });

  function draw() {
    const [context] = loop.contexts;
    const { width, height } = loop.size;
    wipe(context);
    if (!scene) return;
    const lies = width > height;
    const [length, across] = lies ? [width, height] : [height, width];
    const middle = Math.min(RAMP, across);
    const edge = (across - middle) / 2;
    /** @param {number} at along @param {number} span @param {number} from across @param {number} breadth */
    const fill = (at, span, from, breadth) => {
      if (lies) context.fillRect(length - at - span, from, span, breadth);
      else context.fillRect(from, at, breadth, span);
    };
    const part = length / scene.ramps.length;
    scene.ramps.forEach((ramp, index) => {
      const row = rowOf(ramp);
      for (let step = 0; step < STEPS; step += 1) {
        context.fillStyle = cssColour(row, ramp.from + ((ramp.to - ramp.from) * step) / (STEPS - 1));
        fill(index * part + (step * part) / STEPS, part / STEPS + (step < STEPS - 1 ? 0.5 : 0), edge, middle);
      }
    });
    context.strokeStyle = colours().control;
    context.lineWidth = 1;
    if (lies) context.strokeRect(0.5, edge + 0.5, length - 1, middle - 1);
    else context.strokeRect(edge + 0.5, 0.5, middle - 1, length - 1);
    const room = edge - GAP;
    for (const { target, share } of room > 0 ? scene.dashes : []) {
      const isClass = scene.task === 'classification';
      context.fillStyle = isClass ? colours().classes[target].text : divergingColour(target, colours());
      const at = share * (length - DASH);
      if (isClass && target % 2 === 0) fill(at, DASH, 0, room);
      else fill(at, DASH, edge + middle + GAP, room);
    }
  }

  const unsubscribe = onColoursChange(loop.invalidate);
  return {
    /** @param {ScaleScene} next */
    update(next) {
      scene = next;
      loop.invalidate();
    },
    destroy() {
      unsubscribe();
      loop.destroy();
    },
  };
}

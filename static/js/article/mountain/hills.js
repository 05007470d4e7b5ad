/** @file The mountain as a picture that turns under the hand, with the ways down that a walk takes. */

import { createFrameLoop } from '../../figures/frame_loop.js';
import { whenFontsArrive } from '../../figures/fonts.js';
import { colours, onColoursChange } from '../../ui/colours.js';
import { ARROWS } from './arrows.js';
import { drawMountain, piecesOf } from './draw.js';

const CAMERA = { turn: 0.62, tilt: 0.62 };
const TILT = { least: 0.2, most: 1.4 };
/** Radians for each pixel dragged, and for a key. */
const TURNING = 0.008;
const KEY = 0.1;

/**
 * Resolves when its first picture is there, which is drawn over some frames while a still stands in its place.
 * @param {HTMLElement} element @param {import('./land.js').Land} land @param {import('./walk.js').Walk} walk
 */
export async function mountHills(element, { surface, axes, ground }, walk) {
  const { terrain, shades } = await ground;
  const camera = { ...CAMERA };
  /** @type {readonly import('./paths.js').DrawnPath[]} */
  let paths = [];
  let isThere = false;
  /** What is left of the first picture. @type {ReturnType<typeof piecesOf> | null} */
  let pieces = null;
  let tellThere = () => {};
  /** @type {Promise<void>} */
  const there = new Promise((resolve) => { tellThere = resolve; });
  const hills = createFrameLoop(element, {
    layers: ['mountain'],
    onResize() {
      pieces = null;
    },
    draw() {
      const scene = { surface, axes, terrain, shades, camera, paths };
      if (isThere) {
        drawMountain(hills.contexts[0], scene, hills.size, colours());
        return undefined;
      }
      pieces ??= piecesOf(hills.contexts[0], scene, hills.size, colours());
      const piece = pieces.next().value;
      piece?.();
      if (piece) return 0;
      isThere = true;
      tellThere();
      return undefined;
    },
  });
  walk.follow((now) => {
    paths = now.paths;
    hills.invalidate();
  });
  turnByHand(element, camera, hills.invalidate);
  onColoursChange(hills.invalidate);
  whenFontsArrive(hills.invalidate);
  await there;
}

/** @param {HTMLElement} element @param {{turn: number, tilt: number}} camera @param {() => void} redraw */
function turnByHand(element, camera, redraw) {
  const turn = (/** @type {number} */ round, /** @type {number} */ over) => {
    camera.turn += round;
    camera.tilt = Math.max(TILT.least, Math.min(TILT.most, camera.tilt + over));
    redraw();
  };
  element.addEventListener('pointerdown', ({ pointerId }) => element.setPointerCapture(pointerId));
  element.addEventListener('pointermove', ({ buttons, movementX, movementY }) => {
    if (buttons) turn(-movementX * TURNING, movementY * TURNING);
  });
  element.addEventListener('keydown', (event) => {
    const [round, over] = ARROWS[event.key] ?? [0, 0];
    if (!round && !over) return;
    event.preventDefault();
    turn(-round * KEY, over * KEY);
  });
}

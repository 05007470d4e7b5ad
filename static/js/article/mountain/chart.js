/** @file The map beside the mountain as the reader uses it: a click or the arrow keys choose where a walk starts. */

import { createFrameLoop } from '../../figures/frame_loop.js';
import { whenFontsArrive } from '../../figures/fonts.js';
import { colours, onColoursChange } from '../../ui/colours.js';
import { ARROWS } from './arrows.js';
import { drawMap, layMap, placeAt } from './map.js';

/** @typedef {import('./surface.js').Pair} Pair */

/** How far an arrow key moves the start. */
const KEY = 0.25;

/** @param {HTMLElement} element @param {import('./land.js').Land} land @param {import('./walk.js').Walk} walk */
export async function mountMap(element, { surface, axes, ground }, walk) {
  const { terrain } = await ground;
  /** @type {readonly import('./paths.js').DrawnPath[]} */
  let paths = [];
  const chart = createFrameLoop(element, {
    layers: ['contours'],
    onResize() {},
    draw() {
      drawMap(chart.contexts[0], { surface, axes, terrain, paths }, chart.size, colours());
    },
  });
  walk.follow((now) => {
    paths = now.paths;
    chart.invalidate();
  });
  onColoursChange(chart.invalidate);
  whenFontsArrive(chart.invalidate);

  /** @param {PointerEvent} event */
  const choose = (event) => {
    const { left, top } = element.getBoundingClientRect();
    walk.set({ start: placeAt(layMap(chart.size), surface, event.clientX - left, event.clientY - top) });
  };
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    choose(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (event.buttons) choose(event);
  });
  element.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const { low, high } = surface;
    walk.set({
      start: /** @type {Pair} */ (walk.state.start.map((value, which) =>
        Math.max(low[which], Math.min(high[which], value + arrow[which] * KEY)))),
    });
  });
}

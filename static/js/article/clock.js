/** @file Time for an animation: frames come only while it runs and can be seen. */

import { requestFrame } from '../ui/frames.js';

/**
 * @param {HTMLElement} element   frames stop while it is out of sight
 * @param {(milliseconds: number) => boolean} advance   whether to go on
 * @returns {{run: () => void}}
 */
export function createClock(element, advance) {
  let request = 0;
  let last = 0;
  let inSight = true;
  let running = false;

  const onFrame = (/** @type {number} */ now) => {
    request = 0;
    running = advance(last ? now - last : 0);
    last = now;
    ask();
  };
  function ask() {
    if (!running || !inSight) last = 0;
    else if (!request) request = requestFrame(onFrame);
  }
  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    ask();
  }).observe(element);

  return {
    run() {
      running = true;
      ask();
    },
  };
}

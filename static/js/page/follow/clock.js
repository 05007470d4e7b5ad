/**
 * The one owner of a pass's animation frames: it hands on how much time went by while something plays.
 */

import { cancelFrame, requestFrame } from '../../ui/frames.js';

/** A tab that was hidden for longer than this goes on where it stopped. */
const LONGEST = 100;

/** @param {(milliseconds: number) => boolean} advance says whether it wants to be called again */
export function createClock(advance) {
  let request = 0;
  let last = 0;

  const onFrame = (/** @type {number} */ now) => {
    request = 0;
    const passed = Math.min(LONGEST, Math.max(0, now - last));
    last = now;
    if (advance(passed)) request ||= requestFrame(onFrame);
  };

  return {
    start() {
      if (request) return;
      last = performance.now();
      request = requestFrame(onFrame);
    },
    stop() {
      cancelFrame(request);
      request = 0;
    },
  };
}

/**
 * @file The page's animation frames: what came in meanwhile is taken first, then all draw what they have by then. Where that
 * takes more than its share of a frame, the others draw in the next one, before all else: no frame is as long as all drawings.
 */

/** Milliseconds of a frame after which nothing more is begun; what the browser makes of the drawings takes as long again. */
const SHARE = 5;

/** @type {Array<() => void>} */
let first = [];
/** @type {Map<number, FrameRequestCallback>} */
let asked = new Map();
/** Those of the running frame that are yet to come. @type {Map<number, FrameRequestCallback>} */
let running = new Map();
/** Those that come before the others. @type {Set<number>} */
const ahead = new Set();
let lastHandle = 0;
let request = 0;
let isTaking = false;
let isHeld = false;

/** @param {DOMHighResTimeStamp} now */
function run(now) {
  request = 0;
  const begun = performance.now();
  const due = first;
  first = [];
  isTaking = true;
  for (const take of due) guarded(take, now);
  isTaking = false;
  if (first.length > 0) begin();
  running = ahead.size === 0 ? asked : new Map([...asked].sort(([one], [other]) => Number(ahead.has(other)) - Number(ahead.has(one))));
  asked = new Map();
  let isFirst = true;
  for (const [handle, draw] of running) {
    if (!isFirst && performance.now() - begun >= SHARE) break;
    isFirst = false;
    running.delete(handle);
    ahead.delete(handle);
    guarded(draw, now);
  }
  if (running.size === 0) return;
  asked = new Map([...running, ...asked]);
  running = new Map();
  begin();
}

/** One that fails takes nothing from the others. @param {FrameRequestCallback} callback @param {number} now */
function guarded(callback, now) {
  try {
    callback(now);
  } catch (error) {
    reportError(error);
  }
}

function begin() {
  if (!isTaking && !isHeld) request ||= requestAnimationFrame(run);
}

/**
 * Asks for a call in the next frame; while what came in is being taken, in this one.
 * @param {FrameRequestCallback} callback
 * @param {{first?: boolean}} [options] `first`: before those that did not ask for it; for what everybody waits for
 * @returns {number} for `cancelFrame`
 */
export function requestFrame(callback, { first: isAhead = false } = {}) {
  asked.set(++lastHandle, callback);
  if (isAhead) ahead.add(lastHandle);
  begin();
  return lastHandle;
}

/** @param {number} handle */
export function cancelFrame(handle) {
  asked.delete(handle);
  running.delete(handle);
  ahead.delete(handle);
  if (asked.size > 0 || first.length > 0) return;
  cancelAnimationFrame(request);
  request = 0;
}

/**
 * Nothing is drawn until it is let go: pictures of a page of which a part is missing would only keep the rest from coming.
 * @returns {() => void} lets it go
 */
export function holdFrames() {
  isHeld = true;
  cancelAnimationFrame(request);
  request = 0;
  return () => {
    isHeld = false;
    if (asked.size > 0 || first.length > 0) begin();
  };
}

/** Asks for a call at the beginning of the next frame, before anything is drawn. @param {() => void} take */
export function beforeFrame(take) {
  first.push(take);
  begin();
}

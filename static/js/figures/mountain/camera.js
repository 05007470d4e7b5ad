/** @file The eye on the mountain: where a place of the land lies in the picture, whichever way it is turned, and from straight above. */

import { heightAt } from './land.js';

/** @typedef {import('./land.js').Land} Land */
/** @typedef {{turn: number, tilt: number}} Camera   radians: round the mountain; 0 from the side, π/2 from above */
/** @typedef {{width: number, height: number}} Size   in CSS pixels */
/** @typedef {{x: number, y: number}} Spot   in CSS pixels */

/**
 * @typedef {object} View   a place (x, y in 0..1, and how high from 0 to 1) in the picture: its spot is linear in them
 * @property {number} left   where (0, 0, 0) is, in CSS pixels
 * @property {number} top
 * @property {[number, number]} byX   what x adds, across and down
 * @property {[number, number]} byY
 * @property {number} byHeight   what the height adds, down
 * @property {{column: 0 | 1, row: 0 | 1}} near   which sides lie near the eye
 * @property {boolean} isFlat
 */

/** Height of the highest place, where half the square's side is 1. */
export const RISE = 1.3;
/** What the picture needs, in the same unit: the square's diagonal, whichever way it is turned. */
const DIAGONAL = 2 * Math.SQRT2;
/** For ticks and names. */
const MARGIN = { across: 30, up: 18 };
/** Round the map. */
export const MAP_ROOM = { left: 60, right: 10, top: 10, bottom: 42 };

export const TILT = { least: 0.2, most: 1.45 };
/** Where the eye is at first. @type {Camera} */
export const FIRST_CAMERA = { turn: 0.62, tilt: 0.62 };

/** @param {Camera} camera @param {Size} size @returns {View} */
export function viewOf({ turn, tilt }, { width, height }) {
  const [cos, sin, up, flat] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
  const scale = Math.min((width - 2 * MARGIN.across) / DIAGONAL, (height - 2 * MARGIN.up) / (DIAGONAL * flat + RISE * up));
  const base = height / 2 + (RISE * up * scale) / 2;
  // East is 2x − 1 and north 2y − 1; down is less of (east sin + north cos) flat + RISE up height.
  return {
    left: width / 2 + (-cos + sin) * scale,
    top: base + (sin + cos) * flat * scale,
    byX: [2 * cos * scale, -2 * sin * flat * scale],
    byY: [-2 * sin * scale, -2 * cos * flat * scale],
    byHeight: -RISE * up * scale,
    near: { column: sin > 0 ? 0 : 1, row: cos > 0 ? 0 : 1 },
    isFlat: false,
  };
}

/** From straight above, north up. @param {Size} size @param {typeof MAP_ROOM} [room] @returns {View} */
export function mapView({ width, height }, room = MAP_ROOM) {
  const side = Math.max(1, Math.min(width - room.left - room.right, height - room.top - room.bottom));
  return { left: room.left, top: room.top + side, byX: [side, 0], byY: [0, -side], byHeight: 0, near: { column: 0, row: 0 }, isFlat: true };
}

/** @param {View} view @param {number} x @param {number} y @param {number} height   0..1 @returns {Spot} */
export const spotOf = ({ left, top, byX, byY, byHeight }, x, y, height) => ({
  x: left + byX[0] * x + byY[0] * y, y: top + byX[1] * x + byY[1] * y + byHeight * height,
});

/** A place of the ground in the picture. @param {View} view @param {Land} land @param {{x: number, y: number}} place   in shares of the square */
export const onGround = (view, land, { x, y }) => spotOf(view, x, y, (heightAt(land, x, y) - land.bottom) / (land.top - land.bottom));

/** Quarters of a turn that are tried. */
const QUARTERS = [0, 1, 3, 2];
/** Places of a way that are looked for, and how near what is seen lies to them, in shares of the square. */
const LOOKED_FOR = 40;
const NEAR = 0.04;
/** What a place in sight is worth beside its distance from the nearest face in front. */
const SEEN = 0.4;

/**
 * How to turn the land so that as much of a way as can be is in sight, and little of it close to the cut faces in front: by quarters
 * from the first view, which wins where all are alike.
 * @param {Land} land @param {Size} size @param {readonly {x: number, y: number}[]} places   in shares of the square
 */
export function clearestTurn(land, size, places) {
  const every = Math.max(1, Math.floor(places.length / LOOKED_FOR));
  const looked = places.filter(({ x, y }, at) => (at % every === 0 || at === places.length - 1) && x >= 0 && x <= 1 && y >= 0 && y <= 1);
  let best = FIRST_CAMERA.turn, most = -1;
  for (const quarter of QUARTERS) {
    const turn = FIRST_CAMERA.turn + (quarter * Math.PI) / 2;
    const view = viewOf({ turn, tilt: FIRST_CAMERA.tilt }, size);
    const worth = looked.reduce((sum, place) => {
      const seen = placeSeen(view, land, onGround(view, land, place));
      const isSeen = seen && Math.hypot(seen.x - place.x, seen.y - place.y) < NEAR;
      const inFront = Math.min(Math.abs(place.x - view.near.column), Math.abs(place.y - view.near.row));
      return sum + (isSeen ? SEEN + inFront : 0);
    }, 0);
    if (worth > most + 1e-9) [best, most] = [turn, worth];
  }
  return best;
}

/** Heights at which a line of sight is looked along. */
const LOOKS = 240;

/**
 * The place of the ground that is seen at a spot, in shares of the square; null where none is.
 * @param {View} view @param {Land} land @param {Spot} spot
 * @returns {{x: number, y: number} | null}
 */
export function placeSeen(view, land, spot) {
  const { byX, byY, left, top, byHeight, isFlat } = view;
  const whole = byX[0] * byY[1] - byY[0] * byX[1];
  for (let look = isFlat ? 0 : LOOKS; look >= 0; look--) {
    const height = look / LOOKS;
    const across = spot.x - left, down = spot.y - top - byHeight * height;
    const x = (across * byY[1] - down * byY[0]) / whole, y = (down * byX[0] - across * byX[1]) / whole;
    if (x < 0 || x > 1 || y < 0 || y > 1) continue;
    if (isFlat || (heightAt(land, x, y) - land.bottom) / (land.top - land.bottom) >= height) return { x, y };
  }
  return null;
}

/**
 * What lies in a drawn line, and where a spray puts its points.
 */

/** @typedef {{x1: number, x2: number}} Place */

/** Whether a place lies inside a closed line: a ray from it crosses the line an odd number of times. @param {Place} place @param {readonly Place[]} line */
export function isInside({ x1, x2 }, line) {
  let inside = false;
  for (let at = 0, before = line.length - 1; at < line.length; before = at, at += 1) {
    const [a, b] = [line[at], line[before]];
    if ((a.x2 > x2) !== (b.x2 > x2) && x1 < ((b.x1 - a.x1) * (x2 - a.x2)) / (b.x2 - a.x2) + a.x1) inside = !inside;
  }
  return inside;
}

/**
 * The points that are chosen once a line was drawn around some.
 * @template {Place & {id: number}} P
 * @param {readonly P[]} points
 * @param {readonly Place[]} line
 * @param {ReadonlySet<number>} before those chosen before
 * @param {'new' | 'add' | 'take away'} way
 * @returns {Set<number>}
 */
export function chosenBy(points, line, before, way) {
  const inside = points.filter((point) => isInside(point, line)).map(({ id }) => id);
  if (way === 'new') return new Set(inside);
  const chosen = new Set(before);
  for (const id of inside) {
    if (way === 'add') chosen.add(id);
    else chosen.delete(id);
  }
  return chosen;
}

/** The line around a rectangle with these corners. @param {Place} from @param {Place} to @returns {Place[]} */
export const rectangle = (from, to) => [from, { x1: to.x1, x2: from.x2 }, to, { x1: from.x1, x2: to.x2 }];

/** How far copies lie from their originals, each way: as far as it takes to see both. */
const ASIDE = 0.2;

/** By how much copies of points are put aside: to the right and down, or where that leaves the plane, the other way. @param {readonly Place[]} points @param {number} extent */
export function aside(points, extent) {
  const [there, back] = [within(points, ASIDE, -ASIDE, extent), within(points, -ASIDE, ASIDE, extent)];
  return { dx: there.dx || back.dx, dy: there.dy || back.dy };
}

/** A place within so far of another, each as likely as any. @param {Place} centre @param {number} radius @param {() => number} next from 0 to 1 @param {number} extent @returns {Place} */
export function sprayed({ x1, x2 }, radius, next, extent) {
  const [distance, angle] = [radius * Math.sqrt(next()), 2 * Math.PI * next()];
  const clamp = (/** @type {number} */ value) => Math.min(extent, Math.max(-extent, value));
  return { x1: clamp(x1 + distance * Math.cos(angle)), x2: clamp(x2 + distance * Math.sin(angle)) };
}

/** Where no server takes points any more. */
const FARTHEST = 100;

/** How far values can be moved together: those on the plane stay there, and those beyond it within what a server takes. @param {number[]} values @param {number} by @param {number} extent */
function limited(values, by, extent) {
  let [least, most] = [-Infinity, Infinity];
  for (const value of values) {
    const reach = Math.abs(value) <= extent ? extent : FARTHEST;
    least = Math.max(least, Math.min(0, -reach - value));
    most = Math.min(most, Math.max(0, reach - value));
  }
  return Math.min(Math.max(by, least), most);
}

/** How far points can be moved together, so that none leaves the plane. @param {readonly Place[]} points @param {number} dx @param {number} dy @param {number} extent */
export const within = (points, dx, dy, extent) => ({
  dx: limited(points.map(({ x1 }) => x1), dx, extent), dy: limited(points.map(({ x2 }) => x2), dy, extent),
});

/** @file The mountain as a picture that turns under the hand, and the map beside it, on which a walk's start is chosen; both show a walk. */

import { mount } from '../../figures/mountain/mountain.js';
import { formatNumber } from '../../ui/format.js';

/** @typedef {import('./land.js').Land} Land */
/** @typedef {import('./walk.js').Walk} Walk */
/** @typedef {import('./walk.js').DrawnPath} DrawnPath */
/** @typedef {import('./surface.js').Pair} Pair */
/** @typedef {import('../../figures/mountain/marks.js').Mark} Mark */

/** How far an arrow key moves the start. */
const KEY = 0.25;

/** What words stand at a path's end. @param {DrawnPath} path */
function endWords({ stops, label, out }) {
  if (out) return `${label} leaves`.trim();
  return `${label || (stops.length === 1 ? 'start' : 'now')} ${formatNumber(stops[stops.length - 1].cost)}`;
}

/** @param {Land} land @param {readonly DrawnPath[]} paths @returns {import('../../figures/mountain/mountain.js').MountainScene} */
export function sceneOf({ surface: { lowest, contains }, axes }, paths) {
  /** @type {Mark[]} */
  const marks = [{ kind: 'lowest', u: lowest.at[0], v: lowest.at[1], words: `lowest ${formatNumber(lowest.cost)}` }];
  for (const { stops } of paths) {
    const last = stops.findLast(({ at }) => contains(at));
    if (last && stops.length > 1) marks.push({ kind: last === stops[stops.length - 1] ? 'now' : 'next', u: last.at[0], v: last.at[1], words: '' });
  }
  const [first] = paths;
  if (first) {
    const { at: [u, v], cost } = first.stops[0];
    marks.push({ kind: 'start', u, v, words: first.stops.length > 1 ? `start ${formatNumber(cost)}` : '' });
  }
  return {
    isOld: false, axes, marks, arrow: null,
    ways: paths.map((path) => ({
      stops: path.stops.map(({ at: [u, v] }) => ({ u, v, dot: true })), voice: /** @type {const} */ ('back'), dash: path.dash, label: endWords(path),
    })),
  };
}

/**
 * Resolves when its first picture is there; until then a still stands in its place.
 * @param {HTMLElement} element @param {Land} land @param {Walk} walk @param {Omit<Parameters<typeof mount>[1], 'onDrawn' | 'faces'>} hand
 */
async function mountPicture(element, land, walk, hand) {
  const heights = await land.ground;
  await new Promise((resolve) => {
    const figure = mount(element, { ...hand, faces: false, onDrawn: () => resolve(undefined) });
    figure.lay(heights, land.square, 'linear');
    walk.follow(({ paths }) => figure.update(sceneOf(land, paths)));
  });
}

/** @param {HTMLElement} element @param {Land} land @param {Walk} walk */
export const mountHills = (element, land, walk) => mountPicture(element, land, walk, { isFlat: false });

/** @param {HTMLElement} element @param {Land} land @param {Walk} walk */
export function mountMap(element, land, walk) {
  const { low, high } = land.surface;
  const begin = (/** @type {Pair} */ at) => walk.set({
    start: /** @type {Pair} */ (at.map((value, which) => Math.max(low[which], Math.min(high[which], value)))),
  });
  return mountPicture(element, land, walk, {
    isFlat: true,
    drags: true,
    onPick: ({ u, v }) => begin([u, v]),
    onArrow: (east, north) => begin([walk.state.start[0] + east * KEY, walk.state.start[1] + north * KEY]),
  });
}

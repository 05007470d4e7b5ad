/**
 * Where the stations of a pass stand: forward on the upper lane, round the cost, backward on the lower, each under the
 * column that it concerns.
 */
import { isBackward } from '../../trace/phases.js';

/** @typedef {import('../../trace/types.js').Phase} Phase */
/** @typedef {{layers: readonly number[], cost: number | null}} Columns x of each layer and of the cost, in CSS pixels */

/** @typedef {{x: number, lane: 'forward' | 'backward'}} Station */

/** Between two columns, so that names have room: all written out, or all but the one between two columns. */
const LONG_NAMES = 148;
const MIDDLE_NAMES = 92;
const UPDATE_AT = 18;

/** How much of a station's name finds room. @param {Columns} columns @returns {'long' | 'middle' | 'short'} */
export function namesFor({ layers }) {
  const pitch = layers[1] - layers[0];
  if (pitch >= LONG_NAMES) return 'long';
  return pitch >= MIDDLE_NAMES ? 'middle' : 'short';
}

/**
 * @param {readonly Phase[]} phases
 * @param {Columns} columns
 * @param {number} width
 * @returns {Station[]}
 */
export function layStations(phases, columns, width) {
  const { layers, cost } = columns;
  const update = namesFor(columns) !== 'short' ? layers[0] : UPDATE_AT;
  const gradient = (update + layers[1]) / 2;
  const xOf = (/** @type {Phase} */ { kind, layer }) => {
    if (kind === 'cost') return cost ?? width - UPDATE_AT;
    if (kind === 'gradient') return gradient;
    return kind === 'update' ? update : layers[layer - 1];
  };
  return phases.map((phase) => ({ x: xOf(phase), lane: isBackward(phase) ? 'backward' : 'forward' }));
}

/**
 * A moment as one number: a whole one at a station that has been reached.
 * @param {number} at index of the phase
 * @param {number} progress within it
 */
export const positionOf = (at, progress) => (at === 0 ? 0 : at - 1 + progress);

/** The phase and the progress at a position. @param {number} position @returns {{at: number, progress: number}} */
export function momentAt(position) {
  const at = Math.ceil(position);
  return { at, progress: position === at ? 1 : position - (at - 1) };
}

/**
 * The position that a place on the strip means: the nearest one on its lane.
 * @param {readonly Station[]} stations
 * @param {number} x
 * @param {'forward' | 'backward'} lane
 */
export function positionAt(stations, x, lane) {
  const turn = stations.findLastIndex((station) => station.lane === 'forward');
  const [first, last] = lane === 'forward' ? [0, turn] : [turn + 1, stations.length - 1];
  const sign = lane === 'forward' ? 1 : -1;
  const along = sign * x;
  if (lane === 'backward' && along < sign * stations[first].x) {
    const span = stations[turn].x - stations[first].x;
    return turn + Math.min(1, Math.max(0, (stations[turn].x - x) / span));
  }
  for (let at = first; at < last; at += 1) {
    const [from, to] = [sign * stations[at].x, sign * stations[at + 1].x];
    if (along <= to) return at + Math.min(1, Math.max(0, (along - from) / (to - from)));
  }
  return last;
}

/**
 * @file A network's boundary as lines over the plane, for another run's picture.
 */
import { classMargin, zeroContour } from '../../network/field/contours.js';
import { createGrid, feedforwardGrid } from '../../network/grid.js';

/** Nodes along a side of the plane: a line between two of them is shorter than its dashes. */
const NODES = 73;
/** The plane's side in the lines' own units. */
export const SIDE = 1000;

/** @type {WeakMap<import('../../network/architecture.js').Architecture, import('../../network/grid.js').Grid>} */
const grids = new WeakMap();

/**
 * Chains short pieces to longer lines, so that dashes run through.
 * @param {Array<[number, number, number, number]>} pieces
 */
function chained(pieces) {
  /** @type {Map<string, number[]>} */
  const at = new Map();
  const keyOf = (/** @type {number} */ x, /** @type {number} */ y) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  pieces.forEach(([x0, y0, x1, y1], index) => {
    for (const key of [keyOf(x0, y0), keyOf(x1, y1)]) at.set(key, [...(at.get(key) ?? []), index]);
  });
  const used = new Set();
  /** @param {string} key @returns {string[]} the ends that follow one another from there */
  const follow = (key) => {
    const line = [];
    for (let end = key; ;) {
      const next = (at.get(end) ?? []).find((index) => !used.has(index));
      if (next === undefined) return line;
      used.add(next);
      const [x0, y0, x1, y1] = pieces[next];
      end = keyOf(x0, y0) === end ? keyOf(x1, y1) : keyOf(x0, y0);
      line.push(end);
    }
  };
  const lines = [];
  for (let index = 0; index < pieces.length; index++) {
    if (used.has(index)) continue;
    const start = keyOf(pieces[index][0], pieces[index][1]);
    const there = follow(start);
    lines.push([...follow(start).reverse(), start, ...there]);
  }
  return lines;
}

/**
 * The path of an SVG whose side is `SIDE`.
 * @param {import('../../network/architecture.js').Architecture} architecture
 * @param {ArrayLike<number>} parameters
 */
export function boundaryPath(architecture, parameters) {
  const grid = grids.get(architecture) ?? createGrid(architecture, NODES);
  grids.set(architecture, grid);
  feedforwardGrid(architecture, parameters, grid);
  const samples = NODES * NODES;
  const classes = grid.pre_activations.length / samples;
  /** @type {Array<[number, number, number, number]>} */
  const pieces = [];
  /** @type {import('../../network/field/contours.js').EmitSegment} */
  const emit = (x0, y0, x1, y1) => { pieces.push([x0 * SIDE, y0 * SIDE, x1 * SIDE, y1 * SIDE]); };
  if (classes === 1) {
    zeroContour(grid.pre_activations, NODES, emit);
  } else {
    const margin = new Float32Array(samples);
    // Of two classes one margin is the other's negative.
    for (let k = 0; k < (classes === 2 ? 1 : classes); k++) {
      classMargin(grid.pre_activations, classes, k, margin);
      zeroContour(margin, NODES, emit);
    }
  }
  return chained(pieces).map((line) => `M${line.join('L')}`).join('');
}

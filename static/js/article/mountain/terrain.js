/** @file The land as drawn: a grid of heights, its contour lines cell by cell, and the height in between. */

/** Every so many contour lines are heavy. */
const HEAVY_EACH = 4;

/** @typedef {{x0: number, y0: number, x1: number, y1: number, cost: number, heavy: boolean}} Segment   x, y in 0..1 of the map */

/**
 * @typedef {Object} Terrain
 * @property {number} nodes
 * @property {Float64Array} heights
 * @property {number} highest
 * @property {Segment[][]} contours   by cell, row by row
 * @property {(x: number, y: number) => number} heightAt   at a place of the map, 0..1
 */

/**
 * @param {Float64Array} heights   nodes², rows from the low corner
 * @param {number} nodes
 * @param {number} spacing   of the contour lines
 * @returns {Terrain}
 */
export function createTerrain(heights, nodes, spacing) {
  const cells = nodes - 1;
  const highest = Math.max(...heights);
  const contours = Array.from({ length: cells * cells }, (_, at) => {
    const [column, row] = [at % cells, Math.floor(at / cells)];
    return contoursOfCell(heights, nodes, column, row, spacing);
  });
  return {
    nodes,
    heights,
    highest,
    contours,
    heightAt(x, y) {
      const column = Math.min(cells - 1, Math.floor(x * cells)), row = Math.min(cells - 1, Math.floor(y * cells));
      const [dx, dy] = [x * cells - column, y * cells - row];
      const at = row * nodes + column;
      // The same two triangles that are drawn.
      const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + nodes + 1], heights[at + nodes]];
      return dx > dy ? a + dx * (b - a) + dy * (c - b) : a + dy * (d - a) + dx * (c - d);
    },
  };
}

/**
 * Each cell is two triangles, and a level crosses a triangle in at most one segment.
 * @param {Float64Array} heights
 * @param {number} nodes
 * @param {number} column
 * @param {number} row
 * @param {number} spacing
 * @returns {Segment[]}
 */
function contoursOfCell(heights, nodes, column, row, spacing) {
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([dx, dy]) => ({
    x: (column + dx) / (nodes - 1), y: (row + dy) / (nodes - 1), height: heights[(row + dy) * nodes + column + dx],
  }));
  const segments = [];
  for (const triangle of [[0, 1, 2], [0, 2, 3]].map((three) => three.map((corner) => corners[corner]))) {
    const low = Math.min(...triangle.map(({ height }) => height));
    const high = Math.max(...triangle.map(({ height }) => height));
    for (let level = Math.ceil(low / spacing); level * spacing < high; level++) {
      const crossings = triangle.flatMap((from, side) => {
        const to = triangle[(side + 1) % 3];
        const height = level * spacing;
        if ((from.height > height) === (to.height > height)) return [];
        const share = (height - from.height) / (to.height - from.height);
        return [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }];
      });
      if (crossings.length === 2) {
        const [{ x: x0, y: y0 }, { x: x1, y: y1 }] = crossings;
        segments.push({ x0, y0, x1, y1, cost: level * spacing, heavy: level % HEAVY_EACH === 0 });
      }
    }
  }
  return segments;
}

/**
 * A path in the map's shares, cut where it leaves the map, with places in between so that it can hug the ground.
 * @param {readonly import('./descent.js').Stop[]} path
 * @param {import('./surface.js').Surface} surface
 * @param {number} [pieces] of each step
 * @returns {{x: number, y: number}[][]}   the parts that lie on the map
 */
export function onMap(path, { low, high }, pieces = 12) {
  /** @type {{x: number, y: number}[][]} */
  const parts = [];
  let open = false;
  const add = (/** @type {number} */ u, /** @type {number} */ v) => {
    const x = (u - low[0]) / (high[0] - low[0]), y = (v - low[1]) / (high[1] - low[1]);
    const inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    if (inside && !open) parts.push([]);
    if (inside) parts[parts.length - 1].push({ x, y });
    open = inside;
  };
  path.forEach(({ at: [u, v] }, step) => {
    const next = path[step + 1]?.at;
    add(u, v);
    if (!next) return;
    for (let piece = 1; piece < pieces; piece++) {
      add(u + ((next[0] - u) * piece) / pieces, v + ((next[1] - v) * piece) / pieces);
    }
  });
  return parts;
}

/**
 * The stops of a path that lie on the map, in its shares.
 * @param {readonly import('./descent.js').Stop[]} path
 * @param {import('./surface.js').Surface} surface
 */
export const stopsOnMap = (path, { low, high, contains }) => path.filter(({ at }) => contains(at)).map(({ at: [u, v] }) =>
  ({ x: (u - low[0]) / (high[0] - low[0]), y: (v - low[1]) / (high[1] - low[1]) }));

/**
 * Where a formula turns from true to false, as the formula itself has it: each place of the line is found by halving, to many more
 * digits than a screen shows.
 */

/** @typedef {import('./formula.js').Condition} Condition */
/** @typedef {{x: number, y: number}} Corner */
/** @typedef {[number, number, number, number]} Segment from x, y to x, y */

/** The plane is looked at in so many cells each way, none of whose rims is a round number, where formulas like to turn; and where one
 * does, in so many within each. */
const [CELLS, FINER] = [199, 4];
const HALVINGS = 26;
/** A formula that turns in more of the cells than these has a line nowhere and everywhere: drawing it would take seconds, and fill the plane. */
const MOST_MIXED = 6000;

/** Whether the formula is true at the corners of so many cells each way. @param {Condition} condition @param {Corner} from @param {number} side of a cell @param {number} cells */
function looked(condition, { x, y }, side, cells) {
  const found = new Uint8Array((cells + 1) ** 2);
  for (let row = 0; row <= cells; row += 1) {
    for (let column = 0; column <= cells; column += 1) {
      found[row * (cells + 1) + column] = condition(x + column * side, y + row * side) ? 1 : 0;
    }
  }
  return found;
}

/** The place between two corners where the formula turns. @param {Condition} condition @param {Corner} a @param {Corner} b @returns {[number, number]} */
function turn(condition, a, b) {
  const isTrue = condition(a.x, a.y);
  let [low, high] = [0, 1];
  for (let time = 0; time < HALVINGS; time += 1) {
    const middle = (low + high) / 2;
    if (condition(a.x + middle * (b.x - a.x), a.y + middle * (b.y - a.y)) === isTrue) low = middle;
    else high = middle;
  }
  return [a.x + high * (b.x - a.x), a.y + high * (b.y - a.y)];
}

/** @param {Condition} condition @param {Corner} from @param {number} side @param {boolean[]} truths around it, from the lower left to the upper left @returns {Segment[]} */
function within(condition, { x, y }, side, truths) {
  const corners = [{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }];
  /** By side of the cell, from the lower one. */
  const turns = corners.flatMap((corner, at) => {
    const next = (at + 1) % 4;
    return truths[at] === truths[next] ? [] : [turn(condition, corner, corners[next])];
  });
  if (turns.length === 2) return [[...turns[0], ...turns[1]]];
  if (turns.length < 4) return [];
  // A saddle: what the middle is, its two alike corners are joined by.
  const isJoined = condition(x + side / 2, y + side / 2) === truths[0];
  return isJoined ? [[...turns[0], ...turns[1]], [...turns[2], ...turns[3]]] : [[...turns[0], ...turns[3]], [...turns[1], ...turns[2]]];
}

/**
 * Cells in which the formula turns.
 * @param {Uint8Array} found
 * @param {number} cells
 * @param {(column: number, row: number, truths: boolean[]) => void} take
 */
function eachMixed(found, cells, take) {
  const width = cells + 1;
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const at = row * width + column;
      const truths = [found[at], found[at + 1], found[at + width + 1], found[at + width]];
      const count = truths[0] + truths[1] + truths[2] + truths[3];
      if (count > 0 && count < 4) take(column, row, truths.map(Boolean));
    }
  }
}

/**
 * @param {Condition} condition
 * @param {number} extent of the plane, each way
 * @returns {Segment[]} none where it turns too often
 */
export function edgeOf(condition, extent) {
  /** @type {Segment[]} */
  const segments = [];
  const side = (2 * extent) / CELLS;
  const coarse = looked(condition, { x: -extent, y: -extent }, side, CELLS);
  let mixed = 0;
  eachMixed(coarse, CELLS, () => { mixed += 1; });
  if (mixed > MOST_MIXED) return segments;
  eachMixed(coarse, CELLS, (column, row) => {
    const from = { x: -extent + column * side, y: -extent + row * side };
    const small = side / FINER;
    eachMixed(looked(condition, from, small, FINER), FINER, (right, up, truths) => {
      segments.push(...within(condition, { x: from.x + right * small, y: from.y + up * small }, small, truths));
    });
  });
  return segments;
}

/** As a path whose y grows downwards. @param {Segment[]} segments @param {(x: number) => string} across @param {(y: number) => string} down */
export const edgePath = (segments, across, down) => segments
  .map(([x, y, toX, toY]) => `M${across(x)} ${down(y)}L${across(toX)} ${down(toY)}`).join('');

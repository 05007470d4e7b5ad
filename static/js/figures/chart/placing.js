/**
 * Where the words of the cost curve go, so that none covers another.
 */

/**
 * Moves labels that stand in one column apart, as little as possible, within the column.
 * @param {number[]} wished y of each label
 * @param {number} height of a label
 * @param {{top: number, bottom: number}} column
 * @returns {number[]} y of each label, in the order given
 */
export function placeInColumn(wished, height, { top, bottom }) {
  const order = wished.map((_, index) => index).sort((a, b) => wished[a] - wished[b]);
  const placed = wished.slice();
  order.forEach((index, rank) => {
    const floor = rank === 0 ? top : placed[order[rank - 1]] + height;
    placed[index] = Math.max(placed[index], floor);
  });
  order.reverse().forEach((index, rank) => {
    const ceiling = rank === 0 ? bottom : placed[order[rank - 1]] - height;
    placed[index] = Math.min(placed[index], ceiling);
  });
  return placed;
}

/**
 * Which words of a row can be written without touching: the newest first, since they matter most.
 * @param {Array<{x: number, width: number}>} words from left to right
 * @param {number} right edge of the row
 * @param {number} gap between two
 * @returns {Array<number | null>} x of each word, null for those left out
 */
export function placeInRow(words, right, gap) {
  let limit = right;
  /** @type {Array<number | null>} */
  const placed = words.map(() => null);
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const { x, width } = words[index];
    const next = words[index + 1];
    if (x + width <= limit) placed[index] = x;
    else if (!next && x - width - 2 * gap >= 0) placed[index] = x - width - 2 * gap;
    else continue;
    limit = /** @type {number} */ (placed[index]) - gap;
  }
  return placed;
}

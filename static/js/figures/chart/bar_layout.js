/**
 * Where each parameter's bar stands in the bar code of one update: a group for each layer, weights before
 * biases.
 */

/**
 * @typedef {object} BarGroup
 * @property {number} layer that the parameters lead into
 * @property {number} start index of the first in the flat vector
 * @property {number} weights how many of them are weights; the rest are biases
 * @property {number} count
 * @property {number} left in CSS pixels
 * @property {number} right
 */

/**
 * @typedef {object} BarLayout
 * @property {BarGroup[]} groups
 * @property {number} pitch from one bar to the next
 */

const MOST_PITCH = { usual: 13, wide: 18 };
const WIDE = 900;
/** Room between two groups, in bars. */
const GAP = 2.2;
/** However little a parameter moved, its bar is seen. */
const LEAST_REACH = 1;

/**
 * How far the bars reach, up where positive: the longest takes all the room; none where nothing moved.
 * @param {ArrayLike<number>} update
 * @param {number} room in CSS pixels, up and down
 * @returns {Float64Array}
 */
export function barReaches(update, room) {
  const sizes = Float64Array.from(update, Math.abs);
  const most = sizes.reduce((before, size) => Math.max(before, size), 0);
  return sizes.map((size, index) => {
    if (size === 0) return 0;
    const reach = size === most ? room : Math.max(LEAST_REACH, (size / most) * room);
    return update[index] < 0 ? -reach : reach;
  });
}

/**
 * The parameter whose bar stands at x, or null between the groups.
 * @param {readonly number[]} sizes neurons of each layer
 * @param {number} width
 * @param {number} x
 * @returns {{layer: number, neuron: number, source: number | null} | null} source null: the bias
 */
export function parameterAt(sizes, width, x) {
  const { groups, pitch } = layBars(sizes, width);
  const group = groups.find(({ left, right }) => x >= left && x < right);
  if (!group) return null;
  const at = Math.min(group.count - 1, Math.floor((x - group.left) / pitch));
  const neurons = sizes[group.layer - 1];
  if (at >= group.weights) return { layer: group.layer, neuron: at - group.weights, source: null };
  return { layer: group.layer, neuron: at % neurons, source: Math.floor(at / neurons) };
}

/**
 * @param {readonly number[]} sizes neurons of each layer
 * @param {number} width
 * @returns {BarLayout}
 */
export function layBars(sizes, width) {
  const counts = sizes.slice(1).map((size, at) => (sizes[at] + 1) * size);
  const total = counts.reduce((sum, count) => sum + count, 0) + GAP * (counts.length - 1);
  const pitch = Math.min(width > WIDE ? MOST_PITCH.wide : MOST_PITCH.usual, width / total);
  let start = 0;
  let left = 0;
  const groups = counts.map((count, at) => {
    const weights = sizes[at] * sizes[at + 1];
    const group = { layer: at + 2, start, weights, count, left, right: left + count * pitch };
    start += count;
    left = group.right + GAP * pitch;
    return group;
  });
  return { groups, pitch };
}

/**
 * Where the bars of one update stand: a group for each neuron, the weights that lead into it before its bias; where they would
 * be too thin, one bar for each neuron.
 */

/**
 * @typedef {object} BarGroup what leads into one neuron
 * @property {number} layer
 * @property {number} neuron from 0
 * @property {number[]} indices in the flat vector: weights in the order of their sources, then the bias
 * @property {number} left in CSS pixels
 * @property {number} right
 */

/**
 * @typedef {object} BarLayout
 * @property {BarGroup[]} groups
 * @property {boolean} summed one bar a group: the sizes of all its changes together
 * @property {number} pitch from one bar to the next
 */

const MOST_PITCH = 18;
/** Thinner bars can't be told apart. */
const LEAST_PITCH = 3;
/** Between two neurons and between two layers: CSS pixels, and at most this share of the width. */
const GAP = { neuron: { most: 8, share: 0.01 }, layer: { most: 32, share: 0.04 } };
/** However little a parameter moved, its bar is seen. */
const LEAST_REACH = 1;

/** @param {{most: number, share: number}} gap @param {number} width */
const gapAt = ({ most, share }, width) => Math.min(most, share * width);

/**
 * @param {readonly number[]} sizes neurons of each layer
 * @param {number} left
 * @param {number} width
 * @returns {BarLayout}
 */
export function layBars(sizes, left, width) {
  const [between, apart] = [gapAt(GAP.neuron, width), gapAt(GAP.layer, width)];
  const neurons = sizes.slice(1).reduce((sum, size) => sum + size, 0);
  const bars = sizes.slice(1).reduce((sum, size, at) => sum + size * (sizes[at] + 1), 0);
  const room = width - apart * (sizes.length - 2);
  const fine = (room - between * (neurons - sizes.length + 1)) / bars;
  const summed = fine < LEAST_PITCH;
  const pitch = Math.min(MOST_PITCH, summed ? room / neurons : fine);
  const gap = summed ? 0 : between;
  /** @type {BarGroup[]} */
  const groups = [];
  let start = 0;
  let x = left;
  for (let layer = 2; layer <= sizes.length; layer += 1) {
    const [from, to] = [sizes[layer - 2], sizes[layer - 1]];
    for (let neuron = 0; neuron < to; neuron += 1) {
      const indices = Array.from({ length: from + 1 }, (_, source) => start + source * to + neuron);
      const right = x + pitch * (summed ? 1 : indices.length);
      groups.push({ layer, neuron, indices, left: x, right });
      x = right + gap;
    }
    start += (from + 1) * to;
    x += apart - gap;
  }
  return { groups, summed, pitch };
}

/**
 * What each bar tells, in the order in which they stand.
 * @param {BarLayout} layout
 * @param {ArrayLike<number>} update
 * @returns {number[]}
 */
export function barValues({ groups, summed }, update) {
  return groups.flatMap(({ indices }) => {
    const values = indices.map((index) => update[index]);
    return summed ? [values.reduce((sum, value) => sum + Math.abs(value), 0)] : values;
  });
}

/**
 * Where a bar stands, and what it is of.
 * @typedef {object} Bar
 * @property {number} left
 * @property {BarGroup} group
 * @property {number | null} source whose weight it is; null: the bias, or the whole neuron where bars are summed
 */

/** @param {BarLayout} layout @returns {Bar[]} in the order in which they stand */
export function barsOf({ groups, summed, pitch }) {
  return groups.flatMap((group) => (summed ? [{ left: group.left, group, source: null }] : group.indices.map((_, at) => (
    { left: group.left + at * pitch, group, source: at < group.indices.length - 1 ? at : null }
  ))));
}

/** The place of the bar at x among all, or −1 between the groups. @param {BarLayout} layout @param {number} x */
export function barAt(layout, x) {
  return barsOf(layout).findIndex(({ left }) => x >= left && x < left + layout.pitch);
}

/**
 * How far a bar reaches, up where positive.
 * @param {number} value
 * @param {number} most what takes all the room
 * @param {number} room in CSS pixels
 */
export function barReach(value, most, room) {
  const size = Math.abs(value);
  if (size === 0) return 0;
  const reach = size === most ? room : Math.max(LEAST_REACH, (size / most) * room);
  return value < 0 ? -reach : reach;
}

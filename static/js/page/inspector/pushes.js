/**
 * Who pushed a parameter: a bar for each point of the batch, up where it wants the parameter larger.
 */

/**
 * @typedef {object} Push
 * @property {number} id
 * @property {number} target class, or real target
 * @property {number} push minus the point's own derivative
 */

/** Bars that find room; of larger batches the longest are drawn. */
export const MOST_BARS = 40;
/** When the longest bar is this many times the usual one, lengths are drawn by their square roots. */
const DWARFS = 8;

/**
 * The bars of a batch, class by class, and what is not drawn.
 * @param {ReadonlyArray<{id: number, derivative: number}>} contributions
 * @param {ReadonlyArray<{id: number, target: number}>} points   those of the contributions among them
 * @returns {{bars: Push[], others: {count: number, push: number}}} others: those without a bar, their pushes added up
 */
export function pushesOf(contributions, points) {
  const targets = new Map(points.map(({ id, target }) => [id, target]));
  const all = contributions
    .map(({ id, derivative }) => ({ id, target: /** @type {number} */ (targets.get(id)), push: derivative === 0 ? 0 : -derivative }))
    .sort((one, other) => Math.abs(other.push) - Math.abs(one.push));
  const bars = all.slice(0, MOST_BARS).sort((one, other) => one.target - other.target || one.id - other.id);
  const rest = all.slice(MOST_BARS);
  return { bars, others: { count: rest.length, push: rest.reduce((sum, { push }) => sum + push, 0) } };
}

/** @param {readonly Push[]} bars */
function median(bars) {
  const sizes = bars.map(({ push }) => Math.abs(push)).sort((one, other) => one - other);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/**
 * How long each bar is, −1..1, and whether by square roots.
 * @param {readonly Push[]} bars
 * @returns {{lengths: number[], rooted: boolean}}
 */
export function lengthsOf(bars) {
  const longest = Math.max(...bars.map(({ push }) => Math.abs(push)), 0);
  if (longest === 0) return { lengths: bars.map(() => 0), rooted: false };
  const rooted = longest > DWARFS * median(bars);
  const shareOf = (/** @type {number} */ push) => {
    const share = Math.abs(push) / longest;
    return Math.sign(push) * (rooted ? Math.sqrt(share) : share);
  };
  return { lengths: bars.map(({ push }) => shareOf(push)), rooted };
}

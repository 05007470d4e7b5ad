/** @file Ways down a surface: plain descent (G1), momentum (9.1) and Adam (9.5, 9.6), in two weights. */

/** @typedef {import('./surface.js').Pair} Pair */
/** @typedef {import('./surface.js').Stop} Stop */
/** @typedef {import('../networks.js').Method} Method */

/** In the order in which they are shown; dashes tell their paths apart. @type {readonly {name: Method, title: string, dash: number[]}[]} */
export const METHODS = [
  { name: 'plain', title: 'Plain', dash: [] },
  { name: 'momentum', title: 'Momentum', dash: [7, 4] },
  { name: 'adam', title: 'Adam', dash: [2, 4] },
];

const MU = 0.9;
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * What turns slopes into steps; each call has a memory of its own.
 * @type {Record<Method, (rate: number) => (slope: number) => number>}
 */
const STEPPERS = {
  plain: (rate) => (slope) => rate * slope, // (G1)
  momentum(rate) {
    let v = 0;
    return (slope) => {
      v = MU * v + slope; // (9.1)
      return rate * v;
    };
  },
  adam(rate) {
    const { beta1, beta2, epsilon } = ADAM;
    let m = 0, s = 0, t = 0;
    return (slope) => {
      t += 1;
      m = beta1 * m + (1 - beta1) * slope; // (9.5)
      s = beta2 * s + (1 - beta2) * slope * slope;
      return (rate * (m / (1 - beta1 ** t))) / (Math.sqrt(s / (1 - beta2 ** t)) + epsilon); // (9.6)
    };
  },
};

/**
 * @param {import('./surface.js').Surface} surface
 * @param {Pair} start
 * @param {Method} method
 * @param {number} rate   η
 * @param {number} steps
 * @returns {Stop[]}   the start and a stop for each step
 */
export function descend({ slopeAt }, start, method, rate, steps) {
  const steppers = [STEPPERS[method](rate), STEPPERS[method](rate)];
  let at = start;
  const path = [];
  for (let step = 0; step <= steps; step++) {
    const { cost, slope } = slopeAt(at);
    path.push({ at, cost });
    at = /** @type {Pair} */ (at.map((value, which) => value - steppers[which](slope[which])));
  }
  return path;
}

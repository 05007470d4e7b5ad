/**
 * Points drawn by a formula: squares where it is true, circles where it isn't.
 */
import { numbersFrom, testPoints } from './drawing.js';

/** Points lie in this much of the plane each way. */
const REACH = 2.8;
/** In as many draws both classes are found, unless the formula is always true, or never. */
const TRIES = 40;

/**
 * @param {import('./formula.js').Condition} condition
 * @param {object} sample
 * @param {number} sample.count
 * @param {number} sample.noise how far points stray after they were told apart, as a standard deviation
 * @param {number} sample.testShare
 * @param {number} sample.seed
 * @returns {{x1: number, x2: number, target: number, test: boolean}[]}
 */
export function drawByFormula(condition, { count, noise, testShare, seed }) {
  const next = numbersFrom(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const clamp = (/** @type {number} */ value) => Math.min(3, Math.max(-3, value));
  const wanted = [Math.ceil(count / 2), Math.floor(count / 2)];
  /** @type {{x1: number, x2: number, target: number}[]} */
  const points = [];
  const spare = [];
  for (let tries = 0; points.length < count && tries < count * TRIES; tries += 1) {
    const [x1, x2] = [(2 * next() - 1) * REACH, (2 * next() - 1) * REACH];
    const target = condition(x1, x2) ? 1 : 0;
    const point = { x1: clamp(x1 + noise * gauss()), x2: clamp(x2 + noise * gauss()), target };
    if (wanted[target] > 0) {
      wanted[target] -= 1;
      points.push(point);
    } else if (spare.length < count) {
      spare.push(point);
    }
  }
  // One that is nearly everywhere true has few points where it is not, and more of the others.
  points.push(...spare.slice(0, count - points.length));
  const testing = testPoints(points.length, testShare, seed + 1);
  return points.map((point, at) => ({ ...point, test: testing.has(at) }));
}

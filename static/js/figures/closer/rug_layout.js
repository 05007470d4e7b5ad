/**
 * @file Where each training point stands on a neuron's rug: in bins along the ramp, stacked away from it, classes in turn above
 * and below.
 */

/** Width of a bin, in CSS pixels, and how many marks of one stand on each other. */
export const BIN = 7;
export const MOST = 4;

/**
 * @typedef {object} Stack what stands in one bin on one side
 * @property {number} x middle of the bin
 * @property {'above' | 'below'} side
 * @property {number[]} targets nearest to the ramp first; no more than find room
 * @property {number} count of all that belong there
 */

/** @param {number} value @param {number} low @param {number} high 0..1 from low to high; beyond them the nearer end */
export const shareOf = (value, low, high) => Math.min(1, Math.max(0, (value - low) / (high - low)));

/**
 * @param {ReadonlyArray<{target: number, value: number}>} answers
 * @param {{low: number, high: number}} range
 * @param {number} width
 * @param {'classification' | 'regression'} task
 * @returns {Stack[]}
 */
export function stacksOf(answers, { low, high }, width, task) {
  const bins = Math.max(1, Math.floor(width / BIN));
  /** @type {Map<string, Stack>} */
  const stacks = new Map();
  for (const { target, value } of answers) {
    const bin = Math.min(bins - 1, Math.floor(shareOf(value, low, high) * bins));
    const side = task === 'classification' && target % 2 === 1 ? 'below' : 'above';
    const key = `${side} ${bin}`;
    const stack = stacks.get(key) ?? { x: ((bin + 0.5) * width) / bins, side, targets: [], count: 0 };
    stack.count += 1;
    if (stack.targets.length < MOST) stack.targets.push(target);
    stacks.set(key, stack);
  }
  return [...stacks.values()];
}

/** @file The cross-entropy (C1) from z^n, so that it is finite wherever z is and keeps its digits in both tails. */

/** ln(1 + e^z). @param {number} z */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * ln(1 + Σ e^gap), each gap given as two numbers to add: what they come to need not be rounded then.
 * @param {[number, number][]} gaps
 */
function logOnePlus(gaps) {
  const largest = Math.max(0, ...gaps.map(([whole, rest]) => whole + rest));
  const others = gaps.reduce((sum, [whole, rest]) => sum + Math.exp(whole - largest) * Math.exp(rest), 0);
  return largest + Math.log1p(others + Math.expm1(-largest));
}

/**
 * −ln a_k of a softmax, which is ln(1 + Σ e^(z_m − z_k)) over the others.
 * @param {ArrayLike<number>} z
 * @param {number} k   the true class, from 0
 */
export function softmaxCrossEntropy(z, k) {
  const whole = Array.from(z, Math.round);
  const own = z[k] - whole[k];
  return logOnePlus(whole.flatMap((part, m) => (m === k ? [] : [[part - whole[k], z[m] - part - own]])));
}

/**
 * The two-sided form over all outputs: ln(1 + e^−z) where y is 1, ln(1 + e^z) where it is 0.
 * @param {ArrayLike<number>} z
 * @param {ArrayLike<number>} y
 */
export const sigmoidCrossEntropy = (z, y) =>
  Array.from(z, (value, j) => softplus(y[j] === 1 ? -value : value)).reduce((sum, term) => sum + term, 0);

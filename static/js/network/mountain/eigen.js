/** @file Eigenvalues and eigenvectors of symmetric matrices: all of a small one, the largest of any. */

const SWEEPS = 30;
/** Vectors that are followed for the largest two, and how often they are turned at most. */
const BLOCK = 4;
const MOST_TURNS = 300;
const SETTLED = 1e-13;

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function dot(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

/** @param {ArrayLike<number>} vector */
export const lengthOf = (vector) => Math.sqrt(dot(vector, vector));

/** @typedef {{values: number[], vectors: Float64Array[]}} Eigen   the largest value first */

/** Vectors of length 1 at right angles, each with what those before it lack; 0 where that is nothing. @param {Float64Array[]} vectors */
function madeSquare(vectors) {
  vectors.forEach((vector, at) => {
    for (const before of vectors.slice(0, at)) {
      const share = dot(vector, before);
      for (let index = 0; index < vector.length; index++) vector[index] -= share * before[index];
    }
    const length = lengthOf(vector);
    for (let index = 0; index < vector.length; index++) vector[index] = length > 0 ? vector[index] / length : 0;
  });
  return vectors;
}

/**
 * The largest eigenvalues of a matrix without negative ones, with their vectors: a few vectors are turned by it until the first
 * two stand still.
 * @param {Float64Array[]} matrix symmetric
 * @returns {Eigen}
 */
export function leadingOf(matrix) {
  const size = matrix.length;
  if (size <= BLOCK) return eigenOf(matrix);
  // Its own columns, the longest ones: none of them is at right angles to all that is sought.
  const longest = matrix.map((_, at) => at).sort((one, other) => matrix[other][other] - matrix[one][one]);
  let vectors = madeSquare(longest.slice(0, BLOCK).map((at) => Float64Array.from(matrix[at])));
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const turned = vectors.map((vector) => Float64Array.from(matrix, (row) => dot(row, vector)));
    const small = vectors.map((one) => Float64Array.from(turned, (other) => dot(one, other)));
    const { vectors: mixes } = eigenOf(small);
    const next = madeSquare(mixes.map((mix) => Float64Array.from(matrix, (_, at) => turned.reduce((sum, vector, which) => sum + mix[which] * vector[at], 0))));
    const moved = Math.max(...[0, 1].map((which) => 1 - Math.abs(dot(next[which], vectors[which]))));
    vectors = next;
    if (moved < SETTLED) break;
  }
  return { values: vectors.map((vector) => dot(vector, Float64Array.from(matrix, (row) => dot(row, vector)))), vectors };
}

/**
 * Eigenvalues of a symmetric matrix, the largest first, with their vectors: Jacobi's rotations.
 * @param {ArrayLike<number>[]} matrix
 * @returns {Eigen}
 */
export function eigenOf(matrix) {
  const a = matrix.map((row) => Float64Array.from(row)), size = a.length;
  const turned = a.map((_, at) => Float64Array.from(a, (_row, other) => (at === other ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p][q] ** 2;
    if (off <= 1e-32 * a.reduce((sum, row, at) => sum + row[at] ** 2, 0)) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, turned, p, q);
  }
  const order = a.map((_, at) => at).sort((one, other) => a[other][other] - a[one][one]);
  return { values: order.map((at) => a[at][at]), vectors: order.map((at) => turned[at]) };
}

/** Makes a[p][q] zero; `turned` has the vectors as rows. @param {Float64Array[]} a @param {Float64Array[]} turned @param {number} p @param {number} q */
function rotate(a, turned, p, q) {
  if (a[p][q] === 0) return;
  const half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = Math.sign(half || 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1), sine = tangent * cosine;
  const mix = (/** @type {Float64Array} */ one, /** @type {Float64Array} */ other) => {
    for (let at = 0; at < one.length; at++) [one[at], other[at]] = [cosine * one[at] - sine * other[at], sine * one[at] + cosine * other[at]];
  };
  for (const row of a) [row[p], row[q]] = [cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]];
  mix(a[p], a[q]);
  mix(turned[p], turned[q]);
}

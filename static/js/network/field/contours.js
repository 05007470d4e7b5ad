/** @file Marching squares: where a function given at the nodes of a grid is zero. */

/**
 * @typedef {(x0: number, y0: number, x1: number, y1: number) => void} EmitSegment   0..1 from the top left
 *   corner
 */

/**
 * Emits the zero line of `values` (resolution² nodes, rows from the top) cell by cell as straight segments.
 * A node with value 0 counts as negative, so that a function that is zero everywhere has no line.
 * @param {Float32Array} values
 * @param {number} resolution
 * @param {EmitSegment} emit
 */
export function zeroContour(values, resolution, emit) {
  const cells = resolution - 1;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const at = row * resolution + column;
      const a = values[at], b = values[at + 1], d = values[at + resolution], c = values[at + resolution + 1];
      const sign = (a > 0 ? 8 : 0) | (b > 0 ? 4 : 0) | (c > 0 ? 2 : 0) | (d > 0 ? 1 : 0);
      if (sign !== 0 && sign !== 15) emitCell(a, b, c, d, sign, column, row, 1 / cells, emit);
    }
  }
}

/**
 * The one or two segments of a cell with corners a (top left), b, c, d (clockwise).
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 * @param {number} sign   which corners are positive: a 8, b 4, c 2, d 1
 * @param {number} column
 * @param {number} row
 * @param {number} size   of a cell
 * @param {EmitSegment} emit
 */
function emitCell(a, b, c, d, sign, column, row, size, emit) {
  const topX = (column + a / (a - b)) * size, topY = row * size;
  const rightX = (column + 1) * size, rightY = (row + b / (b - c)) * size;
  const bottomX = (column + d / (d - c)) * size, bottomY = (row + 1) * size;
  const leftX = column * size, leftY = (row + a / (a - d)) * size;
  // In a saddle the middle says which of the two diagonals is connected.
  const middle = a + b + c + d > 0;
  switch (sign) {
    case 1: case 14: emit(leftX, leftY, bottomX, bottomY); break;
    case 2: case 13: emit(rightX, rightY, bottomX, bottomY); break;
    case 4: case 11: emit(topX, topY, rightX, rightY); break;
    case 7: case 8: emit(topX, topY, leftX, leftY); break;
    case 3: case 12: emit(leftX, leftY, rightX, rightY); break;
    case 6: case 9: emit(topX, topY, bottomX, bottomY); break;
    default:
      if ((sign === 10) === middle) {
        emit(topX, topY, rightX, rightY);
        emit(leftX, leftY, bottomX, bottomY);
      } else {
        emit(topX, topY, leftX, leftY);
        emit(rightX, rightY, bottomX, bottomY);
      }
  }
}

/**
 * f_k = z_k − max of the others: positive where class k wins, zero on its boundary.
 * @param {Float32Array} z         neuron after neuron
 * @param {number} classes
 * @param {number} k
 * @param {Float32Array} margin    filled, one value a node
 */
export function classMargin(z, classes, k, margin) {
  const samples = margin.length;
  for (let s = 0; s < samples; s++) {
    let others = -Infinity;
    for (let q = 0; q < classes; q++) if (q !== k && z[q * samples + s] > others) others = z[q * samples + s];
    margin[s] = z[k * samples + s] - others;
  }
}

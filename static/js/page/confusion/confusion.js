/**
 * The confusion matrix of a moment: of the points of each class, how many the network takes for which.
 */
import { byClass } from '../../network/outputs.js';
import { NONE } from '../../network/features.js';
import { feedforward } from '../../network/forward.js';
import { oneOf } from '../../ui/class_words.js';
import { CLASS_NAMES } from '../../ui/shapes.js';
import { counted } from '../../ui/format.js';
import { indexOfLargest } from '../points/point_words.js';
import { said } from '../../words/sentence.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */

/**
 * @typedef {object} Cell
 * @property {number[]} train ids of the training points in it
 * @property {number[]} test
 */

/**
 * Rows: what the points are. Columns: what the network says.
 * @param {Pick<Snapshot, 'points' | 'architecture' | 'frame' | 'diverged' | 'experiment'>} snapshot
 * @returns {Cell[][] | null} null where there is none: without points, in regression, or where numbers are too large to say
 */
export function confusionOf({ points, architecture, frame, diverged, experiment }) {
  if (!architecture || !frame || diverged || points.length === 0 || experiment?.task !== 'classification') return null;
  if (frame.parameters.length !== architecture.parameterCount) return null;
  const { classes } = architecture;
  if (points.some(({ target }) => target >= classes)) return null;
  const cells = Array.from({ length: classes }, () => Array.from({ length: classes }, () => /** @type {Cell} */ ({ train: [], test: [] })));
  for (const { id, x1, x2, more, target, test } of points) {
    const answers = /** @type {Float64Array} */ (feedforward(architecture, frame.parameters, x1, x2, more ?? NONE).activations[architecture.layers]);
    if (!answers.every(Number.isFinite)) return null;
    cells[target][indexOfLargest(byClass(architecture.output, answers))][test ? 'test' : 'train'].push(id);
  }
  return cells;
}

/**
 * What a cell says: "3 training points and 1 test point: circle, taken for a square".
 * @param {Cell} cell @param {number} target @param {number} answer @param {readonly string[]} [names] of the classes
 */
export function cellWords({ train, test }, target, answer, names = CLASS_NAMES) {
  const counts = [counted(train.length, 'training point'), ...(test.length > 0 ? [counted(test.length, 'test point')] : [])];
  const what = target === answer ? `${names[target]}, and taken for one` : `${names[target]}, taken for ${oneOf(names[answer])}`;
  return said(`${counts.join(' and ')}: ${what}`,
    { that: 'confused', target, answer, names: [names[target], names[answer]], train: String(train.length), test: test.length > 0 ? String(test.length) : null });
}

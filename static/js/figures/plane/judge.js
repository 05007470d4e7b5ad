/**
 * Finds which points the network classifies wrong, or in regression by how much it is off, a few points a frame, so that many
 * points never hold a frame up.
 */

import { byClass } from '../../network/outputs.js';
import { NONE } from '../../network/features.js';
import { feedforward } from '../../network/forward.js';

/** @typedef {import('./scene.js').PlaneScene} PlaneScene */

/** While training, verdicts are shown this many milliseconds apart: of thousands of points, some change in every frame. */
const BETWEEN_VERDICTS = 80;
/** Points judged between two looks at the clock. */
const BATCH = 16;

/** @param {ArrayLike<number>} values */
function indexOfGreatest(values) {
  let at = 0;
  for (let index = 1; index < values.length; index += 1) if (values[index] > values[at]) at = index;
  return at;
}

/** Empties a collection; says how many were in it. @param {Set<number> | Map<number, number>} collection */
function clear(collection) {
  const { size } = collection;
  collection.clear();
  return size;
}

/**
 * @param {() => number} [clock] milliseconds
 */
export function createJudge(clock = () => performance.now()) {
  /** @type {Set<number>} */
  const wrong = new Set();
  /** By id. @type {Map<number, number>} */
  const residuals = new Map();
  /** What is being judged, until every point has been. @type {PlaneScene | null} */
  let judged = null;
  let next = 0;
  let changes = 0;
  /** What of them is drawn, and since when. */
  const drawn = { changes: 0, at: -Infinity };

  return {
    /** Counts how often a verdict has changed. */
    get changes() {
      return changes;
    },

    /** Whether verdicts have changed that are to be drawn by now. @param {number} now @param {boolean} training */
    isNews: (now, training) => changes !== drawn.changes && (!training || now - drawn.at >= BETWEEN_VERDICTS),

    /** They were drawn. @param {number} now */
    shown(now) {
      drawn.changes = changes;
      drawn.at = now;
    },

    /** Ids of the points found wrong so far; those not judged yet keep their last verdict. */
    get wrong() {
      return /** @type {ReadonlySet<number>} */ (wrong);
    },

    /** In regression: answer − target of the points looked at so far, by id. */
    get residuals() {
      return /** @type {ReadonlyMap<number, number>} */ (residuals);
    },

    /**
     * Goes on judging for at most the given time.
     * @param {PlaneScene} scene
     * @param {number} milliseconds
     * @returns {boolean} whether every point has been judged by these parameters
     */
    advance(scene, milliseconds) {
      const isRegression = scene.task === 'regression';
      const isBlank = !scene.architecture || !scene.parameters;
      if (isBlank || isRegression) changes += clear(wrong);
      if (isBlank || !isRegression) changes += clear(residuals);
      if (isBlank) {
        judged = null;
        return true;
      }
      if (judged?.points !== scene.points) {
        const present = new Set(scene.points.map(({ id }) => id));
        for (const id of wrong) if (!present.has(id)) changes += Number(wrong.delete(id));
        for (const id of residuals.keys()) if (!present.has(id)) changes += Number(residuals.delete(id));
      }
      // New parameters wait until the last point is judged: where they change every frame, it never would be.
      const isOther = judged?.points !== scene.points || judged.architecture !== scene.architecture;
      if (!judged || isOther || (judged.parameters !== scene.parameters && next >= judged.points.length)) {
        judged = scene;
        next = 0;
      }
      const { points, architecture, parameters } = judged;
      const end = clock() + milliseconds;
      while (architecture && parameters && next < points.length) {
        for (const stop = Math.min(points.length, next + BATCH); next < stop; next += 1) {
          const { id, x1, x2, more, target } = points[next];
          const outputs = feedforward(architecture, parameters, x1, x2, more ?? NONE).activations[architecture.layers];
          if (isRegression) {
            const residual = (outputs?.[0] ?? NaN) - target;
            if (!Object.is(residuals.get(id), residual)) changes += 1;
            residuals.set(id, residual);
            continue;
          }
          const isWrong = outputs !== null && indexOfGreatest(byClass(architecture.output, outputs)) !== target;
          if (isWrong === wrong.has(id)) continue;
          changes += 1;
          if (isWrong) wrong.add(id);
          else wrong.delete(id);
        }
        if (clock() >= end) break;
      }
      return next >= points.length && parameters === scene.parameters;
    },
  };
}

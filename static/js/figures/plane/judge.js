/**
 * Finds which points the network classifies wrong, a few points a frame, so that many points never hold a
 * frame up.
 */

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

/**
 * @param {() => number} [clock] milliseconds
 */
export function createJudge(clock = () => performance.now()) {
  /** @type {Set<number>} */
  const wrong = new Set();
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

    /**
     * Goes on judging for at most the given time.
     * @param {PlaneScene} scene
     * @param {number} milliseconds
     * @returns {boolean} whether every point has been judged by these parameters
     */
    advance(scene, milliseconds) {
      if (!scene.architecture || !scene.parameters || scene.task === 'regression') {
        changes += wrong.size;
        wrong.clear();
        judged = null;
        return true;
      }
      if (judged?.points !== scene.points) {
        const present = new Set(scene.points.map(({ id }) => id));
        for (const id of wrong) if (!present.has(id)) changes += Number(wrong.delete(id));
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
          const { id, x1, x2, target } = points[next];
          const outputs = feedforward(architecture, parameters, x1, x2).activations[architecture.layers];
          const isWrong = outputs !== null && indexOfGreatest(outputs) !== target;
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

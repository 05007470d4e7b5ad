/**
 * Finds which points the network classifies wrong, a few points a frame, so that many points never hold a
 * frame up.
 */

import { feedforward } from '../../network/forward.js';

/** @typedef {import('./plane.js').PlaneScene} PlaneScene */

/** Points between two looks at the clock. */
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
  /** @type {PlaneScene['points'] | null} */
  let points = null;
  /** @type {PlaneScene['parameters'] | null} */
  let parameters = null;
  let next = 0;

  return {
    /** Ids of the points found wrong so far; those not judged yet keep their last verdict. */
    get wrong() {
      return /** @type {ReadonlySet<number>} */ (wrong);
    },

    /**
     * Judges on for at most the given time.
     * @param {PlaneScene} scene
     * @param {number} milliseconds
     * @returns {boolean} whether every point has been judged by these parameters
     */
    advance(scene, milliseconds) {
      const { architecture } = scene;
      if (!architecture || !scene.parameters || scene.task === 'regression') {
        wrong.clear();
        points = parameters = null;
        return true;
      }
      if (points !== scene.points) {
        const present = new Set(scene.points.map(({ id }) => id));
        for (const id of wrong) if (!present.has(id)) wrong.delete(id);
      }
      const isNew = points !== scene.points || parameters !== scene.parameters;
      if (isNew && (next >= (points?.length ?? 0) || points !== scene.points)) {
        ({ points, parameters } = scene);
        next = 0;
      }
      const end = clock() + milliseconds;
      while (points && parameters && next < points.length) {
        for (const stop = Math.min(points.length, next + BATCH); next < stop; next += 1) {
          const { id, x1, x2, target } = points[next];
          const outputs = feedforward(architecture, parameters, x1, x2).activations[architecture.layers];
          if (outputs && indexOfGreatest(outputs) !== target) wrong.add(id);
          else wrong.delete(id);
        }
        if (clock() >= end) break;
      }
      return next >= scene.points.length && parameters === scene.parameters;
    },
  };
}

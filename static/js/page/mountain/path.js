/**
 * The way that training took: the parameters of the run so far with their costs, thinned as it grows.
 */

/** Stops that are kept; when there are more, every second one goes. */
const MOST = 256;

/**
 * @typedef {object} Stop
 * @property {number} step
 * @property {number} cost over the training points, as the server told it
 * @property {ArrayLike<number>} parameters θ, not changed afterwards
 */

export function createPath() {
  /** @type {Stop[]} */
  let stops = [];
  let spacing = 1;

  return {
    /**
     * Takes a step's parameters. Going back to an earlier step drops what came after it; the same step again replaces it;
     * another number of parameters begins anew.
     * @param {number} step
     * @param {ArrayLike<number>} parameters
     * @param {number} cost
     */
    add(step, parameters, cost) {
      if (stops.length > 0 && stops[0].parameters.length !== parameters.length) {
        stops = [];
        spacing = 1;
      }
      const kept = stops.filter((stop) => stop.step < step);
      const before = kept.at(-2);
      // The newest always stands at the end; the one before it stays only if it is far enough from its neighbour.
      if (kept.length === stops.length && before && kept[kept.length - 1].step - before.step < spacing) kept.pop();
      kept.push({ step, cost, parameters });
      if (kept.length > MOST) {
        spacing *= 2;
        stops = kept.filter((_, at) => at % 2 === 0 || at === kept.length - 1);
      } else {
        stops = kept;
      }
    },
    /** Another run. */
    clear() {
      stops = [];
      spacing = 1;
    },
    /** Oldest first; another list whenever something changed. @returns {readonly Stop[]} */
    get stops() {
      return stops;
    },
  };
}

/** @typedef {ReturnType<typeof createPath>} Path */

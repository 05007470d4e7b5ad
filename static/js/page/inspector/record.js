/**
 * The parameters of the run so far, thinned as it grows: what a parameter's history is drawn from.
 */

/** Steps that are kept; when there are more, every second one goes. */
const MOST = 256;

export function createRecord() {
  /** @type {Array<{step: number, parameters: ArrayLike<number>}>} */
  let entries = [];
  let spacing = 1;

  const thin = () => {
    spacing *= 2;
    entries = entries.filter((_, index) => index % 2 === 0);
  };

  return {
    /**
     * Takes a step's parameters. Going back to an earlier step drops what came after it; the same step again replaces it;
     * another number of parameters begins anew.
     * @param {number} step
     * @param {ArrayLike<number>} parameters not changed afterwards
     */
    add(step, parameters) {
      if (entries.length > 0 && entries[0].parameters.length !== parameters.length) {
        entries = [];
        spacing = 1;
      }
      while (entries.length > 0 && entries[entries.length - 1].step >= step) entries.pop();
      const before = entries.at(-2);
      // The newest always stands at the end; the one before it stays only if it is far enough from its neighbour.
      if (before && entries[entries.length - 1].step - before.step < spacing) entries.pop();
      entries.push({ step, parameters });
      if (entries.length > MOST) thin();
    },

    /**
     * One parameter's values.
     * @param {number} index in θ
     * @returns {Array<{step: number, value: number}>}
     */
    of(index) {
      return entries.map(({ step, parameters }) => ({ step, value: parameters[index] }));
    },
  };
}

/** @typedef {ReturnType<typeof createRecord>} Record */

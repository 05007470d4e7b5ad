/** @file What the reader looks at, shared by the text and all figures: a point, an element, and what is lit. */

/** @typedef {import('../types.js').Point} Point */
/** @typedef {{layer: number, neuron: number, source: number}} Chosen   a weight, which stands for w, b, z, a and δ alike */

/**
 * @typedef {Object} ReaderState
 * @property {Point} point                 the point that is followed
 * @property {Chosen} chosen               what the symbols with i, j and k stand for at present
 * @property {ReadonlySet<string>} lit     keys of elements under a wash, in text and figures
 */

/** @typedef {ReturnType<typeof createReader>} Reader */

/** @param {ReaderState} initial */
export function createReader(initial) {
  let state = initial;
  /** @type {Set<(state: ReaderState) => void>} */
  const listeners = new Set();
  return {
    get state() {
      return state;
    },
    /** @param {Partial<ReaderState>} changes */
    set(changes) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener(state);
    },
    /** Calls the listener now and after every change. @param {(state: ReaderState) => void} listener */
    follow(listener) {
      listeners.add(listener);
      listener(state);
    },
  };
}

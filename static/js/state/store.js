/** @file Holds the state, changes it only by the reducer, and says when it has changed. */

import { initialState, reduce } from './reducer.js';

/** @typedef {import('../types.js').Action} Action */
/** @typedef {import('../types.js').State} State */

/**
 * @typedef {Object} Store
 * @property {() => State} getState
 * @property {(action: Action) => void} dispatch
 * @property {(listener: () => void) => () => void} subscribe   called after each change; returns a function that ends it
 */

/** @returns {Store} */
export function createStore() {
  let state = initialState();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    getState: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

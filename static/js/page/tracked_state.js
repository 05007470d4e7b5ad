/**
 * The store's state as views read it: each of its fields is tracked, and at any time they are all of one moment.
 */
import { assign, tracked } from '../ui/tracked.js';

/** @typedef {import('../types.js').State} State */

/** @param {Pick<import('../state/store.js').Store, 'getState' | 'subscribe'>} store @returns {Readonly<State>} */
export function trackState({ getState, subscribe }) {
  const state = tracked(getState());
  subscribe(() => assign(state, getState()));
  return state;
}

/** @file A walk down the mountain: where it starts, by which method, how fast and how far; figures that share one follow it. */

import { METHODS, descend } from './descent.js';

/** @typedef {import('./descent.js').Method} Method */
/** @typedef {import('./surface.js').Pair} Pair */

/**
 * @typedef {Object} DrawnPath
 * @property {readonly import('./descent.js').Stop[]} stops
 * @property {string} label    at its end; empty where it is the only one
 * @property {number[]} dash   tells methods apart
 * @property {boolean} out     whether its last stop lies off the map
 */

/**
 * @typedef {Object} WalkState
 * @property {Pair} start
 * @property {Record<Method, number>} rates   each method has its own: what suits one may be useless for another
 * @property {Method | 'all'} shown
 * @property {number} steps
 */

/** @typedef {ReturnType<typeof createWalk>} Walk */

/**
 * @param {import('./surface.js').Surface} surface
 * @param {WalkState} initial
 * @param {number} most   steps
 */
export function createWalk(surface, initial, most) {
  let state = initial;
  /** @type {DrawnPath[]} */
  let paths = [];
  /** @type {Set<(walk: {state: WalkState, paths: readonly DrawnPath[]}) => void>} */
  const listeners = new Set();

  function compute() {
    const methods = METHODS.filter(({ name }) => state.shown === 'all' || name === state.shown);
    paths = methods.map(({ name, title, dash }) => {
      const stops = descend(surface, state.start, name, state.rates[name], state.steps);
      return { stops, label: methods.length > 1 ? title : '', dash, out: !surface.contains(stops[stops.length - 1].at) };
    });
  }
  compute();

  return {
    most,
    get state() {
      return state;
    },
    /** @param {Partial<WalkState>} changes */
    set(changes) {
      state = { ...state, ...changes };
      compute();
      for (const listener of listeners) listener({ state, paths });
    },
    /** Calls the listener now and after every change. @param {(walk: {state: WalkState, paths: readonly DrawnPath[]}) => void} listener */
    follow(listener) {
      listeners.add(listener);
      listener({ state, paths });
    },
  };
}

/** @type {WeakMap<import('../networks.js').Networks, Walk>} */
const shared = new WeakMap();

/**
 * The walk that the opening and Figure 6 share.
 * @param {import('../networks.js').Networks} networks @param {import('./surface.js').Surface} surface
 */
export function sharedWalk(networks, surface) {
  const walk = shared.get(networks) ?? newWalk(networks, surface, 'plain');
  shared.set(networks, walk);
  return walk;
}

/**
 * @param {import('../networks.js').Networks} networks @param {import('./surface.js').Surface} surface @param {'plain' | 'all'} shown
 */
export function newWalk({ mountain }, surface, shown) {
  const rates = /** @type {Record<Method, number>} */ (Object.fromEntries(METHODS.map(({ name }) => [name, mountain.rates[name][1]])));
  return createWalk(surface, { start: mountain.start, rates, shown, steps: mountain.rest[shown] }, mountain.steps);
}

/**
 * Narrow subscriptions: a part of the page hears only of the part of the state that it shows.
 */

/** @typedef {import('../types.js').State} State */
/** @typedef {<V>(select: (state: State) => V, listener: (value: V) => void) => () => void} Watch */

/** @param {any} a @param {any} b */
function same(a, b) {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

/**
 * `watch(select, listener)` calls the listener now and after each change of what is selected. A selection
 * that is a list has changed when one of its entries has.
 * @param {{getState: () => State, subscribe: (listener: () => void) => () => void}} store
 * @returns {Watch}
 */
export function createWatch({ getState, subscribe }) {
  return (select, listener) => {
    let shown = select(getState());
    listener(shown);
    return subscribe(() => {
      const value = select(getState());
      if (same(value, shown)) return;
      shown = value;
      listener(value);
    });
  };
}

/**
 * @file Objects whose fields tell who read them: an effect runs again, at once, when a field that it read has changed, so that
 * nobody keeps a list of what a view shows. The one module that knows the library behind it.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals-core';

export { batch, computed, effect, untracked };

/**
 * An object with these fields and no others. Reading one in an effect is all it takes to hear of its changes.
 * @template {object} T
 * @param {T} fields their first values
 * @returns {T}
 */
export function tracked(fields) {
  const object = /** @type {T} */ ({});
  for (const [name, first] of Object.entries(fields)) {
    const field = signal(first);
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => field.value,
      set(value) {
        field.value = value;
      },
    });
  }
  return Object.preventExtensions(object);
}

/**
 * Changes several fields as one: who reads more of them runs once.
 * @template {object} T
 * @param {T} object
 * @param {Partial<T>} changes
 */
export function assign(object, changes) {
  batch(() => Object.assign(object, changes));
}

/** Lists are the same where their entries are. @param {unknown} a @param {unknown} b */
function same(a, b) {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

/**
 * Does something each time that what is read has become another value; what it does is not tracked.
 * @template V
 * @param {() => V} read
 * @param {(value: V) => void} act
 * @returns {() => void} ends it
 */
export function onChange(read, act) {
  let known = untracked(read);
  return effect(() => {
    const value = read();
    if (same(value, known)) return;
    known = value;
    untracked(() => act(value));
  });
}

/**
 * The same, and at once.
 * @template V
 * @param {() => V} read
 * @param {(value: V) => void} act
 * @returns {() => void} ends it
 */
export function whenever(read, act) {
  untracked(() => act(read()));
  return onChange(read, act);
}

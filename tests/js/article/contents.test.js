import assert from 'node:assert/strict';
import test from 'node:test';

import { followScroll } from '../../../static/js/article/contents.js';

/** A contents list of these sections, and what the observer of its sections is told. @param {string[]} ids */
function contentsOf(...ids) {
  const links = ids.map((id) => {
    /** @type {Map<string, string>} */
    const attributes = new Map();
    return {
      hash: `#${id}`,
      getAttribute: (/** @type {string} */ name) => attributes.get(name) ?? null,
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => attributes.set(name, value),
      removeAttribute: (/** @type {string} */ name) => attributes.delete(name),
    };
  });
  /** @type {(entries: {isIntersecting: boolean, target: {id: string}}[]) => void} */
  let tell = () => {};
  Object.assign(globalThis, {
    document: { getElementById: (/** @type {string} */ id) => ({ id }) },
    IntersectionObserver: class {
      constructor(/** @type {typeof tell} */ callback) { tell = callback; }

      observe() {}
    },
  });
  followScroll(/** @type {any} */ ({ querySelectorAll: () => links }));
  return {
    see: (/** @type {Record<string, boolean>} */ seen) => tell(Object.entries(seen).map(([id, isIntersecting]) => ({ isIntersecting, target: { id } }))),
    marked: () => links.filter((link) => link.getAttribute('aria-current')).map(({ hash }) => hash.slice(1)),
  };
}

test('of two sections that came to the reading line at once, the later one is read', () => {
  const contents = contentsOf('cost', 'descent', 'derivatives');
  contents.see({ cost: true, descent: true });
  assert.deepEqual(contents.marked(), ['descent']);
  contents.see({ cost: false });
  assert.deepEqual(contents.marked(), ['descent']);
});

test('on the way up, the section before is read again', () => {
  const contents = contentsOf('cost', 'descent');
  contents.see({ descent: true });
  contents.see({ cost: true, descent: false });
  assert.deepEqual(contents.marked(), ['cost']);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { followScroll } from '../../../static/js/article/contents.js';

/** A contents list of these sections, and what the observer of its sections is told. */
function contentsOf(...ids) {
  const links = ids.map((id) => {
    const attributes = new Map();
    return {
      hash: `#${id}`,
      getAttribute: (name) => attributes.get(name) ?? null,
      setAttribute: (name, value) => attributes.set(name, value),
      removeAttribute: (name) => attributes.delete(name),
    };
  });
  let tell;
  globalThis.document = { getElementById: (id) => ({ id }) };
  globalThis.IntersectionObserver = class {
    constructor(callback) { tell = callback; }

    observe() {}
  };
  followScroll({ querySelectorAll: () => links });
  return {
    see: (seen) => tell(Object.entries(seen).map(([id, isIntersecting]) => ({ isIntersecting, target: { id } }))),
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

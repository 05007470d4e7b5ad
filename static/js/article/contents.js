/** @file The contents list follows the scroll: the section being read is marked. */

import { setAttribute } from '../ui/dom.js';

/** A section counts as read once it has passed this much of the window. */
const READING_LINE = '-20% 0px -75% 0px';

/** @param {HTMLElement} contents */
export function followScroll(contents) {
  const links = new Map([...contents.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
  /** Those on the line: two, where one ends and the next begins. @type {Set<string>} */
  const read = new Set();
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) read.add(target.id);
      else read.delete(target.id);
    }
    const last = [...links.keys()].findLast((id) => read.has(id));
    if (!last) return;
    for (const [id, link] of links) setAttribute(link, 'aria-current', id === last ? 'true' : null);
  }, { rootMargin: READING_LINE });
  for (const id of links.keys()) sight.observe(/** @type {HTMLElement} */ (document.getElementById(id)));
}

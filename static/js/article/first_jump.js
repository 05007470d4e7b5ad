/**
 * Marks a page in which an address or a link names a place: everything above that has to have its true height by then, so
 * nothing is left out of the layout any more (css/article.css). A classic script, because the address is followed while the
 * page is still coming. A selector could ask for `:target` instead, but then each change of style would search all of the page.
 *
 * What is laid out then asks for its faces, and where they come after the jump, everything above the place changes its
 * height. WebKit has no scroll anchoring (and tells of no faces by events), so the place is gone to again,
 * as long as its reader has done nothing else.
 */
(() => {
  const root = document.documentElement;
  const link = (/** @type {Event} */ { target }) =>
    target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest('a[href^="#"]')) : null;
  const mark = () => root.setAttribute('data-jumped', '');
  /** The hash of the place that its reader has been brought to and has not left. */
  let brought = '';
  const land = () => {
    if (brought === location.hash) document.getElementById(decodeURIComponent(brought.slice(1)))?.scrollIntoView();
  };

  // Faces are asked for by the next picture.
  const stay = () => requestAnimationFrame(() => setTimeout(() => document.fonts.ready.then(land)));

  if (location.hash.length > 1) {
    mark();
    // Who comes back is where they were, which need not be that place.
    const [visit] = performance.getEntriesByType('navigation');
    if (visit instanceof PerformanceNavigationTiming && visit.type === 'navigate') brought = location.hash;
  }
  // Before it is followed.
  addEventListener('click', (event) => {
    if (link(event)) mark();
  }, true);
  // Once nothing else has come of it, such as a symbol's entry beside it.
  addEventListener('click', (event) => {
    if (!event.defaultPrevented) brought = link(event)?.hash ?? '';
  });
  // By now it has been followed; one that was typed, before all had its height.
  addEventListener('hashchange', () => {
    if (!root.hasAttribute('data-jumped')) {
      mark();
      brought = location.hash;
      land();
    }
    stay();
  });
  addEventListener('load', stay);
  for (const own of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(own, () => { brought = ''; }, { capture: true, passive: true });
  }
})();

/**
 * Marks a page in which an address or a link names a place: everything above that has to have its true height by then, so
 * nothing is left out of the layout any more (css/article.css). A classic script, because the address is followed while the
 * page is still coming. A selector could ask for `:target` instead, but then each change of style would search all of the page.
 */
(() => {
  const root = document.documentElement;
  const mark = () => root.setAttribute('data-jumped', '');
  if (location.hash.length > 1) mark();
  // Before it is followed.
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]')) mark();
  }, true);
  // One that was typed has been followed by now.
  addEventListener('hashchange', () => {
    if (root.hasAttribute('data-jumped')) return;
    mark();
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  });
})();

/**
 * Tells a page that stands still: the browser is too old for it, or a module did not load or failed while it started.
 * The words are in the page; css/standstill.css shows those that fit, and without this script too, a little later.
 * A classic script in the syntax of 2009: it has to run where nothing else of ours does.
 */
(function () {
  var root = document.documentElement;

  // The newest thing that the pages rely upon: Chrome 114, Firefox 125, Safari 17.
  if (!('popover' in HTMLElement.prototype)) root.setAttribute('data-standstill', 'old');

  // All modules have begun to run by now, or never will; started.js says how that ends.
  window.addEventListener('load', function () {
    var hasBegun = root.hasAttribute('data-starting') || root.hasAttribute('data-started');
    if (!hasBegun && !root.hasAttribute('data-standstill')) root.setAttribute('data-standstill', 'failed');
  });
}());

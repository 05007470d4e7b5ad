/**
 * Sets the marks of a first visit and of folded settings before the page is painted, as `visit.js` does later: what these
 * show and hide would else move all that is below. A classic script, for the same reason as ui/first_theme.js.
 */
(() => {
  const root = document.documentElement;
  let isHandedOver = false;
  let beenHere = null;
  let settings = null;
  try {
    beenHere = localStorage.getItem('been-here');
    settings = localStorage.getItem('settings');
    isHandedOver = sessionStorage.getItem('checkpoint handed over') !== null;
  } catch {
    // storage is turned off: each visit is the first
  }
  root.toggleAttribute('data-newcomer', beenHere === null && !isHandedOver);
  root.toggleAttribute('data-folded', settings !== 'open' && !isHandedOver);
})();

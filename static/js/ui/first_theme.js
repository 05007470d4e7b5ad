/**
 * Sets the theme before the first paint. A classic script that blocks on purpose: a module would be too late.
 */
(() => {
  let kept = null;
  try {
    kept = localStorage.getItem('theme');
  } catch {
    // storage is turned off: follow the system
  }
  const dark = kept ? kept === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();

/** @file Formulas too wide for a narrow window, and long listings, scroll by themselves; the keyboard reaches those that do. */

const WIDE = '.equation .katex-display, .code pre, .scroll';

/** @param {HTMLElement} root */
export function letKeysScroll(root) {
  const sections = [...root.querySelectorAll('section')];

  /** @param {HTMLElement} section */
  function check(section) {
    // To measure what is not laid out yet would lay it out. Browsers that can't tell, such as Safari 17.0, lay out all at once.
    if (section.firstElementChild?.checkVisibility?.({ contentVisibilityAuto: true }) === false) return;
    const wide = [...section.querySelectorAll(WIDE)].map((element) =>
      /** @type {const} */ ([element, element.scrollWidth > element.clientWidth || (element.matches('pre') && element.scrollHeight > element.clientHeight)]));
    for (const [element, scrolls] of wide) {
      if (scrolls) element.setAttribute('tabindex', '0');
      else element.removeAttribute('tabindex');
    }
  }

  const checkAll = () => sections.forEach(check);
  for (const section of sections) section.addEventListener('contentvisibilityautostatechange', () => check(section));
  document.fonts.addEventListener('loadingdone', checkAll);
  window.addEventListener('resize', checkAll);
}

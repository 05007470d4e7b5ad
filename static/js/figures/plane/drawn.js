/**
 * Whether a picture is as it stays: as fine as it can be, every point judged. For those who take or compare pictures of the page.
 */

/** @param {HTMLElement} element gets the attribute `data-drawn` while it is */
export function markDrawn(element) {
  let isDrawn = false;
  return {
    /** @param {boolean} now */
    tell(now) {
      if (now === isDrawn) return;
      isDrawn = now;
      element.toggleAttribute('data-drawn', now);
    },
  };
}

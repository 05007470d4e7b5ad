/**
 * On a wall figures grow as a whole, strokes and numbers alike: the style sheet lays them out smaller and scales them up by --wall.
 */

/** How many of the page's pixels one pixel of a figure has. @param {Element} element */
export function growthOf(element) {
  return parseFloat(getComputedStyle(element).getPropertyValue('--wall')) || 1;
}

/**
 * A place of the page in a figure's own pixels.
 * @param {Element} element
 * @param {{clientX: number, clientY: number}} place
 */
export function placeIn(element, { clientX, clientY }) {
  const { left, top } = element.getBoundingClientRect();
  const growth = growthOf(element);
  return { x: (clientX - left) / growth, y: (clientY - top) / growth };
}

/**
 * A place of a figure in the page's pixels.
 * @param {Element} element
 * @param {{x: number, y: number}} place
 */
export function placeOnPage(element, { x, y }) {
  const { left, top } = element.getBoundingClientRect();
  const growth = growthOf(element);
  return { x: left + x * growth, y: top + y * growth };
}

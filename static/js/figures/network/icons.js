/**
 * The small icons of the headings, drawn as SVG so that they take on the colour of their button.
 */

const PATHS = {
  minus: 'M2 6h8',
  plus: 'M2 6h8M6 2v8',
  insert: 'M6 3.4v5.2M3.4 6h5.2M6 .7a5.3 5.3 0 1 1 0 10.6a5.3 5.3 0 1 1 0-10.6',
};

const SVG = 'http://www.w3.org/2000/svg';

/** @param {keyof typeof PATHS} name @returns {SVGSVGElement} */
export function createIcon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** @file SVG as text: elements with attributes, and nothing that could be more than a picture. */

const ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** As finely as anybody sees. @param {number} value */
export const rounded = (value) => String(Math.round(value * 100) / 100);

/**
 * @param {string} tag
 * @param {Record<string, string | number | undefined>} attributes
 * @param {...string} children
 */
export function element(tag, attributes, ...children) {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`).join('');
  return children.length === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${children.join('')}</${tag}>`;
}

/** @param {number} x @param {number} y @param {string} words @param {Record<string, string | number>} attributes */
export const text = (x, y, words, attributes) => element('text', { x, y, ...attributes }, escaped(words));

/**
 * A picture of this size on paper.
 * @param {{width: number, height: number, title: string, paper: string}} picture
 * @param {...string} children
 */
export const picture = ({ width, height, title, paper }, ...children) => element(
  'svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'Inter, system-ui, sans-serif' },
  element('title', {}, escaped(title)), element('rect', { width, height, fill: paper }), ...children);

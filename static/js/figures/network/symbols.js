/**
 * Mathematical symbols on a canvas, set as KaTeX sets them: a base with an index below and one above.
 */

import { families } from '../fonts.js';
import { parseKey } from '../../network/keys.js';

/**
 * @typedef {object} Part
 * @property {string} base
 * @property {boolean} [upright] roman instead of italic
 * @property {string} [below]
 * @property {string} [above]
 */

/** A symbol is one or more parts side by side. @typedef {Part[]} Symbol */

const INDEX = { size: 0.7, below: 0.26, above: -0.4, gap: 0.03 };
const SPACE_AFTER_WORD = 0.18;

/** @type {Record<import('../../types.js').FeatureName, Symbol>} */
const FEATURE_SYMBOLS = {
  'x1': [{ base: 'x', below: '1' }],
  'x2': [{ base: 'x', below: '2' }],
  'x1^2': [{ base: 'x', below: '1', above: '2' }],
  'x2^2': [{ base: 'x', below: '2', above: '2' }],
  'x1*x2': [{ base: 'x', below: '1' }, { base: 'x', below: '2' }],
  'sin x1': [{ base: 'sin', upright: true }, { base: 'x', below: '1' }],
  'sin x2': [{ base: 'sin', upright: true }, { base: 'x', below: '2' }],
  'x3': [{ base: 'x', below: '3' }],
  'x4': [{ base: 'x', below: '4' }],
  'x5': [{ base: 'x', below: '5' }],
  'x6': [{ base: 'x', below: '6' }],
  'x7': [{ base: 'x', below: '7' }],
};

/** @param {import('../../types.js').FeatureName} feature */
export const featureSymbol = (feature) => FEATURE_SYMBOLS[feature];

/**
 * The symbol of an element, counting from 1 as the article does.
 * @param {string} key
 * @param {import('../../network/architecture.js').Architecture} architecture
 * @returns {Symbol} empty for what has none
 */
export function symbolOf(key, { features, layers }) {
  const element = parseKey(key, layers);
  if (!element) return [];
  const { kind, layer, neuron, source } = element;
  switch (kind) {
    case 'weight':
      return [{ base: 'w', above: `${layer - 1},${layer}`, below: `${source + 1},${neuron + 1}` }];
    case 'bias': return [{ base: 'b', above: `${layer}`, below: `${neuron + 1}` }];
    case 'neuron':
      if (layer === 1) return featureSymbol(features[neuron]);
      return [{ base: 'a', above: `${layer}`, below: `${neuron + 1}` }];
    case 'cost': return [{ base: 'C' }];
    case 'target': return [{ base: 'y', below: `${neuron + 1}` }];
    default: return [];
  }
}

/** @param {boolean} upright @param {number} size */
function fontOf(upright, size) {
  const { math, roman } = families();
  return upright ? `${size}px ${roman}` : `italic ${size}px ${math}`;
}

/** Widths of pieces at a size of 1: symbols are few, and measuring them in every frame is not free. */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} context with the font of the piece set
 * @param {string} text
 * @param {boolean} upright
 * @param {number} size
 */
function pieceWidth(context, text, upright, size) {
  const key = `${upright}${text}`;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width / size);
  return /** @type {number} */ (widths.get(key)) * size;
}

/** Forgets what was measured before the faces arrived. */
export function forgetWidths() {
  widths.clear();
}

/**
 * Walks through the pieces of a symbol from left to right.
 * @param {CanvasRenderingContext2D} context
 * @param {Symbol} symbol
 * @param {number} size
 * @param {(text: string, dx: number, dy: number) => void} place called with the font of the piece set
 * @returns {number} width
 */
function walk(context, symbol, size, place) {
  let x = 0;
  for (const { base, upright = false, below = '', above = '' } of symbol) {
    context.font = fontOf(upright, size);
    place(base, x, 0);
    x += pieceWidth(context, base, upright, size) + (base.length > 1 ? SPACE_AFTER_WORD * size : 0);
    if (!below && !above) continue;
    const small = size * INDEX.size;
    context.font = fontOf(true, small);
    const at = x + INDEX.gap * size;
    if (below) place(below, at, INDEX.below * size);
    if (above) place(above, at, INDEX.above * size);
    x = at + Math.max(pieceWidth(context, below, true, small), pieceWidth(context, above, true, small));
  }
  return x;
}

/** @param {CanvasRenderingContext2D} context @param {Symbol} symbol @param {number} size @returns {number} */
export function symbolWidth(context, symbol, size) {
  context.save();
  const width = walk(context, symbol, size, () => {});
  context.restore();
  return width;
}

/**
 * Draws a symbol in the current fill style, with its baseline at y.
 * @param {CanvasRenderingContext2D} context
 * @param {Symbol} symbol
 * @param {number} x
 * @param {number} y
 * @param {number} size of its base, in CSS pixels
 * @param {object} [options]
 * @param {'left' | 'center' | 'right'} [options.align]
 * @param {string} [options.halo] colour of an edge that keeps it apart from what lies beneath
 */
export function drawSymbol(context, symbol, x, y, size, { align = 'left', halo } = {}) {
  context.save();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const width = align === 'left' ? 0 : symbolWidth(context, symbol, size);
  const left = x - (align === 'center' ? width / 2 : width);
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = 5;
    context.lineJoin = 'round';
    walk(context, symbol, size, (text, dx, dy) => context.strokeText(text, left + dx, y + dy));
  }
  walk(context, symbol, size, (text, dx, dy) => context.fillText(text, left + dx, y + dy));
  context.restore();
}

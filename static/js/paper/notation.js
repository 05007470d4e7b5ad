/** @file Every notation by its name, and the symbol of anything on the sheet in it. */
import { placeOf } from './keys.js';
import { chainrule, ownNotation } from './notations/chainrule.js';
import { mazur } from './notations/mazur.js';
import { nielsen } from './notations/nielsen.js';

/** @typedef {import('./notations/common.js').Notation} Notation */
/** @typedef {import('./setup.js').Setup} Setup */

/** @type {Record<string, Notation>} */
export const NOTATIONS = { chainrule, mazur, nielsen };

/** The name of the notation that learners make themselves. */
export const OWN = 'own';

/** @param {string} name @param {Parameters<typeof ownNotation>[0]} [letters] of the learner’s own */
export const notationOf = (name, letters = {}) => (name === OWN ? ownNotation(letters) : NOTATIONS[name] ?? chainrule);

const BACKWARD = new Set(['d', 'gw', 'gb', 'v', 'vb']);

/** Whether it is a derivative of the cost, or made of some. @param {string} key */
export const isBackward = (key) => BACKWARD.has(placeOf(key).kind);

/**
 * @param {Notation} notation
 * @param {Setup} setup
 * @param {string} key
 * @param {{isShort?: boolean, isInline?: boolean}} [options] isShort: as in a slot, which stands where it belongs; isInline:
 *   fractions on one line
 * @returns {string} in TeX
 */
export function symbolOf(notation, setup, key, { isShort = false, isInline = false } = {}) {
  const place = placeOf(key);
  // Of a batch, a slot stands among those of its point.
  const plain = plainSymbol(notation, isShort ? { ...setup, points: 1 } : setup, place, isShort, isInline);
  return place.isNew ? notation.updated(plain) : plain;
}

/** @param {Notation} notation @param {Setup} setup @param {import('./keys.js').Place} place @param {boolean} isShort @param {boolean} isInline @returns {string} */
function plainSymbol(notation, setup, place, isShort, isInline) {
  const parameter = () => notation[/w$/.test(place.kind) || place.kind === 'v' ? 'w' : 'b'](place, setup, isShort);
  switch (place.kind) {
    case 'rate': return notation.rate;
    case 'momentum': return '\\mu';
    case 'C': return place.point < 0 ? notation.cost : `${notation.cost}{\\scriptstyle(${place.point + 1})}`;
    case 'gw': case 'gb':
      if (isInline) return `\\partial ${notation.cost}/\\partial ${parameter()}`;
      return isShort ? `\\partial ${parameter()}` : `\\frac{\\partial ${notation.cost}}{\\partial ${parameter()}}`;
    case 'v': case 'vb': return `v(${parameter()})`;
    default: return notation[/** @type {'x' | 'y' | 'z' | 'a' | 'd' | 'w' | 'b'} */ (place.kind)](place, setup, isShort);
  }
}

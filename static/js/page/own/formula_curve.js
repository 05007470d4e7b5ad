/**
 * The curve of the formula that points were drawn by, on the plane: what the network is to find.
 */
import { parseCondition } from '../../data/formula.js';
import { edgeOf, edgePath } from '../../data/formula_edge.js';
import { EXTENT } from '../../figures/plane/geometry.js';
import { tableOf } from '../../state/selectors.js';
import { byId, makeSvg } from '../../ui/dom.js';
import { whenever } from '../../ui/tracked.js';

/** Where a formula turns; nowhere where it can't be read: it may have come in a file. @param {string} formula */
export function curveOf(formula) {
  try {
    return edgeOf(parseCondition(formula), EXTENT);
  } catch {
    return [];
  }
}

/** @param {import('../page.js').Page} page */
export function showCurve({ state }) {
  const line = makeSvg('path');
  const picture = makeSvg('svg', { class: 'formula-curve', viewBox: '-3 -3 6 6', 'aria-hidden': 'true' }, line);
  byId('plane').after(picture);
  whenever(() => tableOf(state)?.formula ?? null, (formula) => {
    const rounded = (/** @type {number} */ value) => value.toFixed(4);
    line.setAttribute('d', formula === null ? '' : edgePath(curveOf(formula), rounded, (y) => rounded(-y)));
  });
}

/**
 * A function as a small drawn curve, for those who know it by its shape.
 */
import { makeSvg } from '../../ui/dom.js';

const DRAWING = { width: 52, height: 30, reach: 3, samples: 40, unit: 9 };

/**
 * The curve over −3..3; what is too high for the box leaves it.
 * @param {(x: number) => number} shape
 * @returns {SVGElement}
 */
export function curve(shape) {
  const { width, height, reach, samples, unit } = DRAWING;
  const middle = height / 2;
  const places = Array.from({ length: samples + 1 }, (_, index) => {
    const value = shape(((2 * index) / samples - 1) * reach);
    return `${((index / samples) * width).toFixed(1)} ${(middle - unit * value).toFixed(1)}`;
  });
  return /** @type {SVGElement} */ (makeSvg(
    'svg', { class: 'drawing', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    makeSvg('path', { class: 'axis', d: `M0 ${middle}H${width}` }),
    makeSvg('path', { d: `M${places.join('L')}` }),
  ));
}

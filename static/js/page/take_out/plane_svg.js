/** @file The plane as a picture: the field, ticks, and points as the page draws them; wrong ones are ringed. */

import { slicedPlaces, strengthOf } from '../../network/slice.js';
import { NAME, axisNames } from '../../figures/plane/axis_names.js';
import { EXTENT, toPixelX, toPixelY } from '../../figures/plane/geometry.js';
import { wholeTicks } from '../../figures/plane/axes.js';
import { edgePath } from '../../data/formula_edge.js';
import { divergingColour } from '../../figures/diverging.js';
import { shapePath } from '../../ui/shapes.js';
import { element, picture, rounded, text } from './svg.js';

/** @typedef {import('../../types.js').Point} Point */

export const SIDE = 480;
const RADIUS = 4.4;
const RING = { beyond: 4.4, width: 1.3 };
const TICK = { length: 5, inset: 9, size: 11 };
/** About how wide a letter is, in its size: whatever shows the picture has its own. */
const LETTER = 0.56;
const LEAST_TARGET = 0.22;

/**
 * @param {object} shown
 * @param {readonly Point[]} shown.points
 * @param {ReadonlySet<number>} shown.wrong ids
 * @param {'classification' | 'regression'} shown.task
 * @param {string | null} shown.field address of its picture
 * @param {import('../../ui/colours.js').Colours} shown.colours
 * @param {import('../../ui/naming.js').Naming} [shown.naming] of the table that they were taken from
 * @param {import('../../network/architecture.js').Architecture | null} [shown.architecture] that holds further columns
 * @param {number} [shown.reach] how far from there points are half faded
 * @param {import('../../data/formula_edge.js').Segment[]} [shown.edge] where the formula turns that points were drawn by
 */
export function planeSvg({ points, wrong, task, field, colours, naming, architecture = null, reach, edge = [] }) {
  const places = architecture && architecture.held.length > 0 ? slicedPlaces(architecture) : [];
  const layout = { width: SIDE, height: SIDE, extent: EXTENT };
  const marks = naming?.ticks?.(EXTENT) ?? wholeTicks(EXTENT);
  const axes = naming?.ticks ? naming.axes : null;
  const written = { fill: colours.ink, 'font-size': TICK.size, opacity: 0.78 };
  return picture(
    { width: SIDE, height: SIDE, title: `Plane, ${points.length} point${points.length === 1 ? '' : 's'}`, paper: colours.paper },
    ...(field ? [element('image', { width: SIDE, height: SIDE, href: field })] : []),
    element('path', {
      stroke: colours.ink, opacity: 0.35,
      d: marks.x1.map(({ at }) => `M${rounded(toPixelX(layout, at))} ${SIDE}v${-TICK.length}`).join('')
        + marks.x2.map(({ at }) => `M0 ${rounded(toPixelY(layout, at))}h${TICK.length}`).join(''),
    }),
    ...marks.x1.map((mark) => text(toPixelX(layout, mark.at), SIDE - TICK.inset, mark.text, { ...written, 'text-anchor': 'middle' })),
    ...marks.x2.filter((mark) => mark.text).map((mark) => text(
      TICK.inset, toPixelY(layout, mark.at), mark.text, { ...written, 'dominant-baseline': 'middle' })),
    ...(axes ? [
      ...axisNames(layout, { axes, points, radius: RADIUS }, (name) => name.length * NAME.size * LETTER)
        .map((name) => text(name.x, name.y, name.text, { fill: colours.ink, 'font-size': NAME.size })),
    ] : []),
    ...(edge.length > 0 ? [element('path', { stroke: colours.ink, opacity: 0.7, d: edgePath(
      edge, (x) => rounded(toPixelX(layout, x)), (y) => rounded(toPixelY(layout, y))) })] : []),
    ...points.filter(({ x1, x2 }) => Math.abs(x1) <= EXTENT && Math.abs(x2) <= EXTENT)
      .map((point) => fainter(architecture && places.length > 0 ? strengthOf(point, architecture.held, places, reach) : 1, drawnPoint(point, Number(rounded(toPixelX(layout, point.x1))), Number(rounded(toPixelY(layout, point.x2))), wrong.has(point.id), task, colours))),
  );
}

/** What lies off the slice is drawn fainter. @param {number} strength @param {string} drawn */
const fainter = (strength, drawn) => (strength < 1 ? element('g', { opacity: rounded(strength) }, drawn) : drawn);

/** @param {Point} point @param {number} x @param {number} y @param {boolean} isWrong
 *  @param {'classification' | 'regression'} task @param {import('../../ui/colours.js').Colours} colours */
function drawnPoint({ target, test }, x, y, isWrong, task, colours) {
  const isClass = task === 'classification';
  const fill = isClass ? colours.classes[target].mark
    : divergingColour(Math.sign(target) * Math.max(LEAST_TARGET, Math.min(1, Math.abs(target))), colours);
  const edge = isClass ? colours.classes[target].text : target < 0 ? colours.negative : colours.positive;
  const d = shapePath(isClass ? target : 0, x, y, RADIUS);
  const ring = isWrong ? element('circle', {
    cx: x, cy: y, r: RADIUS + RING.beyond, fill: 'none', stroke: colours.ink, 'stroke-width': RING.width,
  }) : '';
  return element('path', { d, fill: 'none', stroke: colours.paper, 'stroke-width': test ? 4 : 3.2 })
    + element('path', { d, fill: test ? colours.paper : fill, stroke: edge, 'stroke-width': test ? 1.7 : 1 })
    + (!isClass && target < 0 ? element('path', { d: `M${x - 2.4} ${y}h4.8`, stroke: test ? edge : colours.paper, 'stroke-width': 1.8 }) : '')
    + ring;
}

/**
 * The thread that says which neuron's map lies on the plane: from its tile up the gutter before its column, along the lane under
 * the headings, to the plane's edge. It crosses wires only in the gutter.
 */
import { makeSvg } from '../../ui/dom.js';

/** From this width on the page has two columns; below it there is nothing to tie together. */
const WIDE = '(min-width: 900px)';
const CORNER = 12;
const DOT = 4;

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/**
 * The `d` of the thread, and where it ends on the plane.
 * @param {Box} plane
 * @param {Box} tile
 * @param {{gutter: number, lane: number} | null} way x of the gutter and y of the lane; null: straight from the tile's left
 * @returns {{path: string, end: {x: number, y: number}}}
 */
export function tileThread(plane, tile, way) {
  if (!way) {
    const y = (tile.top + tile.bottom) / 2;
    return { path: `M${tile.left} ${y}H${plane.right}`, end: { x: plane.right, y } };
  }
  const { gutter, lane } = way;
  const corner = Math.min(CORNER, gutter - plane.right, Math.max(0, (tile.top - lane) / 2));
  const path = `M${tile.left} ${tile.top + corner / 2}Q${gutter} ${tile.top} ${gutter} ${tile.top - corner / 2}V${lane + corner}`
    + `Q${gutter} ${lane} ${gutter - corner} ${lane}H${plane.right}`;
  return { path, end: { x: plane.right, y: lane } };
}

/** @param {HTMLElement} element positioned, around both figures */
export function mount(element) {
  const [halo, curve, dot] = [makeSvg('path', { class: 'halo' }), makeSvg('path', { class: 'curve' }), makeSvg('circle', { r: DOT })];
  const svg = makeSvg('svg', { class: 'thread of-tile', 'aria-hidden': 'true' }, halo, curve, dot);
  element.append(svg);
  const wide = matchMedia(WIDE);
  return {
    /** @param {{plane: Box, tile: Box, way: {gutter: number, lane: number} | null} | null} scene in the window's coordinates; null: none */
    update(scene) {
      svg.toggleAttribute('hidden', !scene || !wide.matches);
      if (!scene || !wide.matches) return;
      const { left, top } = element.getBoundingClientRect();
      const local = (/** @type {Box} */ box) =>
        ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top });
      const way = scene.way && { gutter: scene.way.gutter - left, lane: scene.way.lane - top };
      const { path, end } = tileThread(local(scene.plane), local(scene.tile), way);
      for (const line of [halo, curve]) line.setAttribute('d', path);
      dot.setAttribute('cx', String(end.x));
      dot.setAttribute('cy', String(end.y));
    },
    destroy: () => svg.remove(),
  };
}

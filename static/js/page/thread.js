/**
 * The thread that leads the chosen point off the plane and into the network.
 */
import { mount } from '../figures/thread.js';
import { byId } from '../ui/dom.js';

/** @typedef {{anchor: (place: {x1: number, x2: number}) => {x: number, y: number}}} Plane */
/** @typedef {{inputAnchors: () => Array<{x: number, y: number}>}} Network */

/** @param {import('./page.js').Page} page */
export function mountThread({ state, view, watch }) {
  const figure = mount(byId('main'));
  /** @type {{plane: Plane, network: Network} | null} */
  let ends = null;

  const draw = () => {
    if (!ends) return;
    const { chosen } = view.get();
    const point = state().points.find(({ id }) => id === chosen);
    figure.update(point ? { from: ends.plane.anchor(point), to: ends.network.inputAnchors() } : null);
  };
  let request = 0;
  /** A click changes points and choice at once; measuring in between would lay out the page for nothing. */
  const drawInNextFrame = () => {
    request ||= requestAnimationFrame(() => {
      request = 0;
      draw();
    });
  };
  view.subscribe(['chosen'], drawInNextFrame);
  watch((now) => now.points, drawInNextFrame);

  return {
    draw,
    /** @param {Plane} plane @param {Network} network */
    between(plane, network) {
      ends = { plane, network };
      draw();
    },
  };
}

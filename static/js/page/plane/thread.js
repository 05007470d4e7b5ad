/**
 * The thread that leads the chosen point off the plane and into the network.
 */
import { mount } from '../../figures/thread.js';
import { byId } from '../../ui/dom.js';
import { requestFrame } from '../../ui/frames.js';
import { onChange } from '../../ui/tracked.js';
import { afterwards } from '../afterwards.js';

/** @typedef {{anchor: (place: {x1: number, x2: number}) => {x: number, y: number}}} Plane */
/** @typedef {{inputAnchors: () => Array<{x: number, y: number}>}} Network */

/** @param {import('../page.js').Page} page */
export function createThread(page) {
  const { state, view } = page;
  const figure = mount(byId('main'));
  /** @type {Plane | null} */
  let start = null;
  /** @type {Network | null} */
  let end = null;
  /** The point that it leads from. @type {import('../../types.js').Point | undefined} */
  let from;
  let request = 0;

  const chosenPoint = () => {
    const { chosen } = view.plane;
    return state.points.find(({ id }) => id === chosen);
  };
  const draw = () => {
    if (!start || !end) return;
    from = chosenPoint();
    const strip = document.documentElement.dataset.strip === 'pass' ? byId('plane-frame').getBoundingClientRect().bottom : undefined;
    figure.update(from ? { from: start.anchor(from), to: end.inputAnchors(), above: strip } : null);
  };
  /** In the event, measuring would lay out a page that is about to change once more. */
  const drawInNextFrame = () => {
    request ||= requestFrame(() => {
      request = 0;
      draw();
    });
  };
  // In one column the plane stays where it is while the network scrolls.
  window.addEventListener('scroll', () => { if (document.documentElement.dataset.strip) drawInNextFrame(); }, { passive: true });
  onChange(() => view.plane.chosen, afterwards(page, drawInNextFrame));
  onChange(() => state.points, () => {
    const point = chosenPoint();
    if (point && from && point.id === from.id && point !== from) drawInNextFrame();
  });

  return {
    draw,
    /** @param {Plane} plane */
    leaveFrom(plane) {
      start = plane;
      draw();
    },
    /** @param {Network} network */
    leadTo(network) {
      end = network;
      draw();
    },
  };
}

/** @typedef {ReturnType<typeof createThread>} Thread */

/**
 * The thin curves that lead the chosen point from the plane into the network's inputs.
 */

const SVG = 'http://www.w3.org/2000/svg';
const RING = 14;
/** Lanes of the left margin, and how far from the point's middle a thread begins. */
const MARGIN = { first: 4, apart: 5, corner: 6, ring: 9 };
const BEND = { out: 0.5, in: 0.42 };
/** From this width on the page has two columns; below it there is nothing to tie together. */
const WIDE = '(min-width: 900px)';

/** @typedef {{x: number, y: number}} Spot in the page's coordinates */

/**
 * The `d` of one curve.
 * @param {Spot} from
 * @param {Spot} to
 */
export function threadPath(from, to) {
  const start = from.x + RING;
  const span = to.x - start;
  const handles = `${start + span * BEND.out} ${from.y} ${to.x - span * BEND.in} ${to.y}`;
  return `M${start} ${from.y}C${handles} ${to.x} ${to.y}`;
}

/**
 * The same where the plane lies in a strip above the network: out to the left margin, down it, and in.
 * @param {Spot} from
 * @param {Spot} to
 * @param {number} index of the thread: each has a lane of its own
 */
export function stripPath(from, to, index) {
  const { first, apart, corner } = MARGIN;
  const x = first + index * apart;
  const start = from.x - MARGIN.ring;
  return `M${start} ${from.y}H${x + corner}Q${x} ${from.y} ${x} ${from.y + corner}V${to.y - corner}Q${x} ${to.y} ${x + corner} ${to.y}H${to.x}`;
}

/**
 * @param {HTMLElement} element positioned, around both figures
 */
export function mount(element) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'thread');
  svg.setAttribute('aria-hidden', 'true');
  element.append(svg);
  const wide = matchMedia(WIDE);

  return {
    /** @param {{from: Spot, to: readonly Spot[], above?: number} | null} scene null for no thread; above: the foot of the strip
     *  that the point lies in, in one column */
    update(scene) {
      const curves = [];
      const { above } = scene ?? {};
      /** From the window's places to the drawing's; called only where there is a thread, as measuring lays the page out. */
      const intoDrawing = () => {
        const box = svg.getBoundingClientRect();
        return (/** @type {Spot} */ { x, y }) => ({ x: x - box.left, y: y - box.top });
      };
      if (scene && wide.matches) {
        const local = intoDrawing();
        for (const to of scene.to) curves.push(threadPath(local(scene.from), local(to)));
      } else if (scene && above !== undefined) {
        const local = intoDrawing();
        // What has gone under the strip has no thread.
        scene.to.forEach((to, index) => { if (to.y > above) curves.push(stripPath(local(scene.from), local(to), index)); });
      }
      while (svg.childElementCount > 2 * curves.length) svg.lastElementChild?.remove();
      while (svg.childElementCount < 2 * curves.length) svg.append(document.createElementNS(SVG, 'path'));
      // Halos first, so that no halo cuts a curve.
      [...curves, ...curves].forEach((curve, index) => {
        svg.children[index].setAttribute('class', index < curves.length ? 'halo' : 'curve');
        svg.children[index].setAttribute('d', curve);
      });
    },
    destroy() {
      svg.remove();
    },
  };
}

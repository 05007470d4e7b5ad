/**
 * The thin curves that lead the chosen point from the plane into the network's inputs.
 */

const SVG = 'http://www.w3.org/2000/svg';
const RING = 14;
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
 * @param {HTMLElement} element positioned, around both figures
 */
export function mount(element) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'thread');
  svg.setAttribute('aria-hidden', 'true');
  element.append(svg);
  const wide = matchMedia(WIDE);

  return {
    /** @param {{from: Spot, to: readonly Spot[]} | null} scene null for no thread */
    update(scene) {
      const curves = [];
      if (scene && wide.matches) {
        // Only then: measuring lays the page out.
        const box = element.getBoundingClientRect();
        const local = (/** @type {Spot} */ { x, y }) => ({ x: x - box.left, y: y - box.top });
        for (const to of scene.to) curves.push(threadPath(local(scene.from), local(to)));
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

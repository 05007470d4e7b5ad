/**
 * Draws who pushed a parameter, and lights the point of the bar that is pointed at.
 */
import { make, makeSvg, setAttribute, setText } from '../../ui/dom.js';
import { shapePath } from '../../ui/shapes.js';
import { pushWords, usualWords } from './push_words.js';
import { lengthsOf, pushesOf } from './pushes.js';

/** @typedef {import('./pushes.js').Push} Push */

const HEIGHT = 92;
const MIDDLE = 38;
const REACH = 34;
const FOOT = 84;
const GLYPH = 3;
const BAR = { most: 14, share: 0.72, least: 1.2 };

/**
 * @param {object} options
 * @param {(id: number | null) => void} options.onPoint a bar is pointed at
 */
export function createPushBars({ onPoint }) {
  const title = make('h3', {}, 'Who pushes it, in this batch');
  const drawing = makeSvg('svg', { class: 'push-bars', role: 'list', 'aria-label': 'Pushes of the points of this batch' });
  const words = make('p');
  const element = make('section', { class: 'push' }, title, drawing, words);
  let usual = '';

  const say = (/** @type {string} */ text) => setText(words, text);

  /** @param {Push} push @param {number} x @param {number} width @param {number} length @param {boolean} byClass @param {boolean} mine
   *  @param {import('../../ui/naming.js').Naming} naming */
  function bar(push, x, width, length, byClass, mine, naming) {
    const height = Math.max(BAR.least, Math.abs(length) * REACH);
    const top = length > 0 ? MIDDLE - height : MIDDLE;
    const kind = byClass ? `class-${push.target}` : push.target < 0 ? 'minus' : 'plus';
    const group = makeSvg(
      'g', { class: `bar ${kind}${mine ? ' mine' : ''}`, role: 'listitem', 'aria-label': pushWords(push, byClass, naming).text },
      makeSvg('rect', { class: 'hit', x: x - width * 0.2, y: 0, width: width * 1.4, height: HEIGHT }),
      makeSvg('rect', { class: 'fill', x, y: top, width, height, rx: 1 }),
      makeSvg('path', { class: 'fill', d: shapePath(byClass ? push.target : 0, x + width / 2, FOOT, Math.min(GLYPH, width / 2)) }),
      ...(mine ? [makeSvg('rect', { class: 'frame', x: x - 2, y: top - 2, width: width + 4, height: height + 4, rx: 2 })] : []),
    );
    group.addEventListener('pointerenter', () => {
      onPoint(push.id);
      say(pushWords(push, byClass, naming).text);
    });
    group.addEventListener('pointerleave', () => {
      onPoint(null);
      say(usual);
    });
    return group;
  }

  return {
    element,
    /**
     * @param {object} scene
     * @param {ReadonlyArray<{id: number, derivative: number}> | null} scene.contributions null for a test point
     * @param {ReadonlyArray<{id: number, target: number}>} scene.points
     * @param {number} scene.point whose pass is looked through
     * @param {boolean} scene.byClass
     * @param {import('../../ui/naming.js').Naming} scene.naming
     */
    update({ contributions, points, point, byClass, naming }) {
      setAttribute(drawing, 'visibility', contributions ? null : 'hidden');
      if (!contributions) {
        say('This pass is a test point’s. Test points push nothing: training never sees them.');
        return;
      }
      const { bars, others } = pushesOf(contributions, points);
      const { lengths, rooted } = lengthsOf(bars);
      const width = drawing.clientWidth || 320;
      const pitch = width / Math.max(bars.length, 12);
      const thick = Math.min(BAR.most, pitch * BAR.share);
      drawing.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      drawing.replaceChildren(
        makeSvg('path', { class: 'axis', d: `M0 ${MIDDLE}H${width}` }),
        ...bars.map((push, index) => bar(
          push, index * pitch + (pitch - thick) / 2, thick, lengths[index], byClass, push.id === point, naming)),
      );
      usual = usualWords(bars, rooted, others).text;
      say(usual);
    },
  };
}

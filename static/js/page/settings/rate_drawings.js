/**
 * How the learning rate goes, drawn: small beside each schedule's name, and large with its numbers and the present moment.
 */
import { rateAt, rateShare } from '../../network/schedules.js';
import { formatCount } from '../../ui/format.js';
import { make, makeSvg, setAttribute, setText } from '../../ui/dom.js';
import { typedNumber } from '../../ui/parse.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../network/schedules.js').Course} Course */

const SMALL = { width: 52, height: 30, top: 4, bottom: 26, samples: 52 };
const LARGE = { width: 360, height: 128, left: 40, right: 348, top: 20, bottom: 104, samples: 308 };
/** Room for a digit of the axis. */
const DIGIT = 7;
/** Steps that a rate which stays is shown for. */
const SHORTEST = 100;
/** How many falls are shown of each schedule. @type {Record<Experiment['schedule'], number>} */
const FALLS = { constant: 0, steps: 5, exponential: 5, cosine: 1.2, restarts: 3 };

/**
 * A line through the shares from step 0 to `last`, full height at a share of 1.
 * @param {Course} course
 * @param {number} last
 * @param {{left: number, right: number, top: number, bottom: number, samples: number}} frame
 */
function linePath(course, last, { left, right, top, bottom, samples }) {
  const places = Array.from({ length: samples + 1 }, (_, index) => {
    const share = rateShare(course, Math.round((index / samples) * last));
    return `${(left + ((right - left) * index) / samples).toFixed(1)} ${(bottom - (bottom - top) * share).toFixed(1)}`;
  });
  return `M${places.join('L')}`;
}

/** A schedule's shape, for those who know it by that. @param {Experiment['schedule']} schedule @returns {SVGElement} */
export function rateDrawing(schedule) {
  const { width, height, bottom } = SMALL;
  const course = { schedule, warm_up: 0, schedule_steps: 1000, schedule_factor: 0.55, least_share: 0.05 };
  return /** @type {SVGElement} */ (makeSvg(
    'svg', { class: 'drawing', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    makeSvg('path', { class: 'axis', d: `M0 ${bottom}H${width}` }),
    makeSvg('path', { d: linePath(course, 1000 * (FALLS[schedule] || 1), { ...SMALL, left: 1, right: width - 1 }) }),
  ));
}

/** The last step that is shown: all of the falls, and the present one. @param {Course} course @param {number} step */
function lastStep({ schedule, warm_up: warmUp, schedule_steps: length }, step) {
  const shown = Math.max(SHORTEST, warmUp * 2, warmUp + FALLS[schedule] * length);
  return step <= shown ? shown : step * 1.1;
}

/** What is marked on the way there: the step at which the first fall ends, where there is one; else the middle. @param {Course} course @param {number} last */
function markedStep({ schedule, warm_up: warmUp, schedule_steps: length }, last) {
  return FALLS[schedule] > 0 ? warmUp + length : last / 2;
}

/**
 * The rate over the steps, with where training stands.
 * @returns {import('../../ui/choices.js').Control}
 */
export function rateChart() {
  const { width, height, left, right, top, bottom } = LARGE;
  const line = makeSvg('path', { class: 'line' });
  const tick = makeSvg('path', { class: 'axis' });
  const stem = makeSvg('path', { class: 'stem' });
  const dot = makeSvg('circle', { r: '3.5' });
  const texts = {
    most: makeSvg('text', { x: `${left - 6}`, y: `${top + 4}`, class: 'end' }), now: makeSvg('text', { class: 'now' }),
    middle: makeSvg('text', { class: 'mid' }), last: makeSvg('text', { class: 'end' }),
  };
  const svg = makeSvg(
    'svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' },
    makeSvg('path', { class: 'axis', d: `M${left} ${top}H${right}M${left} ${bottom}H${right}` }), tick, line, stem, dot,
    makeSvg('text', { x: `${left - 6}`, y: `${bottom + 4}`, class: 'end' }, new Text('0')),
    makeSvg('text', { x: `${left}`, y: `${bottom + 18}`, class: 'mid' }, new Text('0')),
    ...Object.values(texts),
  );
  const element = make('div', { class: 'rate-chart' }, svg);
  let step = 0;
  /** @type {Experiment | null} */
  let shown = null;

  const draw = () => {
    if (!shown) return;
    const last = lastStep(shown, step);
    const across = (/** @type {number} */ at) => left + ((right - left) * at) / last;
    const up = bottom - (bottom - top) * rateShare(shown, step);
    setAttribute(line, 'd', linePath(shown, last, LARGE));
    setAttribute(stem, 'd', `M${across(step).toFixed(1)} ${bottom}V${up.toFixed(1)}`);
    setAttribute(dot, 'cx', across(step).toFixed(1));
    setAttribute(dot, 'cy', up.toFixed(1));
    setText(texts.most, typedNumber(shown.learning_rate));
    const words = `now ${typedNumber(Number(rateAt(shown, step).toPrecision(3)))}`;
    setText(texts.now, words);
    const isLate = across(step) > (left + right) / 2;
    setAttribute(texts.now, 'x', (across(step) + (isLate ? -8 : 8)).toFixed(1));
    setAttribute(texts.now, 'y', Math.max(top - 6, up - 8).toFixed(1));
    setAttribute(texts.now, 'class', isLate ? 'now end' : 'now');
    const marked = markedStep(shown, last);
    setAttribute(tick, 'd', `M${across(marked).toFixed(1)} ${bottom}v4`);
    const room = across(marked) + (DIGIT / 2) * formatCount(marked).length + DIGIT * (1 + formatCount(last).length);
    setAttribute(texts.last, 'visibility', room > right ? 'hidden' : null);
    setAttribute(texts.middle, 'visibility', across(marked) < left + DIGIT * (1 + formatCount(marked).length / 2) ? 'hidden' : null);
    for (const [text, at] of /** @type {[Element, number][]} */ ([[texts.middle, marked], [texts.last, last]])) {
      setText(text, formatCount(at));
      setAttribute(text, 'x', across(at).toFixed(1));
      setAttribute(text, 'y', `${bottom + 18}`);
    }
    setAttribute(svg, 'aria-label', `The rate over ${formatCount(last)} steps: ${words}, at step ${formatCount(step)}.`);
  };
  return {
    element,
    show(/** @type {Experiment} */ experiment) {
      shown = experiment;
      draw();
    },
    tick(now) {
      if (now === step) return;
      step = now;
      draw();
    },
  };
}

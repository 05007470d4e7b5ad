/**
 * The curve's axis as a slider: its handle stands at the moment that is looked at, what lies after it is pale.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';

/** @typedef {import('./scene.js').ChartPlace} ChartPlace */

/**
 * @typedef {object} AxisScene
 * @property {ChartPlace | null} place
 * @property {number} step   of the handle
 * @property {number} least
 * @property {number} newest
 * @property {boolean} past  a moment before the newest is looked at
 * @property {boolean} waits its numbers are on their way
 * @property {number | null} cost where the ring stands
 * @property {string} text   what the handle says
 */

/**
 * @typedef {object} AxisHandlers
 * @property {(step: number, phase: 'start' | 'move' | 'end') => void} onDrag
 * @property {(key: string, far: boolean) => boolean} onKey whether the key means something
 * @property {(ways: number) => void} onWheel
 */

const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', '[', ']', 'F2', 'Delete', 'Escape']);
/** Pixels of a wheel that are one step of the handle. */
const NOTCH = 40;
/** Pixels that a finger moves before it is told whether it scrubs. */
const SLACK = 6;

/**
 * @param {HTMLElement} chart
 * @param {AxisHandlers} handlers
 */
export function mountMomentAxis(chart, { onDrag, onKey, onWheel }) {
  const number = make('b', { 'aria-hidden': 'true' });
  const thumb = make('div', { class: 'thumb', role: 'slider', tabindex: '0', 'aria-label': 'Moment', 'aria-orientation': 'horizontal' });
  const [later, track, done, rule, ring] = ['later', 'track', 'done', 'rule', 'ring'].map((name) => make('i', { class: name, 'aria-hidden': 'true' }));
  const element = make('div', { class: 'moment', hidden: true }, later, track, done, rule, ring, thumb, number);
  chart.append(element);
  /** @type {AxisScene | null} */
  let scene = null;
  /** @type {{id: number, x: number, moving: boolean} | null} */
  let held = null;
  let wheel = 0;

  /** @param {ChartPlace} place @param {number} step */
  const across = ({ left, right, first, last }, step) => left + ((right - left) * (step - first)) / Math.max(1, last - first);

  /** @param {number} clientX */
  function stepAt(clientX) {
    const place = /** @type {ChartPlace} */ (scene?.place);
    const box = chart.getBoundingClientRect();
    // On a wall all is larger than it is laid out.
    const x = ((clientX - box.left) * chart.offsetWidth) / box.width;
    const share = Math.max(0, Math.min(1, (x - place.left) / Math.max(1, place.right - place.left)));
    return Math.round(place.first + share * (place.last - place.first));
  }

  /** @param {PointerEvent} event */
  function down(event) {
    if (!scene?.place || event.button !== 0 || !event.isPrimary) return;
    held = { id: event.pointerId, x: event.clientX, moving: event.pointerType === 'mouse' };
    chart.setPointerCapture(event.pointerId);
    if (held.moving) onDrag(stepAt(event.clientX), 'start');
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!held || event.pointerId !== held.id || !scene?.place) return;
    if (!held.moving && Math.abs(event.clientX - held.x) < SLACK) return;
    onDrag(stepAt(event.clientX), held.moving ? 'move' : 'start');
    held.moving = true;
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!held || event.pointerId !== held.id) return;
    const { moving } = held;
    held = null;
    if (!scene?.place || event.type === 'pointercancel') return;
    if (!moving) onDrag(stepAt(event.clientX), 'start');
    onDrag(stepAt(event.clientX), 'end');
    thumb.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS.has(event.key) || !onKey(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {WheelEvent} event */
  function turn(event) {
    if (!scene?.place || event.ctrlKey) return;
    event.preventDefault();
    wheel += Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
    const ways = Math.trunc(wheel / NOTCH);
    wheel -= ways * NOTCH;
    if (ways !== 0) onWheel(ways);
  }

  chart.addEventListener('pointerdown', down);
  chart.addEventListener('pointermove', move);
  for (const end of ['pointerup', 'pointercancel']) chart.addEventListener(end, /** @type {EventListener} */ (up));
  thumb.addEventListener('keydown', key);
  chart.addEventListener('wheel', turn, { passive: false });

  return {
    /** @param {AxisScene} next */
    update(next) {
      scene = next;
      const { place, step, least, newest, past, waits, cost, text } = next;
      element.hidden = place === null;
      if (!place) return;
      const x = across(place, Math.max(place.first, Math.min(place.last, step)));
      const end = across(place, Math.min(place.last, newest));
      element.classList.toggle('past', past);
      element.classList.toggle('waits', waits);
      const { left, right, top, bottom } = place;
      Object.assign(track.style, { left: `${left}px`, width: `${right - left}px`, top: `${bottom}px` });
      Object.assign(done.style, { left: `${left}px`, width: `${x - left}px`, top: `${bottom}px` });
      // By its edges: to ask how wide the chart is would have all of it laid out anew at each step of a hand.
      Object.assign(later.style, { left: `${x}px`, right: `${right - Math.max(x, end)}px`, top: '0', height: `${bottom - 1}px` });
      Object.assign(rule.style, { left: `${x}px`, top: `${top}px`, height: `${bottom - top}px` });
      ring.hidden = cost === null;
      if (cost !== null) Object.assign(ring.style, { left: `${x}px`, top: `${Math.max(top, Math.min(bottom, place.down(cost)))}px` });
      Object.assign(thumb.style, { left: `${x}px`, top: `${bottom}px` });
      Object.assign(number.style, { left: `${x}px`, top: `${bottom}px` });
      setText(number, formatCount(step));
      setAttribute(thumb, 'aria-valuemin', String(least));
      setAttribute(thumb, 'aria-valuemax', String(newest));
      setAttribute(thumb, 'aria-valuenow', String(step));
      setAttribute(thumb, 'aria-valuetext', text);
    },
  };
}

/** @typedef {ReturnType<typeof mountMomentAxis>} MomentAxis */

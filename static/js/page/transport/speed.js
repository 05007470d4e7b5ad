/**
 * The speed slider: updates per second on a logarithmic scale, and at its end as fast as it goes.
 */
import { formatCount } from '../../ui/format.js';
import { setText } from '../../ui/dom.js';
import { effect, whenever } from '../../ui/tracked.js';
import { throttle } from '../../ui/throttle.js';

/** The slider's last position means: no limit. */
export const UNLIMITED = 100;
const LAST_LIMITED = 98;
const FASTEST_LIMITED = 10_000;
/** Milliseconds between two wishes: a slider that is dragged has more than a server takes commands. */
const REST = 100;

/** Two digits are all that a hand on a slider means. @param {number} value */
function twoDigits(value) {
  return Number(value.toPrecision(2));
}

/**
 * Updates per second at a position of the slider; null: as fast as it goes.
 * @param {number} position 0..100
 * @returns {number | null}
 */
export function speedAt(position) {
  if (position > LAST_LIMITED) return null;
  return twoDigits(FASTEST_LIMITED ** (position / LAST_LIMITED));
}

/**
 * The slider's position for a speed.
 * @param {number | null} updatesPerSecond
 * @returns {number}
 */
export function positionOf(updatesPerSecond) {
  if (updatesPerSecond === null) return UNLIMITED;
  const share = Math.log(Math.max(1, updatesPerSecond)) / Math.log(FASTEST_LIMITED);
  return Math.min(LAST_LIMITED, Math.round(LAST_LIMITED * share));
}

/** @param {number | null} updatesPerSecond */
export function speedText(updatesPerSecond) {
  if (updatesPerSecond === null) return 'as fast as it goes';
  if (updatesPerSecond === 1) return '1 step/s';
  return `${updatesPerSecond < 1 ? updatesPerSecond : formatCount(updatesPerSecond)} steps/s`;
}

/**
 * @param {import('../page.js').Page} page
 * @param {{slider: HTMLInputElement, output: HTMLElement}} elements
 */
export function mountSpeed({ state, view, attempt }, { slider, output }) {
  const tell = () => attempt({ type: 'speed', updates_per_second: view.transport.speed });
  const ask = throttle(tell, REST);
  const fill = () => slider.style.setProperty('--filled', `${slider.value}%`);
  slider.addEventListener('input', () => {
    view.transport.speed = speedAt(slider.valueAsNumber);
    fill();
    ask();
  });
  slider.value = String(positionOf(view.transport.speed));
  fill();
  effect(() => {
    const text = speedText(view.transport.speed);
    setText(output, text);
    slider.setAttribute('aria-valuetext', text);
  });
  // A server that was just connected to doesn't know the wish yet.
  whenever(() => state.connection.status === 'live', (live) => {
    if (live) tell();
  });
}

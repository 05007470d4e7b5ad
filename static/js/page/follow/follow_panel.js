/**
 * Puts the following of points in its places: the button by the network, the pane, fresh points, slow motion.
 */
import { byId, setAttribute, setText } from '../../ui/dom.js';
import { effect, onChange } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { bringExplanationIntoSight } from '../reading/in_sight.js';
import { mountFreshPasses } from './fresh.js';
import { mountPass } from './pane.js';
import { mountSlowMotion } from './slow_motion.js';
import { mostTelling } from './telling.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {import('./follow.js').Follow} follow
 * @param {{columns: () => import('./strip_layout.js').Columns | null, onOpen: (key: string) => void}} network
 * @param {() => void} closeInspector it would hide the pass
 */
export function mountFollow(page, follow, { columns, onOpen }, closeInspector) {
  const { state, view } = page;
  const pane = mountPass(page, { follow, columns, onOpen });
  const button = /** @type {HTMLButtonElement} */ (byId('follow'));
  const word = /** @type {HTMLElement} */ (button.lastElementChild);

  /** @param {number | null} point null: the first one of the next batch */
  const begin = async (point) => {
    const from = document.activeElement;
    closeInspector();
    if (!await follow.start(point)) return;
    bringExplanationIntoSight();
    cameFrom ??= from;
    pane.focus();
  };
  /** Where the focus goes back to. @type {Element | null} */
  let cameFrom = null;
  onChange(() => view.follow.moment === null, (over) => {
    if (!over) return;
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected && pane.lostFocus()) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  });
  const toggle = () => {
    if (follow.isOn) follow.stop();
    else begin(view.plane.chosen ?? mostTelling(state.points, networkNow(page), state.experiment));
  };
  button.addEventListener('click', toggle);
  effect(() => {
    const isOn = view.follow.moment !== null;
    setAttribute(button, 'aria-pressed', String(isOn));
    setText(word, isOn ? 'Stop following' : 'Follow a point');
  });
  effect(() => { button.disabled = state.points.length === 0 || state.diverged !== null; });

  // Who looks closer wants the pass to wait.
  onChange(() => view.inspector.inspected, (inspected) => {
    if (inspected !== null) follow.pause();
  });

  const { consider: considerFresh } = mountFreshPasses(page, follow);
  mountSlowMotion(page, follow);
  return { toggle, begin, place: pane.place, considerFresh };
}

/**
 * Looks closer at what is pointed at: a neuron's map fills the plane with its own scale, and the pane says what a neuron, a wire
 * or a bias makes of the points.
 */
import { neuronKey } from '../../network/keys.js';
import { byId } from '../../ui/dom.js';
import { requestFrame } from '../../ui/frames.js';
import { effect, onChange, untracked } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { attend } from './attention.js';
import { createMap } from './map.js';
import { createPane } from './pane.js';
import { createScaleView } from './scale_view.js';

/** @param {import('../page.js').Page} page @param {{snapshots: import('../snapshot.js').Snapshots}} shared */
export function lookCloser(page, { snapshots }) {
  const { view, state, announce } = page;
  const pane = createPane();
  const map = createMap();
  const scale = createScaleView(/** @type {HTMLElement} */ (byId('plane').closest('.plane')));

  /** The neuron whose map covers the plane. */
  const covering = () => (state.diverged ? null : view.closer.neuron ?? view.network.shown_neuron);

  effect(() => {
    const [{ looked, neuron }, snapshot] = [view.closer, snapshots.now()];
    untracked(() => pane.update(snapshot, looked, neuron));
  });
  effect(() => {
    const [neuron, snapshot] = [covering(), snapshots.now()];
    untracked(() => scale.update(snapshot, neuron));
  });
  const place = () => {
    const neuron = covering();
    map.update(networkNow(page)?.architecture ?? null, neuron, neuron && neuronKey(neuron.layer, neuron.neuron));
  };
  effect(() => {
    void [covering(), state.experiment, view.follow.moment === null];
    untracked(place);
  });
  // In the next frame: placing it may resize what is watched.
  const sizes = new ResizeObserver(() => requestFrame(place));
  for (const id of ['network', 'plane-frame', 'main']) sizes.observe(byId(id));

  attend(page);
  // Who walks the network by keys hears what is shown.
  onChange(() => view.closer.looked, (looked) => {
    if (looked !== null && byId('network').contains(document.activeElement)) announce(pane.text);
  });
}

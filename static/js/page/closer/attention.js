/**
 * When what is pointed at is looked at: after the pointer has rested on it for a moment, so that crossing the network changes
 * nothing; and not while a pass is followed, something is under the glass, or the numbers broke.
 */
import { parseKey } from '../../network/keys.js';
import { assign, onChange, untracked, whenever } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { lookAway } from './state.js';
import { createStillness } from './stillness.js';

/** Milliseconds that a pointer rests before anything changes, and that it may be elsewhere before all is as it was. */
const REST = { before: 120, after: 60 };
const LOOKED_AT = ['neuron', 'weight', 'bias'];

/** @param {import('../page.js').Page} page */
export function attend(page) {
  const { state, view } = page;
  const { closer } = view;
  const stillness = createStillness();
  let timer = 0;

  const isFree = () => view.follow.moment === null && view.inspector.inspected === null && state.diverged === null;

  const look = () => {
    const { pointed } = view.network;
    const layers = networkNow(page)?.architecture.layers ?? 0;
    const element = pointed === null ? null : parseKey(pointed, layers);
    if (!element || !LOOKED_AT.includes(element.kind) || !isFree()) {
      lookAway(closer);
      return;
    }
    const { kind, layer, neuron } = element;
    if (closer.looked === null) stillness.hold();
    assign(closer, { looked: pointed, neuron: kind === 'neuron' ? { layer, neuron } : null });
  };

  whenever(() => view.network.pointed, (pointed) => {
    window.clearTimeout(timer);
    if (pointed !== null || closer.looked !== null) timer = window.setTimeout(() => untracked(look), pointed ? REST.before : REST.after);
  });
  onChange(() => closer.looked, (looked) => { if (looked === null) stillness.release(); });
  onChange(isFree, (free) => { if (!free) lookAway(closer); });
  onChange(() => state.experiment, () => lookAway(closer));
}

/**
 * In one column, the plane stays in sight while a pass is followed or a neuron's map covers it: small, in a strip at the top.
 * Not while a new point's pass plays by itself: the next point is placed where the plane lies.
 */
import { parseKey } from '../../network/keys.js';
import { setAttribute } from '../../ui/dom.js';
import { computed, effect } from '../../ui/tracked.js';

/** @param {import('../page.js').Page} page */
export function mountPlaneStrip({ view }) {
  const isFollowed = computed(() => view.follow.moment !== null && !view.follow.fresh);
  effect(() => {
    const { inspected } = view.inspector;
    const isNeuron = inspected !== null && parseKey(inspected, 0)?.kind === 'neuron';
    const kind = isNeuron ? 'neuron' : isFollowed.value && inspected === null ? 'pass' : null;
    setAttribute(document.documentElement, 'data-strip', kind);
  });
}

/**
 * The way into the past: what the run goes through is remembered from the start, and written down as soon as what does that is
 * fetched.
 *
 * @feature the curve as a timeline: which moment of the run is looked at, and how one gets there
 */
import { fetchPart } from '../../ui/parts.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { onChange } from '../../ui/tracked.js';

/** States that may wait: more than come before everything is there. */
const MOST = 2000;

/** @typedef {Pick<import('../../state/store.js').Store, 'getState' | 'subscribe'>} Source */

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {Source} shared.store
 * @param {import('../../state/recorder.js').Recorder['goOnFrom']} shared.goOnFrom
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../loss/state.js').Curve} shared.curve
 * @param {Array<() => unknown>} shared.later
 */
export function mountPast(page, { store, goOnFrom, snapshots, curve, later }) {
  let states = [store.getState()];
  const stop = store.subscribe(() => {
    states.push(store.getState());
    if (states.length > MOST) states = states.slice(-1);
  });
  async function fetchIt() {
    try {
      const [{ mountTimeline }] = await Promise.all([fetchPart(() => import('./timeline.js')), fetchLateSheets()]);
      stop();
      mountTimeline(page, { store, goOnFrom, snapshots, curve, states });
    } catch {
      // The curve is no timeline as long as no server gives it: the next one that is there is asked again.
      const stopWaiting = onChange(() => page.newest.connection.status, (status) => {
        if (status !== 'live') return;
        stopWaiting();
        fetchIt();
      });
    }
  }
  later.push(fetchIt);
}

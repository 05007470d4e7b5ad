/**
 * The way to other runs beside this one: fetched when everything else is there.
 *
 * @feature runs beside each other, in step: what chooses them, planes, curves on one axis, what differs and what came out
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {() => import('./lane.js').LaneSession} shared.openRehearsal
 * @param {import('../../state/recorder.js').Recorder['goOnFrom']} shared.goOnFrom
 * @param {Array<() => unknown>} shared.later
 */
export function mountCompare(page, { openRehearsal, goOnFrom, later }) {
  // Without it nothing is offered: that it could not be fetched is no news.
  later.push(() => Promise.all([fetchPart(() => import('./compare.js')), fetchLateSheets()])
    .then(([{ mountComparing }]) => mountComparing(page, { open: openRehearsal, goOnFrom })).catch(() => {}));
}

/** @file The checkers of what is claimed of a moment before the newest. */

import assert from 'node:assert/strict';
import { assertCount } from './printed.js';

/** @param {import('./moments.js').Moment} moment */
function pastOf({ snapshot: { past, frame } }) {
  assert.ok(past && frame, 'it is the newest moment');
  return { newest: past.newest, step: frame.step };
}

/** @type {Record<string, (claim: any, moment: import('./moments.js').Moment, place: string) => void>} */
export const PAST_CHECKERS = {
  'newest step': ({ newest }, moment) => {
    assertCount(newest, pastOf(moment).newest);
    assert.ok(pastOf(moment).newest >= pastOf(moment).step);
  },
  'later steps': ({ later }, moment) => assertCount(later, pastOf(moment).newest - pastOf(moment).step),
};

/** @file The checkers of what is claimed of how training goes: its rate, where it stops by itself, and how the layers fare. */

import assert from 'node:assert/strict';
import { HEALTH_CHECKERS } from './health_claims.js';
import { assertCount, assertPrinted, assertShare } from './printed.js';

/** @typedef {import('./moments.js').Moment} Moment */

/** @param {Moment} moment */
const experimentOf = ({ snapshot: { experiment } }) => /** @type {import('../../../static/js/types.js').Experiment} */ (experiment);

/** @type {Record<string, (claim: any, moment: Moment) => void>} */
export const COURSE_CHECKERS = {
  ...HEALTH_CHECKERS,
  'no end': (_, moment) => {
    const { until_step, until_cost, until_share, until_patience } = experimentOf(moment);
    assert.deepEqual([until_step, until_cost, until_share, until_patience], [0, 0, 0, 0]);
  },
  'stopped at a step': ({ step }, { snapshot: { reached, frame, experiment } }) => {
    assert.deepEqual([reached?.why, reached?.step], ['step', frame?.step]);
    assertCount(step, Number(experiment?.until_step));
  },
  'stopped at a cost': ({ cost, most }, { snapshot: { reached, frame, experiment } }) => {
    assert.equal(reached?.why, 'cost');
    assertPrinted(cost, Number(frame?.train_cost));
    assertPrinted(most, Number(experiment?.until_cost));
  },
  'stopped at a share': ({ share, least }, { snapshot: { reached, frame, experiment } }) => {
    assert.equal(reached?.why, 'share');
    assertShare(share, Number(frame?.train_accuracy));
    assertShare(least, Number(experiment?.until_share));
  },
  'stopped without a lower cost': ({ epochs, cost, step, whose }, moment) => {
    const { reached, experiment } = moment.snapshot;
    assert.equal(reached?.why, 'patience');
    assertCount(epochs, Number(experiment?.until_patience));
    assertPrinted(cost, Number(reached?.value));
    assertCount(step, Number(reached?.at));
    assert.equal(whose, moment.snapshot.points.some(({ test }) => test) ? 'test' : 'training');
  },
  'rate goes': ({ scheduled }, moment) => {
    const { schedule, warm_up } = experimentOf(moment);
    assert.equal(scheduled, schedule !== 'constant' || warm_up > 0);
  },
};

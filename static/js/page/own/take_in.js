/**
 * Points of a person's own take the place of those that there are, with what the network needs for them.
 */
import { HALF_FADED } from '../../network/slice.js';
import { startsAnew } from '../points/samples.js';
import { assign } from '../../ui/tracked.js';
import { inputsFor } from './inputs.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Pick<Page, 'state' | 'editor' | 'send'> & {view: Pick<Page['view'], 'first' | 'plane'>}} page
 * @param {object} own
 * @param {Parameters<Page['editor']['takeIn']>[0]} own.points
 * @param {Parameters<Page['editor']['takeIn']>[1]} own.table
 * @param {'classification' | 'regression'} own.task
 * @param {number} [own.classes] that there are, where it is a task of classes
 * @returns {Promise<void>} rejects with the server's refusal, which leaves all as it was
 */
export async function takeInOn({ state, view, editor, send }, { points, table, task, classes = 2 }) {
  const experiment = /** @type {import('../../types.js').Experiment} */ (state.experiment);
  const learned = (state.frame?.step ?? 0) > 0;
  const wished = {
    task,
    ...(task === 'classification' ? { classes: Math.max(2, classes) } : {}),
    ...inputsFor(experiment.features, table.axes.more?.length ?? 0),
    ...(learned && startsAnew() ? { seed: experiment.seed } : {}),
  };
  const wasSample = view.first.sample;
  try {
    if (wasSample && state.status === 'training') await send({ type: 'pause' });
    view.first.sample = false;
    await editor.takeIn(points, table, wished);
  } catch (error) {
    view.first.sample = wasSample;
    throw error;
  }
  assign(view.plane, { chosen: null, held: [], reach: HALF_FADED });
}

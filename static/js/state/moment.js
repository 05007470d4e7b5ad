/** @file Moments: everything there is at one time, to come back to. */

import { samePoints } from './points.js';

/** @typedef {import('../types.js').Command} Command */
/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Moment} Moment */
/** @typedef {import('../types.js').State} State */

/** Settings that leave θ alone: the network goes on learning from where it is. */
const KEEPING = new Set([
  'activation', 'output', 'cost', 'optimizer', 'learning_rate', 'momentum', 'decay', 'l1', 'l2', 'batch_size', 'shuffle',
  'schedule', 'warm_up', 'schedule_steps', 'schedule_factor', 'least_share', 'largest_norm',
  'until_step', 'until_cost', 'until_share', 'until_patience',
]);

/**
 * What the server has now, as far as the browser knows: while it trains, up to a second ago.
 * @param {State} state   of a page that was welcomed
 * @returns {Moment}
 */
export function momentOf({ experiment, pending: { confirmed: points, progress }, history, drawn, tables }) {
  if (!experiment || !progress) throw new TypeError('There is no moment before the first welcome.');
  return { experiment, points, progress, history, drawn, tables };
}

/** @param {unknown} a @param {unknown} b */
const alike = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** @param {Pick<Moment, 'experiment' | 'points'>} a @param {Pick<Moment, 'experiment' | 'points'>} b */
export const sameTask = (a, b) => alike(a.experiment, b.experiment) && samePoints(a.points, b.points);

/** @param {Moment} a @param {Moment} b */
export const sameMoment = (a, b) => sameTask(a, b) && alike(a.progress, b.progress);

/**
 * Whether a change keeps what the network has learned, so that undoing it does too.
 * @param {Command} deed
 */
export const keepsLearning = (deed) => (
  deed.type === 'configure' && Object.keys(deed.changes).every((name) => KEEPING.has(name))
);

/**
 * The changes that lead from one experiment to another.
 * @param {Experiment} from
 * @param {Experiment} to
 * @returns {Partial<Experiment>}
 */
export function differences(from, to) {
  const names = /** @type {(keyof Experiment)[]} */ (Object.keys(to));
  return Object.fromEntries(names.filter((name) => !alike(from[name], to[name])).map((name) => [name, to[name]]));
}

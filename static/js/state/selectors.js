/** @file Values derived from the state. */

import { Architecture } from '../network/architecture.js';
import { trainingCount } from './points.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').State} State */

/** @type {WeakMap<Experiment, Architecture>} */
const architectures = new WeakMap();

/**
 * The architecture of an experiment: the same object for the same experiment.
 * @param {Experiment} experiment
 */
export function architectureOf(experiment) {
  let architecture = architectures.get(experiment);
  if (!architecture) {
    architecture = new Architecture(experiment);
    architectures.set(experiment, architecture);
  }
  return architecture;
}

/**
 * How many classes there are to draw: the experiment's, and those of points already on the screen.
 * @param {Experiment} experiment
 * @param {readonly import('../types.js').Point[]} points
 */
export function classesShown({ task, classes }, points) {
  if (task === 'regression') return classes;
  return points.reduce((most, { target }) => Math.max(most, target + 1), classes);
}

/** @type {WeakMap<readonly import('../types.js').Point[], {tables: State['tables'], table: State['tables'][number] | null}>} */
const tablesOf = new WeakMap();

/**
 * The table that the points were taken from, whose units and names hold as long as one of its points is there.
 * @param {Pick<State, 'points' | 'tables'>} state
 */
export function tableOf({ points, tables }) {
  const known = tablesOf.get(points);
  if (known?.tables === tables) return known.table;
  const table = tables.find(({ first, last }) => points.some(({ id }) => id >= first && id <= last)) ?? null;
  tablesOf.set(points, { tables, table });
  return table;
}

/**
 * How many points each class has; empty in regression.
 * @param {Pick<State, 'experiment' | 'points'>} state
 */
export function classCounts({ experiment, points }) {
  if (experiment?.task !== 'classification') return [];
  const counts = new Array(experiment.classes).fill(0);
  for (const { target } of points) counts[target]++;
  return counts;
}

/** The share of points that are for testing, 0 without points. @param {Pick<State, 'points'>} state */
export function testShare({ points }) {
  return points.length > 0 ? (points.length - trainingCount(points)) / points.length : 0;
}

/** Whether there is anything to learn from. @param {Pick<State, 'points'>} state */
export const hasTrainingPoint = ({ points }) => points.some(({ test }) => !test);

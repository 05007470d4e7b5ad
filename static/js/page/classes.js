/**
 * Brushing a class that the experiment doesn't have yet gives it that class first.
 */

/** @typedef {import('./page.js').Page} Page */

/**
 * How many classes there are to draw: the experiment's, and those of points that are on the screen already.
 * @param {import('../types.js').Experiment} experiment
 * @param {readonly import('../types.js').Point[]} points
 */
export function classesShown({ task, classes }, points) {
  if (task === 'regression') return classes;
  return points.reduce((most, { target }) => Math.max(most, target + 1), classes);
}

/**
 * Makes sure that the experiment has the class before points of it are added. Commands apply in order, so
 * nothing waits.
 * @param {Page} page
 * @param {number} index class, from 0
 */
export function ensureClass({ state, attempt }, index) {
  const { experiment } = state();
  if (!experiment || experiment.task !== 'classification' || index < experiment.classes) return;
  attempt({ type: 'configure', changes: { classes: index + 1 } });
}

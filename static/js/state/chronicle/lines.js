/**
 * @file The ways that a run went: lines that leave one another, each made of stretches of steps between two changes. A stretch
 * has the frames that came, and the exact marks from which a server makes any of its steps again.
 */

import { createMoments } from './moments.js';
import { architectureOf } from '../selectors.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Frame} Frame */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Progress} Progress */
/** @typedef {import('../../types.js').State} State */

/**
 * @typedef {object} Mark a step that is known exactly
 * @property {Progress} progress
 * @property {number} taken frames of all stretches by then
 */

/**
 * @typedef {object} Stretch
 * @property {number} from      the step at which it begins; its first mark is there
 * @property {Experiment} experiment
 * @property {Point[]} points
 * @property {State['drawn']} drawn
 * @property {State['tables']} tables
 * @property {number} revision  the least that its frames have
 * @property {import('./moments.js').Moments} moments
 * @property {Mark[]} marks     of rising steps
 */

/**
 * @typedef {object} Line
 * @property {number} id
 * @property {string} name      what it is called, empty where nobody named it
 * @property {boolean} deleted   it is there for the lines that left it
 * @property {Line | null} parent
 * @property {number} from      the step at which it left its parent
 * @property {Stretch[]} stretches  its own
 * @property {import('../history.js').History} history   its whole cost curve, from the beginning on
 */

/**
 * @typedef {object} Visit a moment that is looked at
 * @property {Line} line
 * @property {Stretch} stretch
 * @property {number} step      that was asked for
 * @property {Frame} frame      the one that is kept nearest to it
 */

/** @param {State} state of a page that was welcomed @returns {Stretch} */
export function stretchOf({ experiment, pending: { confirmed: points, progress }, drawn, tables, revision }) {
  if (!experiment || !progress) throw new TypeError('There is no stretch before the first welcome.');
  const moments = createMoments(architectureOf(experiment).parameterCount);
  return { from: progress.step, experiment, points, drawn, tables, revision, moments, marks: [] };
}

/** The last step of a stretch that is known. @param {Stretch} stretch */
export const reachOf = ({ from, moments, marks }) => (
  Math.max(from, moments.lastStep(), marks.at(-1)?.progress.step ?? -1));

/** @param {Line} line */
export const newestStep = ({ stretches, from }) => stretches.reduce((most, stretch) => Math.max(most, reachOf(stretch)), from);

/** Whether a line has made steps of its own. @param {Line} line */
export const hasSteps = (line) => newestStep(line) > line.from;

/**
 * All stretches that led to a line's newest step, with the step up to which each counts.
 * @param {Line} line
 * @param {number} [until]
 * @returns {Array<{stretch: Stretch, until: number, line: Line}>}
 */
export function pathOf(line, until = Infinity) {
  const { parent, from, stretches } = line;
  const before = parent ? pathOf(parent, Math.min(from, until)) : [];
  const own = stretches.filter((stretch) => stretch.from <= until).map((stretch, at) => (
    { stretch, until: Math.min(until, stretches[at + 1]?.from ?? Infinity), line }));
  return [...before, ...own];
}

/** The first step of a line's way that is known. @param {Line} line */
export const firstStep = (line) => pathOf(line)[0]?.stretch.from ?? 0;

/**
 * The moment of a line's way at a step. Where something changed at that step, as it was afterwards.
 * @param {Line} line
 * @param {number} step
 * @returns {Visit | null}
 */
export function visitAt(line, step) {
  const path = pathOf(line);
  const place = path.findLast(({ stretch: { from, moments } }) => from <= step && moments.lastStep() >= 0)
    ?? path.find(({ stretch: { moments } }) => moments.lastStep() >= 0);
  const frame = place?.stretch.moments.nearest(step, place.until) ?? null;
  return place && frame ? { line, stretch: place.stretch, step, frame } : null;
}

/**
 * The nearest exact step at or before one of a stretch.
 * @param {Stretch} stretch
 * @param {number} step
 */
export const markBefore = ({ marks }, step) => marks.findLast(({ progress }) => progress.step <= step) ?? null;

/**
 * A step of a stretch is known exactly now, between two frames perhaps: training can go on from it.
 * @param {Stretch} stretch
 * @param {Progress} progress
 */
export function addMark({ marks }, progress) {
  const at = marks.findLastIndex((mark) => mark.progress.step <= progress.step);
  if (at >= 0 && marks[at].progress.step < progress.step) marks.splice(at + 1, 0, { progress, taken: marks[at].taken });
}

/** All steps at which something changed on a line's way, rising. @param {Line} line */
export const changesOf = (line) => [...new Set(pathOf(line).slice(1).map(({ stretch }) => stretch.from))].sort((a, b) => a - b);

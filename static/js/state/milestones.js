/**
 * @file The milestones of a run that training can go back to. The page gets a checkpoint about once a second; those that
 * are worth going back to are kept for as long as the run lasts.
 */

import { decodeVector } from '../network/parameters.js';
import { trainingCount } from './points.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Frame} Frame */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('../types.js').State} State */
/** @typedef {Pick<State, 'progress' | 'experiment' | 'points' | 'frame' | 'status' | 'diverged'>} Now */

/**
 * @typedef {object} Milestone
 * @property {Progress} progress
 * @property {Experiment} experiment that it belongs to
 * @property {number} learning_rate  that led to it
 * @property {number} training_points that its pass goes through
 * @property {Point[]} points        that `cost` was measured on
 * @property {number} cost           over the training points, NaN where it is not known
 * @property {boolean} by_hand       a weight was set by hand here: that is all it differs by from the milestone before
 */

export const MOST_KEPT = 60;
/** This many of them are the newest ones, whatever they cost. */
const NEWEST = 10;

/**
 * The milestones after a change of the state. A new run begins with none; where training went back, those beyond are gone.
 * @param {readonly Milestone[]} milestones oldest first
 * @param {Now} before
 * @param {Now} now
 * @returns {readonly Milestone[]}
 */
export function remembered(milestones, before, now) {
  const { progress, experiment, diverged } = now;
  if (diverged || !progress || !experiment) return milestones;
  const last = milestones.at(-1);
  const kept = last?.progress === progress && last.experiment === experiment
    ? milestones : withNewest(surviving(milestones, before, now), now);
  return withCost(kept, now);
}

/** @param {readonly Milestone[]} milestones @param {Now} before @param {Now} now */
function surviving(milestones, before, now) {
  if (before.experiment === now.experiment) return milestones;
  const step = now.progress?.step ?? 0;
  // Steps are only made while training, so a jump ahead at rest leads into another run.
  const anotherRun = before.status !== 'training' && step > (before.frame?.step ?? 0);
  return step === 0 || anotherRun ? [] : milestones.filter(({ progress }) => progress.step <= step);
}

/** @param {readonly Milestone[]} milestones @param {Now} now @returns {Milestone[]} */
function withNewest(milestones, now) {
  const progress = /** @type {Progress} */ (now.progress);
  const experiment = /** @type {Experiment} */ (now.experiment);
  const last = milestones.at(-1);
  const atSameStep = last?.progress.step === progress.step;
  const isSame = atSameStep && last.progress.parameters === progress.parameters;
  const milestone = {
    progress,
    experiment,
    // A rate that is changed at rest has led nowhere yet.
    learning_rate: isSame && progress.step > 0 ? last.learning_rate : experiment.learning_rate,
    training_points: trainingCount(now.points),
    points: isSame ? last.points : now.points,
    cost: isSame && measuredAlike(last.experiment, experiment) ? last.cost : NaN,
    by_hand: isSame ? last.by_hand : atSameStep === true && last.experiment === experiment,
  };
  return thinned([...(isSame ? milestones.slice(0, -1) : milestones), milestone]);
}

/** Drops the worst where there are too many; the first stays. @param {Milestone[]} milestones */
function thinned(milestones) {
  if (milestones.length <= MOST_KEPT) return milestones;
  let worst = 1;
  for (let index = 1; index < milestones.length - NEWEST; index++) {
    if (!(milestones[index].cost <= milestones[worst].cost)) worst = index;
  }
  return milestones.filter((_, index) => index !== worst);
}

/** A frame of the newest milestone tells its cost. @param {readonly Milestone[]} milestones @param {Now} now */
function withCost(milestones, { frame, points }) {
  const last = milestones.at(-1);
  if (!last || !frame || !shows(frame, last.progress)) return milestones;
  if (Object.is(last.cost, frame.train_cost) && last.points === points) return milestones;
  return [...milestones.slice(0, -1), { ...last, cost: frame.train_cost, points }];
}

/** Whether a frame is of this progress: a weight set by hand makes no step. @param {Frame} frame @param {Progress} progress */
function shows(frame, progress) {
  if (frame.step !== progress.step) return false;
  const parameters = decodeVector(progress.parameters);
  return parameters.length === frame.parameters.length
    && parameters.every((value, index) => Object.is(Math.fround(value), frame.parameters[index]));
}

/**
 * Whether costs under two experiments measure the same thing.
 * @param {Experiment} one
 * @param {Experiment} other
 */
export function measuredAlike(one, other) {
  return one.activation === other.activation && one.output === other.output && one.cost === other.cost
    && one.l1 === other.l1 && one.l2 === other.l2;
}

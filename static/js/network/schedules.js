/** @file The learning rate of an update, as the server's schedules have it (app/nn/schedules.py). */

/** @typedef {import('../types.js').Experiment} Experiment */
/** What a schedule reads. @typedef {Pick<Experiment, 'schedule' | 'warm_up' | 'schedule_steps' | 'schedule_factor' | 'least_share'>} Course */

/** From 1 down to the least share, slow, fast, slow. @param {number} way 0 to 1 @param {Course} course */
const halfWave = (way, { least_share: least }) => least + ((1 - least) * (1 + Math.cos(Math.PI * way))) / 2;

/** The share of the rate after so many updates since it has warmed up. @type {Record<Experiment['schedule'], (step: number, course: Course) => number>} */
const SHARES = {
  constant: () => 1,
  steps: (step, { schedule_steps: length, schedule_factor: factor }) => factor ** Math.floor(step / length),
  exponential: (step, { schedule_steps: length, schedule_factor: factor }) => factor ** (step / length),
  cosine: (step, course) => halfWave(Math.min(step / course.schedule_steps, 1), course),
  restarts: (step, course) => halfWave((step % course.schedule_steps) / course.schedule_steps, course),
};

/**
 * The share of the rate that the update after `step` others takes.
 * @param {Course} course
 * @param {number} step
 */
export function rateShare(course, step) {
  const { schedule, warm_up: warmUp } = course;
  return step < warmUp ? (step + 1) / (warmUp + 1) : SHARES[schedule](step - warmUp, course);
}

/** The rate of that update. @param {Course & Pick<Experiment, 'learning_rate'>} experiment @param {number} step */
export const rateAt = (experiment, step) => experiment.learning_rate * rateShare(experiment, step);

/** Whether the rate ever is another than the one that was set. @param {Course} course */
export const isScheduled = ({ schedule, warm_up: warmUp }) => schedule !== 'constant' || warmUp > 0;

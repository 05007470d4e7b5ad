/**
 * What is said around a lesson's own words.
 */
import { counted } from '../../ui/format.js';

/** @typedef {import('./lesson.js').Lesson} Lesson */
/** @typedef {import('./state.js').Progress} Progress */

/** @param {number} number @param {string} title */
export const nameWords = (number, title) => ({ before: number > 0 ? `Lesson ${number}, ` : 'Lesson: ', title });

/** Where a lesson stands, for the list. @param {Lesson} lesson @param {Progress | undefined} progress @returns {'new' | 'begun' | 'done'} */
export function standingOf(lesson, progress) {
  if (!progress) return 'new';
  return progress.done.includes(lesson.steps.length - 1) ? 'done' : 'begun';
}

/** @param {'new' | 'begun' | 'done'} standing @param {number} minutes */
export const standingWords = (standing, minutes) => ({ new: `${minutes} min`, begun: 'Go on', done: 'Done' })[standing];

/** The dashes of a lesson, for those who don't see them. @param {Lesson} lesson @param {Progress | undefined} progress */
export const dashWords = (lesson, progress) => `${progress?.done.length ?? 0} of ${counted(lesson.steps.length, 'step')} done`;

/** @param {number} done @param {number} all */
export const doneWords = (done, all) => `${done} of ${all} done`;

/** A person's guess, once it was made. @param {import('./lesson.js').Question} ask @param {number} guess */
export const verdictWords = ({ right, after }, guess) => {
  const verdict = right === null ? 'Your guess is kept as it was.' : guess === right ? 'That is so.' : 'It is otherwise; your guess is kept as it was.';
  return after ? `${verdict} ${after}` : verdict;
};

/** @param {string} called @param {{line: number, why: string}[]} problems */
export const problemWords = (called, problems) => ({
  title: `${called} is no lesson that can be begun.`,
  lines: problems.map(({ line, why }) => `Line ${line}: ${why}.`),
});

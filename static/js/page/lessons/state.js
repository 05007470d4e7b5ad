/**
 * @file What the page knows of the lesson that is running.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * What was done of a lesson.
 * @typedef {object} Progress
 * @property {number} at the step that is shown, from 0
 * @property {number[]} done the steps that are
 * @property {Record<string, number>} guesses the answer given, by step
 * @property {import('./lesson.js').Kept} kept
 * @property {string | null} card id of the experiment that it went on in
 * @property {string | null} text of its file, where it came from elsewhere
 */
/** @typedef {{next: () => void, before: () => void, answer: (index: number) => void, asks: () => boolean}} Acts what keys do */

/**
 * @typedef {object} LessonsState
 * @property {import('./lesson.js').Lesson | null} running
 * @property {number} number its place in the list, from 1; 0 for one from elsewhere
 * @property {Progress} progress of it
 * @property {Acts | null} acts as long as one runs
 * @property {string | null} brought text of a lesson's file that was dropped or pasted, until it is looked at
 */

/** @returns {Progress} */
export const begun = () => ({ at: 0, done: [], guesses: {}, kept: {}, card: null, text: null });

/** @returns {LessonsState} */
export const createLessonsState = () => tracked({ running: null, number: 0, progress: begun(), acts: null, brought: null });

/**
 * @file What a lesson is, as types: docs/lessons.md says what each field means.
 */

/**
 * @typedef {object} Condition
 * @property {string} fact
 * @property {string} by one of COMPARISONS
 * @property {number | string | boolean | {kept: string, times: number, plus: number}} wanted
 * @property {string} words
 */
/** @typedef {{question: string, answers: string[], right: number | null, after: string}} Question   `right`: from 0 */
/**
 * @typedef {object} Step
 * @property {string} name one or two words, for the strip
 * @property {string} title
 * @property {string} words
 * @property {Question | null} ask
 * @property {Condition[]} done all at one moment
 * @property {Record<string, string>} keep facts of the moment when it is done, by the name for later steps
 * @property {string} close
 */
/**
 * @typedef {object} Lesson
 * @property {string} name
 * @property {string} title
 * @property {string} question
 * @property {number} minutes
 * @property {Start} start
 * @property {Step[]} steps
 */
/**
 * @typedef {object} Start
 * @property {Partial<import('../../types.js').Experiment>} experiment
 * @property {import('../../types.js').Sample | null} data
 * @property {import('../../types.js').Point[] | null} points where there is no data set
 * @property {number | null} speed updates a second; null: as fast as it goes
 */
/** @typedef {Record<string, number | string | boolean>} Kept values that earlier steps kept, by name */

export {};

/**
 * The lessons that there are: the page's own, and those that a person brought along.
 */
import { FILES } from './files.js';
import { readLesson } from './format.js';
import { allProgress } from './progress.js';

/** @typedef {import('./lesson.js').Lesson} Lesson */

/** @param {string} text @returns {Lesson[]} */
const readable = (text) => {
  const { lesson } = readLesson(text);
  return lesson ? [lesson] : [];
};

/** The page's own, in their order. @type {readonly Lesson[]} */
export const LESSONS = FILES.flatMap(readable);

/** Those that came from elsewhere and were begun here. @returns {Lesson[]} */
export const brought = () => [...allProgress().values()].flatMap(({ text }) => (text === null ? [] : readable(text)));

/** @param {string} name @returns {Lesson | null} */
export const lessonNamed = (name) => [...LESSONS, ...brought()].find((lesson) => lesson.name === name) ?? null;

/** Its place among the page's own, from 1; 0 for another. @param {Lesson} lesson */
export const numberOf = ({ name }) => LESSONS.findIndex((lesson) => lesson.name === name) + 1;

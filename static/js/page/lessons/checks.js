/**
 * Whether a step of a lesson is done: its conditions over the facts of one moment, and what is kept of it for later steps.
 */
import { FACTS, printed } from './facts.js';

/** @typedef {import('./facts.js').Moment} Moment */
/** @typedef {import('./facts.js').Value} Value */
/** @typedef {import('./lesson.js').Condition} Condition */
/** @typedef {import('./lesson.js').Lesson} Lesson */
/** @typedef {import('./lesson.js').Step} Step */
/** @typedef {import('./lesson.js').Kept} Kept */

/** So near to each other two numbers are the same: settings are typed, and travel as text. */
const SAME = 1e-9;

/** How a fact is compared with what a lesson asks for. @type {Record<string, (value: Value, wanted: Value) => boolean>} */
export const COMPARISONS = {
  is: (value, wanted) => (typeof value === 'number' && typeof wanted === 'number' ? Math.abs(value - wanted) <= SAME * Math.abs(wanted) : value === wanted),
  is_not: (value, wanted) => !COMPARISONS.is(value, wanted),
  at_least: (value, wanted) => value >= wanted,
  at_most: (value, wanted) => value <= wanted,
};

/** What a condition compares with, which an earlier step may have kept; null where that is not there. @param {Condition} condition @param {Kept} kept */
function wantedOf({ wanted }, kept) {
  if (typeof wanted !== 'object') return wanted;
  const value = kept[wanted.kept] ?? null;
  return typeof value === 'number' ? value * wanted.times + wanted.plus : value;
}

/** @param {Condition} condition @param {Moment} moment @param {Kept} kept */
export function isMet(condition, moment, kept) {
  const value = FACTS[condition.fact].read(moment);
  const wanted = wantedOf(condition, kept);
  return value !== null && wanted !== null && COMPARISONS[condition.by](value, wanted);
}

/** The conditions as they stand, for a list. @param {Step} step @param {Moment} moment @param {Kept} kept */
export const standing = (step, moment, kept) => step.done.map((condition) => ({
  words: condition.words, met: isMet(condition, moment, kept), value: printed(condition.fact, FACTS[condition.fact].read(moment)),
}));

/** Whether all that a step asks for is there at this moment; its question is another matter. @param {Step} step @param {Moment} moment @param {Kept} kept */
export const isReached = (step, moment, kept) => step.done.every((condition) => isMet(condition, moment, kept));

/** What a step that was just done leaves for later ones. @param {Step} step @param {Moment} moment @returns {Kept} */
export const keptBy = (step, moment) => Object.fromEntries(Object.entries(step.keep).flatMap(([name, fact]) => {
  const value = FACTS[fact].read(moment);
  return value === null ? [] : [[name, value]];
}));

/** The text of a lesson with its numbers: "{step}" is a fact of now, "{kept.slow}" one of an earlier step. @param {string} words @param {Lesson} lesson @param {Moment} moment @param {Kept} kept */
export function filled(words, lesson, moment, kept) {
  return words.replaceAll(/\{([^{}]*)\}/g, (_, name) => {
    if (!name.startsWith('kept.')) return printed(name, FACTS[name].read(moment));
    const of = name.slice('kept.'.length);
    const fact = lesson.steps.map(({ keep }) => keep[of]).find(Boolean);
    return fact ? printed(fact, kept[of] ?? null) : '–';
  });
}

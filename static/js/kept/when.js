/**
 * @file When something was, in words, as people say it of what they did themselves.
 */

const DAY = 24 * 60 * 60 * 1000;
const LANGUAGE = 'en-GB';

/** @param {number} time */
const startOfDay = (time) => new Date(time).setHours(0, 0, 0, 0);

/** Whole days between two times by the calendar: an hour may be 23 or 25 of them. @param {number} then @param {number} now */
const daysBetween = (then, now) => Math.round((startOfDay(now) - startOfDay(then)) / DAY);

/**
 * Made once each, since a list asks thousands of times, and when it is first asked for: browsers take milliseconds to make one.
 * @param {Intl.DateTimeFormatOptions} form
 */
function formatter(form) {
  /** @type {Intl.DateTimeFormat | null} */
  let made = null;
  return { format: (/** @type {number} */ time) => (made ??= new Intl.DateTimeFormat(LANGUAGE, form)).format(time) };
}
const CLOCK = formatter({ hour: '2-digit', minute: '2-digit' });
const WEEKDAY = formatter({ weekday: 'long' });
const DATE = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = formatter({ month: 'long', year: 'numeric' });

/** @param {number} then */
export const clockWords = (then) => CLOCK.format(then);

/** "today 14:12", "yesterday 18:42", "Friday 15:10", "3 October 2025". @param {number} then @param {number} now */
export function whenWords(then, now) {
  const days = daysBetween(then, now);
  if (days <= 0) return `today ${clockWords(then)}`;
  if (days === 1) return `yesterday ${clockWords(then)}`;
  if (days < 7) return `${WEEKDAY.format(then)} ${clockWords(then)}`;
  return DATE.format(then);
}

/** The part of a list that something belongs to: "Today", "Yesterday", "Last week", then months. @param {number} then @param {number} now */
export function groupWords(then, now) {
  const days = daysBetween(then, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 8) return 'Last week';
  return MONTH.format(then);
}

/**
 * How often what training changes is written: as seldom as leaves no more than a second of it to a browser that is killed.
 */

/** Milliseconds of training that may be lost. */
const MOST_LOST = 1000;
/** What a busy page's timers come late, and a server's newest step takes to be there. */
const LATE = 200;
/** Slow storage does not have the page write all the time. */
const LEAST = 250;
/** Of the longest writing one remembers so much the next time: what was slow once is soon forgotten. */
const FORGETTING = 0.8;

/** Milliseconds from the begin of a writing to the begin of the next, which ends `took` later. @param {number} took milliseconds */
export const pauseFor = (took) => Math.max(LEAST, MOST_LOST - LATE - took);

/** The milliseconds to expect of a writing after one took so long. @param {number} expected before @param {number} took */
export const expectedAfter = (expected, took) => Math.max(took, FORGETTING * expected);

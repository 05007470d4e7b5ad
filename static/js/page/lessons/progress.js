/**
 * @file What this browser remembers of lessons: of each how far it came, and in this tab which one runs. What can't be read is as if it
 * had not been there.
 */
import { isObject } from '../../kept/parcel.js';
import { recall, remember } from '../../ui/memory.js';
import { begun } from './state.js';

/** @typedef {import('./state.js').Progress} Progress */
/** @typedef {{name: string, own: string | null}} Running `own`: id of what was on the page before */

const ALL = 'lessons';
const RUNNING = 'lesson';

const isCount = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 10;
const isValue = (/** @type {unknown} */ value) => ['number', 'string', 'boolean'].includes(typeof value);

/** @param {unknown} given @param {(value: unknown) => boolean} isKnown */
const entries = (given, isKnown) => (isObject(given) ? Object.fromEntries(Object.entries(given).filter(([, value]) => isKnown(value))) : {});

/** @param {unknown} given @returns {Progress} */
export function readProgress(given) {
  if (!isObject(given)) return begun();
  const { at, done, guesses, kept, card, text } = given;
  return {
    at: isCount(at) ? Number(at) : 0, done: Array.isArray(done) ? done.filter(isCount) : [],
    guesses: /** @type {Progress['guesses']} */ (entries(guesses, isCount)), kept: /** @type {Progress['kept']} */ (entries(kept, isValue)),
    card: typeof card === 'string' ? card : null, text: typeof text === 'string' ? text : null,
  };
}

/** @param {string | null} text @returns {Record<string, unknown>} */
function parsed(text) {
  try {
    const given = JSON.parse(text ?? '{}');
    return isObject(given) ? given : {};
  } catch {
    return {};
  }
}

/** Of every lesson that was begun. @returns {Map<string, Progress>} */
export const allProgress = () => new Map(Object.entries(parsed(recall(ALL))).map(([name, given]) => [name, readProgress(given)]));

/** @param {string} name @param {Progress} progress */
export function keepProgress(name, progress) {
  const all = allProgress();
  all.set(name, progress);
  remember(ALL, JSON.stringify(Object.fromEntries(all)));
}

export const forgetAll = () => remember(ALL, '{}');

/** @param {Running | null} running */
export function rememberRunning(running) {
  try {
    if (running) sessionStorage.setItem(RUNNING, JSON.stringify(running));
    else sessionStorage.removeItem(RUNNING);
  } catch {
    // then it is begun again from the list
  }
}

/** @returns {Running | null} */
export function runningHere() {
  try {
    const { name, own } = parsed(sessionStorage.getItem(RUNNING));
    return typeof name === 'string' ? { name, own: typeof own === 'string' ? own : null } : null;
  } catch {
    return null;
  }
}

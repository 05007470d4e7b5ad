/** @file Why something that came from outside can't be opened, in a sentence for people. */
import { RefusedError } from '../wire/errors.js';

/** What came from outside can't be opened; its message says why, and what helps. */
export class FaultError extends Error {}

/** Whether the server refused it, and would again. @param {unknown} error @returns {error is RefusedError} */
export const isRefused = (error) => error instanceof RefusedError;

export const CUT_OFF = 'its end is missing';
export const CHANGED = 'something in it was changed on the way';

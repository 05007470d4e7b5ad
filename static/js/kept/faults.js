/** @file Why something that came from outside can't be opened, in a sentence for people. */

/** What came from outside can't be opened; its message says why, and what helps. */
export class FaultError extends Error {}

export const CUT_OFF = 'its end is missing';
export const CHANGED = 'something in it was changed on the way';

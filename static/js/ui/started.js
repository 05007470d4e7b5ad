/** @file Marks a page whose modules have been loaded, and that has started when they have all run; see standstill.js for the others. */

import { holdFrames } from './frames.js';
import { handsTurn, inPieces } from './pieces.js';

/** Says that a page has begun, where it waits for something before its first piece. */
export const begin = () => document.documentElement.setAttribute('data-starting', '');

/**
 * Starts a page in pieces, and says so when all of them are done, or when one failed.
 * @param {Iterable<() => void>} pieces
 * @param {Parameters<typeof inPieces>[1]} [scheduler]
 */
export async function start(pieces, scheduler = { turn: handsTurn }) {
  const root = document.documentElement;
  root.setAttribute('data-starting', '');
  const letGo = holdFrames();
  try {
    await inPieces(pieces, scheduler);
    root.setAttribute('data-started', '');
  } catch (error) {
    root.setAttribute('data-standstill', 'failed');
    reportError(error);
  }
  root.removeAttribute('data-starting');
  letGo();
}

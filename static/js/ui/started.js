/** @file Marks a page whose modules have been loaded, and that has started when they have all run; see standstill.js for the others. */

import { holdFrames } from './frames.js';
import { handsTurn, inPieces } from './pieces.js';

/** Says that a page has begun, where it waits for something before its first piece. */
export const begin = () => document.documentElement.setAttribute('data-starting', '');

/**
 * Starts a page in pieces, and says so when all of them are done, or when one failed. The first piece is not in one go with
 * the modules' own evaluation, nor the page's layout with its first pictures: each alone is short enough that a finger is heard.
 * @param {Iterable<() => void>} pieces
 * @param {() => Promise<void>} [turn] resolves when the browser had its turn
 */
export async function start(pieces, turn = handsTurn) {
  const root = document.documentElement;
  root.setAttribute('data-starting', '');
  const letGo = holdFrames();
  try {
    await turn();
    await inPieces(pieces, { turn });
    root.setAttribute('data-started', '');
    await turn();
    root.getBoundingClientRect(); // lays it out
  } catch (error) {
    root.setAttribute('data-standstill', 'failed');
    reportError(error);
  }
  root.removeAttribute('data-starting');
  letGo();
}

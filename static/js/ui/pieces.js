/**
 * Long work in pieces: between two of them the browser has its turn, so that it paints, and hears of clicks and messages,
 * however much there is to do.
 */

/** Milliseconds of work after which the others have their turn. */
const SHARE = 8;

/**
 * Goes on behind all that waits already. A timer would too, but later and later; `scheduler.yield` goes on ahead of messages,
 * and the server's first words are among those.
 * @returns {Promise<void>}
 */
export const othersTurn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

/**
 * Goes on behind what a person does just now, but ahead of all else where the browser can tell: a picture of a page that is
 * not there yet, and its layout, would only keep it from coming.
 * @returns {Promise<void>}
 */
export const handsTurn = () => /** @type {{postTask?: (task: () => void, options: {priority: string}) => Promise<void>}} */ (
  /** @type {any} */ (globalThis).scheduler)?.postTask?.(() => {}, { priority: 'user-blocking' }) ?? othersTurn();

/**
 * Does one after the other, and rejects with the first that fails; those after it are not done.
 * @param {Iterable<() => void>} pieces
 * @param {{turn?: () => Promise<void>, now?: () => number}} [scheduler] `turn` resolves when the others had theirs
 */
export async function inPieces(pieces, { turn = othersTurn, now = () => performance.now() } = {}) {
  let begun = now();
  for (const piece of pieces) {
    if (now() - begun >= SHARE) {
      await turn();
      begun = now();
    }
    piece();
  }
}

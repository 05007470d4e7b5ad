/**
 * The step that the optimizer will really take next, from the server's own: with its memory and its next batch.
 */
import { decodeVector } from '../../network/parameters.js';

/** How many times as long it may be drawn. */
const FACTORS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000];
/** Shorter than this share of the land's side it can't be seen. */
const SEEN = 0.05;

/**
 * θ after it; null where the server can't tell.
 * @param {Pick<import('../page.js').Page, 'newest' | 'send'>} page
 * @param {number} step that it is to be taken from
 * @returns {Promise<Float64Array | null>}
 */
export async function askNextStep({ newest, send }, step) {
  try {
    await send({ type: 'trace', point: null });
  } catch {
    return null; // the curve and the words say why nothing can be trained
  }
  const { trace } = newest;
  return trace?.update && trace.batch?.next && trace.step === step ? decodeVector(trace.update.after) : null;
}

/**
 * How many times as long a step is to be drawn, so that it is seen; null where it is far too short for that.
 * @param {readonly [number, number]} from @param {readonly [number, number]} to places of the slice
 * @param {number} half of the square's side
 */
export function factorOf(from, to, half) {
  const share = Math.hypot(to[0] - from[0], to[1] - from[1]) / (2 * half);
  return FACTORS.find((factor) => factor * share >= SEEN) ?? null;
}

/**
 * @file Why there is no mountain to be seen, in words.
 */
import { said } from '../../words/sentence.js';

/**
 * @param {{samples: number, points: number, parameters: number, isKnown: boolean}} facts
 * @returns {import('../../words/sentence.js').Sentence | null} null where there is one
 */
export function withoutMountain({ samples, points, parameters, isKnown }) {
  if (!isKnown) return said('The network is not there yet.');
  if (samples === 0 && points === 0) return said('Height is the cost over the training points, and there are none yet. Place some on the plane.', { that: 'no points' });
  if (samples === 0) return said('Height is the cost over the training points, and all points are for testing. Place some for training.', { that: 'no training points' });
  if (parameters < 2) return said('The network has only one weight, and the floor takes two.', { that: 'one parameter' });
  return null;
}

/** No cost on the land is a number. */
export const ALL_OVERFLOW = 'The cost overflows everywhere on this piece of land. Show a smaller piece of it, or make the weights smaller.';
/** The worker did not come up. */
export const NO_WORKER = 'This browser did not start what measures the mountain. Reload the page to try again.';

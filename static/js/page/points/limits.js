/**
 * What the server allows of points, in words, for the controls that would pass it.
 */
import { formatCount } from '../../ui/format.js';

/** @typedef {Pick<import('../../types.js').State, 'limits' | 'points'>} Now */

/** Before the first welcome, nothing is known to be forbidden. @param {Pick<Now, 'limits'>} now */
export const mostPoints = ({ limits }) => limits?.max_points ?? Infinity;

/** @param {Now} now */
export const isFull = (now) => now.points.length >= mostPoints(now);

/** @param {number} most */
export const pointsWords = (most) => `At most ${formatCount(most)} ${most === 1 ? 'point' : 'points'} on this server`;

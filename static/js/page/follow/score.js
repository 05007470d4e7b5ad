/**
 * How many predictions were right, as it is counted, kept in the browser, and said.
 */

/** @typedef {{right: number, asked: number}} Score */

/** @type {Score} */
export const NO_SCORE = Object.freeze({ right: 0, asked: 0 });

/** @param {Score} score */
export const writeScore = ({ right, asked }) => `${right}/${asked}`;

/** What was kept; anything else that stands there counts as nothing. @param {string | null} kept @returns {Score} */
export function readScore(kept) {
  const [, right, asked] = /^(\d{1,9})\/(\d{1,9})$/.exec(kept ?? '') ?? [];
  const score = { right: Number(right), asked: Number(asked) };
  return score.asked > 0 && score.right <= score.asked ? score : NO_SCORE;
}

/** @param {Score} score */
export const scoreText = ({ right, asked }) => `${right} of ${asked} right`;

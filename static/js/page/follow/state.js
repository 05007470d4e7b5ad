/**
 * @file What the page knows of the pass that is followed, and of the questions that it asks.
 */
import { tracked } from '../../ui/tracked.js';

/**
 * @typedef {object} Asked the question that the pass waits for
 * @property {import('../../trace/questions.js').Question} question
 * @property {number} phase which shows the answer
 * @property {boolean} playsOn the pass was playing when it came there
 */

/**
 * @typedef {object} FollowState
 * @property {import('./pass.js').Moment | null} moment of the pass
 * @property {number} speed of passes, 1: usual
 * @property {boolean} fresh the pass plays because its point was just added
 * @property {boolean} fresh_passes points that are added play their pass
 * @property {boolean} slow_motion passes of training's own steps play one after the other
 * @property {boolean} predicting passes ask before they show
 * @property {Asked | null} asked
 * @property {{text: string, playsOn: boolean} | null} verdict on the answer that was just given; whether the pass was playing
 * @property {{right: number, asked: number}} score of the answers so far
 */

/** @param {boolean} fresh_passes @returns {FollowState} */
export const createFollowState = (fresh_passes) => tracked({
  moment: null,
  speed: 1,
  fresh: false,
  fresh_passes,
  slow_motion: false,
  predicting: false,
  asked: null,
  verdict: null,
  score: { right: 0, asked: 0 },
});

/**
 * Predicting: before a phase shows what it does, the pass stands still and asks; a score is kept, in slow motion too.
 */
import { questionBefore, verdictOn } from '../../trace/questions/index.js';
import { recall, remember } from '../../ui/memory.js';
import { NO_SCORE, readScore, writeScore } from './score.js';

/** @typedef {import('./pass.js').Pass} Pass */
/** @typedef {import('../../trace/questions/index.js').Question} Question */

const WISH = 'predicting';
const SCORE = 'predicting score';

/**
 * @typedef {object} Asked the question that the pass waits for
 * @property {Question} question
 * @property {number} phase which shows the answer
 * @property {boolean} playsOn the pass was playing when it came there
 */

/** Whether two questions read alike; where they do, nothing is asked anew. @param {Question | null} one @param {Question} other */
export const readAlike = (one, other) => one?.prompt === other.prompt && one.options.length === other.options.length;

/** @param {import('../page.js').Page} page */
export function createPrediction({ view }) {
  /** Phases of this pass that were shown or asked about: their answers are known. @type {Set<number>} */
  let known = new Set();
  view.set({ predicting: recall(WISH) === 'on', score: readScore(recall(SCORE)) });

  /** @param {import('./score.js').Score} score */
  function keep(score) {
    remember(SCORE, writeScore(score));
    view.set({ score });
  }

  return {
    /** Another pass begins, or this one ends. */
    forget() {
      known = new Set();
      view.set({ asked: null, verdict: null });
    },

    /** A phase is on the screen: asking about it would be no question any more. @param {number} phase */
    note: (phase) => known.add(phase),

    /**
     * Before a phase is entered: whether it is asked about first. The pass then stands at the end of the phase before.
     * @param {Pass} pass
     * @param {number} phase
     * @param {boolean} playsOn
     */
    holds({ subject, phases }, phase, playsOn) {
      if (!view.get().predicting || known.has(phase)) return false;
      const question = questionBefore(subject, phases[phase]);
      if (question) view.set({ asked: { question, phase, playsOn }, verdict: null });
      return question !== null;
    },

    /** The pass shows another trace now: the open question is asked of that one, and no verdict on the old one stands. @param {Pass} pass */
    renew({ subject, phases }) {
      const { asked } = view.get();
      const question = asked && phases[asked.phase] ? questionBefore(subject, phases[asked.phase]) : null;
      view.set({ asked: asked && question && { ...asked, question }, verdict: null });
    },

    /** Goes on without an answer, which doesn't count. @returns {Asked | null} what was open */
    passOver() {
      const { asked } = view.get();
      view.set({ asked: null, verdict: null });
      return asked;
    },

    /** Answers the question that is open. @param {Pass} pass @param {string} answer @returns {Asked | null} */
    answer({ phases }, answer) {
      const { asked, score, slow_motion: slow } = view.get();
      if (!asked) return null;
      const { isRight, sentence } = verdictOn(asked.question, answer);
      keep({ right: score.right + Number(isRight), asked: score.asked + 1 });
      view.set({ asked: null, verdict: { sentence, waits: asked.playsOn && (slow || asked.phase < phases.length - 1) } });
      return asked;
    },

    resetScore: () => keep(NO_SCORE),

    toggle() {
      const predicting = !view.get().predicting;
      remember(WISH, predicting ? 'on' : 'off');
      view.set({ predicting, asked: null, verdict: null });
    },
  };
}


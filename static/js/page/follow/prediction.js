/**
 * Predicting: before a phase shows what it does, the pass stands still and asks; a score is kept.
 */
import { questionBefore, verdictOn } from '../../trace/questions.js';
import { recall, remember } from '../../ui/memory.js';

/** @typedef {import('./pass.js').Pass} Pass */
/** @typedef {import('../../trace/questions.js').Question} Question */

const KEY = 'predicting';

/** Whether passes ask, as this browser remembers it. */
export const predictionsWanted = () => recall(KEY) === 'on';

/**
 * @typedef {object} Asked the question that the pass waits for
 * @property {Question} question
 * @property {number} phase which shows the answer
 * @property {boolean} playsOn the pass was playing when it came there
 */

/** @param {import('../page.js').Page} page */
export function createPrediction({ view }) {
  /** Phases of this pass that were asked about, or passed over. @type {Set<number>} */
  let seen = new Set();

  return {
    /** Another pass begins, or this one ends. */
    forget() {
      seen = new Set();
      view.set({ asked: null, verdict: null });
    },

    /**
     * Before a phase is entered: whether it is asked about first. The pass then stands at the end of the phase before.
     * @param {Pass} pass
     * @param {number} phase
     * @param {boolean} playsOn
     */
    holds({ subject, phases }, phase, playsOn) {
      view.set({ verdict: null });
      // Slow motion shows many passes in a row: asking at each would be no motion.
      if (!view.get().predicting || view.get().slow_motion || seen.has(phase)) return false;
      seen.add(phase);
      const question = questionBefore(subject, phases[phase]);
      if (question) view.set({ asked: { question, phase, playsOn } });
      return question !== null;
    },

    /** The pass shows another trace now: the open question is asked of that one. @param {Pass} pass */
    renew({ subject, phases }) {
      const { asked } = view.get();
      const question = asked && phases[asked.phase] ? questionBefore(subject, phases[asked.phase]) : null;
      view.set({ asked: asked && question && { ...asked, question } });
    },

    /** Closes the question without an answer; says whether there was one. */
    passOver() {
      const wasOpen = view.get().asked !== null;
      view.set({ asked: null });
      return wasOpen;
    },

    /** Answers the question that is open. @param {string} answer @returns {Asked | null} */
    answer(answer) {
      const { asked, score } = view.get();
      if (!asked) return null;
      const { isRight, sentence } = verdictOn(asked.question, answer);
      view.set({
        asked: null,
        verdict: sentence.text,
        score: { right: score.right + Number(isRight), asked: score.asked + 1 },
      });
      return asked;
    },

    toggle() {
      const predicting = !view.get().predicting;
      remember(KEY, predicting ? 'on' : 'off');
      view.set({ predicting, asked: null, verdict: null });
    },
  };
}

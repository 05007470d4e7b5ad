/**
 * Predicting: before a phase shows what it does, the pass stands still and asks; a score is kept.
 */
import { questionBefore, verdictOn } from '../../trace/questions.js';
import { recall, remember } from '../../ui/memory.js';
import { assign } from '../../ui/tracked.js';

/** @typedef {import('./pass.js').Pass} Pass */

const KEY = 'predicting';

/** Whether passes ask, as this browser remembers it. */
export const predictionsWanted = () => recall(KEY) === 'on';

/** @typedef {import('./state.js').Asked} Asked */

/** @param {import('../page.js').Page} page */
export function createPrediction({ view }) {
  /** Phases of this pass that were asked about, or passed over. @type {Set<number>} */
  let seen = new Set();

  return {
    /** Another pass begins, or this one ends. */
    forget() {
      seen = new Set();
      assign(view.follow, { asked: null, verdict: null });
    },

    /**
     * Before a phase is entered: whether it is asked about first. The pass then stands at the end of the phase before.
     * @param {Pass} pass
     * @param {number} phase
     * @param {boolean} playsOn
     */
    holds({ subject, phases }, phase, playsOn) {
      view.follow.verdict = null;
      // Slow motion shows many passes in a row: asking at each would be no motion.
      if (!view.follow.predicting || view.follow.slow_motion || seen.has(phase)) return false;
      seen.add(phase);
      const question = questionBefore(subject, phases[phase]);
      if (question) view.follow.asked = { question, phase, playsOn };
      return question !== null;
    },

    /** The pass shows another trace now: the open question is asked of that one. @param {Pass} pass */
    renew({ subject, phases }) {
      const { asked } = view.follow;
      const question = asked && phases[asked.phase] ? questionBefore(subject, phases[asked.phase]) : null;
      view.follow.asked = asked && question && { ...asked, question };
    },

    /** Closes the question without an answer; says whether there was one. */
    passOver() {
      const wasOpen = view.follow.asked !== null;
      view.follow.asked = null;
      return wasOpen;
    },

    /** Answers the question that is open. @param {string} answer @returns {Asked | null} */
    answer(answer) {
      const { asked, score } = view.follow;
      if (!asked) return null;
      const { isRight, sentence } = verdictOn(asked.question, answer);
      assign(view.follow, {
        asked: null,
        verdict: { text: sentence.text, playsOn: asked.playsOn },
        score: { right: score.right + Number(isRight), asked: score.asked + 1 },
      });
      return asked;
    },

    toggle() {
      const predicting = !view.follow.predicting;
      remember(KEY, predicting ? 'on' : 'off');
      assign(view.follow, { predicting, asked: null, verdict: null });
    },
  };
}

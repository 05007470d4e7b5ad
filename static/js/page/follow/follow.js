/**
 * Follows a point: asks for its pass, moves through it, and keeps it true while points, settings and weights change.
 *
 * @feature the pass of a point: strip, words, formulas, ledgers, questions, slow motion; the plane in a strip on phones
 */
import { architectureOf } from '../../state/selectors.js';
import { decodeTrace, isWhole } from '../../trace/decode.js';
import { assign, batch, computed, effect, untracked } from '../../ui/tracked.js';
import { sliceNow } from '../network/network_now.js';
import { refusalWords } from '../reading/attempts.js';
import { throttle } from '../../ui/throttle.js';
import { createClock } from './clock.js';
import { fateOf } from './fate.js';
import { createPass } from './pass.js';
import { createPrediction, predictionsWanted } from './prediction.js';
import { canWalk } from './walk.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../trace/types.js').Subject} Subject */

/** Least milliseconds between two questions for the same pass, while a point is dragged. */
const ASKING = 120;
const OVERFLOW = 'A number of this pass, or of the update after it, is larger than the computer can hold, so it can’t be '
  + 'followed. Make the weights or the learning rate smaller.';
export const SPEEDS = [0.25, 0.5, 1, 2, 4];

/** @param {Page} page */
export function createFollow(page) {
  const { state, view, send } = page;
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {import('./pass.js').Pass | null} */
  let pass = null;
  /** What the pass was made from. @type {import('./fate.js').Ground | null} */
  let ground = null;
  let turn = 0;
  /** Passes that were asked for and are about to begin. */
  let starting = 0;
  /** Called when the pass has played to its end. */
  let onEnd = () => {};

  const prediction = createPrediction(page);
  view.follow.predicting = predictionsWanted();

  const clock = createClock((milliseconds) => {
    if (!pass) return false;
    const { timeline } = pass;
    const from = timeline.phase;
    timeline.advance(milliseconds);
    if (timeline.phase > from && prediction.holds(pass, timeline.phase, true)) timeline.seek(from);
    publish();
    const goesOn = pass.timeline.playing !== 'still';
    if (!goesOn && pass.timeline.atEnd()) onEnd();
    return goesOn;
  });

  function publish() {
    view.follow.moment = pass?.moment() ?? null;
  }

  /** Does something to the pass, if there is one, and shows it. @param {(current: import('./pass.js').Pass) => void} act */
  function change(act) {
    if (!pass) return;
    act(pass);
    publish();
    if (pass?.timeline.playing !== 'still') clock.start();
  }

  /**
   * Asks for a pass; null when it was refused, or when another question followed.
   * @param {number | null} point
   * @returns {Promise<Subject | null>}
   */
  async function ask(point) {
    const mine = (turn += 1);
    try {
      const checkpoint = view.past.moment ? await page.past.checkpoint() : null;
      await send({ type: 'trace', point, ...(checkpoint ? { checkpoint } : {}) });
    } catch (error) {
      if (mine === turn) end(refusalWords(error, state));
      return null;
    }
    const { trace: event, experiment, points } = state;
    if (mine !== turn || !event || !experiment) return null;
    const architecture = sliceNow({ state, view }) ?? architectureOf(experiment);
    const trace = decodeTrace(event);
    if (trace.parameters.length !== architecture.parameterCount) return null;
    if (!isWhole(trace)) {
      end(OVERFLOW);
      return null;
    }
    ground = { trace, architecture, experiment, points };
    return { trace, architecture, experiment };
  }

  const renew = throttle(async () => {
    const asked = pass;
    if (!asked || !ground || starting > 0) return;
    const subject = await ask(view.plane.chosen ?? ground.trace.point.id);
    if (!subject || pass !== asked) return;
    if ((subject.trace.update === null) === (asked.subject.trace.update === null)) asked.renew(subject);
    else begin(subject, asked.timeline.phase, 1);
    prediction.renew(pass);
    publish();
  }, ASKING);

  /** @param {Subject} subject @param {number} phase @param {number} progress */
  function begin(subject, phase, progress) {
    prediction.forget();
    pass = createPass(subject);
    pass.timeline.setStills(lessMotion.matches);
    pass.timeline.setSpeed(view.follow.speed);
    pass.timeline.seek(phase, progress);
  }

  /** @param {string | null} message why, for the reading pane */
  function end(message) {
    turn += 1;
    clock.stop();
    pass = ground = null;
    prediction.forget();
    onEnd = () => {};
    batch(() => {
      publish();
      view.reading.notice = message;
    });
  }

  function reconsider() {
    if (!pass || !ground) return;
    const fate = fateOf(ground, state);
    const { chosen } = view.plane;
    const isOther = chosen !== ground.trace.point.id;
    untracked(() => {
      if (fate.kind === 'over') end(fate.message);
      else if (chosen === null) end(null);
      else if (fate.kind === 'stale' || isOther) renew();
    });
  }

  /**
   * Follows a point from the first phase on; says whether there was one to follow.
   * @param {number | null} point null: the first one of the next batch
   * @param {{play?: boolean, fresh?: boolean, atEnd?: () => void}} [how] fresh: the point was just added
   */
  async function start(point, { play = true, fresh = false, atEnd = () => {} } = {}) {
    const wasTraining = state.status === 'training';
    assign(view.reading, { trouble: null, notice: null });
    // Commands apply in order: the pass has the parameters at which training stood still.
    if (wasTraining) page.attempt({ type: 'pause' });
    starting += 1;
    const subject = await ask(point);
    starting -= 1;
    if (!subject) return false;
    clock.stop();
    begin(subject, 0, 0);
    onEnd = atEnd;
    batch(() => {
      assign(view.plane, { chosen: subject.trace.point.id, fresh });
      view.follow.fresh = fresh;
      view.reading.notice = wasTraining ? 'Training is paused, so that the pass stands still.' : null;
    });
    change(({ timeline }) => {
      if (play) timeline.play();
      else timeline.seek(0);
    });
    reconsider();
    return true;
  }

  const isFollowed = computed(() => view.follow.moment !== null);
  effect(() => {
    if (isFollowed.value) reconsider();
  });
  lessMotion.addEventListener('change', () => change(({ timeline }) => timeline.setStills(lessMotion.matches)));

  return {
    get isOn() {
      return pass !== null;
    },
    get isStarting() {
      return starting > 0;
    },

    start,

    /** Ends the pass. */
    stop: () => {
      if (pass) end(null);
    },

    pause: () => change(({ timeline }) => timeline.pause()),
    playOrPause: () => change(({ timeline }) => {
      prediction.passOver();
      if (timeline.playing === 'still') timeline.play();
      else timeline.pause();
    }),
    /** The next phase, or the question before it; where that is open, the phase itself. */
    next: () => change((current) => {
      const { timeline, phases } = current;
      const phase = timeline.phase + 1;
      if (prediction.passOver() || phase >= phases.length || !prediction.holds(current, phase, false)) timeline.next();
    }),
    previous: () => change(({ timeline }) => {
      prediction.passOver();
      timeline.previous();
    }),
    /** @param {number} phase @param {number} [progress] */
    seek: (phase, progress) => change(({ timeline }) => {
      prediction.passOver();
      timeline.seek(phase, progress);
    }),
    /** Answers the open question, and shows what it asked for. @param {string} value */
    answer: (value) => change(({ timeline }) => {
      const asked = prediction.answer(value);
      if (!asked) return;
      timeline.next(); // and no further: the verdict stays until it was read
    }),
    togglePrediction: prediction.toggle,
    /** @param {number} by */
    walk: (by) => change((current) => {
      if (canWalk(current.phases[current.timeline.phase], current.subject.architecture.sizes)) current.walk(by);
    }),
    /** @param {number | null} source */
    choose: (source) => change((current) => current.choose(source)),
    /** @param {number} speed */
    setSpeed(speed) {
      view.follow.speed = speed;
      change(({ timeline }) => timeline.setSpeed(speed));
    },

    /** Makes the update that the pass shows, and begins anew with the same point. */
    async makeStep() {
      if (!pass) return;
      const point = pass.subject.trace.point.id;
      if (await page.attempt({ type: 'step', updates: 1 })) await start(point, { play: false });
    },
  };
}

/** @typedef {ReturnType<typeof createFollow>} Follow */

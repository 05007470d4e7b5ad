/**
 * Runs a lesson: puts what it begins with on the page, sees when a step is done, goes on, and puts a person's own work back.
 */
import { mostPoints } from '../points/limits.js';
import { assign, batch, effect, onChange, untracked } from '../../ui/tracked.js';
import { isReached, keptBy } from './checks.js';
import { allProgress, keepProgress, rememberRunning, runningHere } from './progress.js';
import { lessonNamed, numberOf } from './shelf.js';
import { begun } from './state.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./lesson.js').Lesson} Lesson */
/** @typedef {import('./state.js').Progress} Progress */

/** All that a lesson can look at, as it is now. @param {Page} page @returns {import('./facts.js').Moment} */
export function momentOf({ state, view }) {
  const { experiment, points, frame, revision, drawn, status, diverged, undo } = state;
  const pass = view.follow.moment;
  return { experiment, points, frame, revision, drawn, status, diverged, undo, phase: pass?.phases[pass.at].kind ?? null, glass: view.inspector.inspected };
}

/** The commands that set a lesson up, on whatever there is. @param {Lesson} lesson @param {number} most points that the server takes @returns {import('../page.js').Command[]} */
export const setUp = ({ start: { experiment, data, points } }, most) => [
  // The seed is named so that the network starts anew.
  { type: 'configure', changes: { ...experiment, seed: experiment.seed ?? 1 } },
  ...(data ? [/** @type {const} */ ({ type: 'generate', ...data, count: Math.min(data.count, most), fresh: true })]
    : [/** @type {const} */ ({ type: 'replace_points', points: points ?? [] })]),
];

/**
 * @param {Page} page
 * @param {() => Promise<import('../kept/exchange.js').Exchange>} exchangeOf
 */
export function createRunner(page, exchangeOf) {
  const { state, view } = page;
  const { lessons } = view;

  /** @param {Partial<Progress>} changes */
  function note(changes) {
    const { running } = lessons;
    if (!running) return;
    lessons.progress = { ...lessons.progress, ...changes };
    keepProgress(running.name, lessons.progress);
  }

  const steps = () => lessons.running?.steps ?? [];

  /** @param {number} at */
  function goTo(at) {
    if (at < 0 || at >= steps().length) return;
    closeOthers();
    note({ at, done: steps()[at].close ? [...new Set([...lessons.progress.done, at])] : lessons.progress.done });
  }

  /** What took the lesson's place in the pane gives it back. */
  function closeOthers() {
    batch(() => {
      assign(view.closer, { looked: null, neuron: null });
      view.instead.occupant = null;
    });
  }

  /** @param {Lesson} lesson @param {Progress} progress */
  function show(lesson, progress) {
    batch(() => {
      assign(lessons, { running: lesson, number: numberOf(lesson), progress: { ...progress, card: view.kept.card?.id ?? progress.card } });
      assign(view.first, { newcomer: false, sample: false, settings: true });
      view.kept.arrival = null;
      view.plane.chosen = null;
    });
    keepProgress(lesson.name, lessons.progress);
    if (steps()[progress.at]?.close) goTo(progress.at);
  }

  /** @param {Lesson} lesson */
  async function arrange(lesson) {
    const { speed } = lesson.start;
    for (const command of setUp(lesson, mostPoints(state))) await page.send(command);
    view.transport.speed = speed;
    await page.send({ type: 'speed', updates_per_second: speed });
  }

  /** Begins a lesson, or goes on where it was left. @param {Lesson} lesson @param {string | null} text of its file, where it came from elsewhere @param {boolean} [anew] */
  async function begin(lesson, text, anew = false) {
    const exchange = await exchangeOf();
    const left = allProgress().get(lesson.name);
    const isDone = left?.done.includes(lesson.steps.length - 1) ?? false;
    const own = lessons.running ? runningHere()?.own ?? null : view.kept.card?.id ?? null;
    lessons.running = null;
    if (!anew && left?.card && !isDone && await exchange.shelf?.read(left.card).catch(() => null) && await exchange.open(left.card)) {
      rememberRunning({ name: lesson.name, own });
      show(lesson, { ...left, text });
      return;
    }
    if (!await exchange.arrange(`Lesson: ${lesson.title}`, () => arrange(lesson))) return;
    rememberRunning({ name: lesson.name, own });
    show(lesson, { ...begun(), text, card: view.kept.card?.id ?? null });
  }

  async function leave() {
    const own = runningHere()?.own ?? null;
    rememberRunning(null);
    lessons.running = null;
    if (own === null) return;
    const exchange = await exchangeOf();
    await exchange.open(own, 'back');
  }

  effect(() => {
    const { running, progress } = lessons;
    const step = running?.steps[progress.at];
    if (!running || !step || progress.done.includes(progress.at)) return;
    if (step.ask && progress.guesses[progress.at] === undefined) return;
    if (step.done.length === 0 && !step.ask) return;
    const moment = momentOf(page);
    untracked(() => {
      if (!isReached(step, moment, progress.kept)) return;
      note({ done: [...progress.done, progress.at], kept: { ...progress.kept, ...keptBy(step, moment) } });
    });
  });
  // Another experiment was put on the page by hand: it is no lesson's.
  onChange(() => view.kept.card?.id ?? null, (id) => {
    const { running, progress } = lessons;
    if (!running || id === null || progress.card === null || id === progress.card) return;
    rememberRunning(null);
    lessons.running = null;
  });

  return {
    begin,
    leave,
    /** From its first step, whatever became of its network. */
    async again() {
      const { running, progress } = lessons;
      if (running) await begin(running, progress.text, true);
    },
    goTo,
    next: () => goTo(lessons.progress.at + 1),
    before: () => goTo(lessons.progress.at - 1),
    closeOthers,
    /** @param {number} index */
    answer(index) {
      const { at, guesses } = lessons.progress;
      const answers = steps()[at]?.ask?.answers ?? [];
      if (index < answers.length && guesses[at] === undefined) note({ guesses: { ...guesses, [at]: index } });
    },
    asks: () => Boolean(steps()[lessons.progress.at]?.ask) && lessons.progress.guesses[lessons.progress.at] === undefined,
    /** After the page was loaded anew with the lesson's experiment on it. */
    async resume() {
      const here = runningHere();
      const lesson = here && lessonNamed(here.name);
      const left = lesson && allProgress().get(lesson.name);
      if (!lesson || !left) return;
      await exchangeOf();
      if (left.card !== null && view.kept.card?.id !== left.card) rememberRunning(null);
      else show(lesson, left);
    },
  };
}

/** @typedef {ReturnType<typeof createRunner>} Runner */

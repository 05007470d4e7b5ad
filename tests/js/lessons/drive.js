/**
 * @file Lets robots do lessons on a real server, by the page's own modules: `node drive.js ADDRESS` writes for each run which steps
 * were done before anything was done there, and which afterwards.
 */

import { createRunner } from '../../../static/js/page/lessons/runner.js';
import { LESSONS } from '../../../static/js/page/lessons/shelf.js';
import { forgetAll } from '../../../static/js/page/lessons/progress.js';
import { trackState } from '../../../static/js/page/tracked_state.js';
import { createViewState } from '../../../static/js/page/view_state.js';
import { createRecorder } from '../../../static/js/state/recorder.js';
import { onChange } from '../../../static/js/ui/tracked.js';
import { openWithoutScreen } from '../without_screen.js';
import { ROBOTS } from './robots.js';

/** @typedef {import('./robots.js').Act} Act */

/** @param {string} url */
async function openPage(url) {
  const { store, connection } = openWithoutScreen(url, () => ({ resume: () => null }));
  const recorder = createRecorder({ store, connection });
  const [state, view] = [trackState(store), createViewState()];
  const page = /** @type {import('../../../static/js/page/page.js').Page} */ (/** @type {unknown} */ ({ state, view, send: recorder.send }));
  const exchange = /** @type {any} */ ({ shelf: null, async arrange(/** @type {string} */ _, /** @type {() => Promise<void>} */ act) { await act(); return true; } });
  await new Promise((resolve) => {
    const look = () => { if (connection.isLive() && state.limits) resolve(null); };
    store.subscribe(look);
    look();
  });
  return { page, runner: createRunner(page, () => Promise.resolve(exchange)), recorder, connection };
}

/**
 * The newest numbers are there: those of the present revision.
 * @param {import('../../../static/js/page/page.js').Page} page
 */
const settled = ({ state }) => new Promise((resolve) => {
  const isThere = () => state.diverged !== null || (state.frame !== null && state.frame.revision >= state.revision);
  if (isThere()) resolve(null);
  else {
    const stop = onChange(() => [state.frame, state.diverged], () => {
      if (!isThere()) return;
      queueMicrotask(() => stop());
      resolve(null);
    });
  }
});

/** @param {Awaited<ReturnType<typeof openPage>>} opened @param {Act} act */
async function carryOut({ page, runner, recorder }, act) {
  if ('answer' in act) runner.answer(act.answer);
  else if ('phase' in act) page.view.follow.moment = /** @type {any} */ ({ phases: [{ kind: act.phase, layer: 2 }], at: 0 });
  else {
    await recorder.send(act).catch((error) => { if (!page.state.diverged) throw error; });
    await settled(page);
  }
}

/** @param {string} url @param {import('../../../static/js/page/lessons/lesson.js').Lesson} lesson @param {import('./robots.js').Wrong | null} wrong */
async function run(url, lesson, wrong) {
  const opened = await openPage(url);
  const { page, runner, connection } = opened;
  const { lessons } = page.view;
  await runner.begin(lesson, null, true);
  await settled(page);
  const steps = [];
  for (const [at, right] of ROBOTS[lesson.name].right.entries()) {
    const isDone = () => lessons.progress.done.includes(at);
    // A question's answer is no deed: with it alone a step that has something to do is not done.
    const acts = wrong?.at === at ? wrong.acts : right;
    const answers = acts.filter((act) => 'answer' in act);
    for (const act of answers) await carryOut(opened, act);
    const before = isDone();
    for (const act of acts.filter((one) => !('answer' in one))) await carryOut(opened, act);
    steps.push({ hasDeed: lesson.steps[at].done.length > 0, isLast: lesson.steps[at].close !== '', before, after: isDone() });
    if (wrong?.at === at) break;
    if (!isDone()) break;
    runner.next();
  }
  const { progress } = lessons;
  connection.close();
  return { lesson: lesson.name, robot: wrong?.name ?? null, at: wrong?.at ?? null, steps, all: lesson.steps.length, kept: progress.kept };
}

const results = [];
for (const lesson of LESSONS) {
  for (const wrong of [null, ...ROBOTS[lesson.name].wrong]) {
    forgetAll();
    results.push(await run(process.argv[2], lesson, wrong));
  }
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));

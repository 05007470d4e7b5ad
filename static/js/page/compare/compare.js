/**
 * Comparing: from the button at the curve to the runs beside each other, and back with one of them.
 */
import { appended, emptyHistory } from '../../state/history.js';
import { byId, make } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';
import { newestStep, visitAt } from '../../state/chronicle/lines.js';
import { checkpointOf } from '../past/made_again.js';
import { momentOf } from '../past/visiting.js';
import { openChooser } from './choose.js';
import { whatIsThere } from './there.js';
import { createComparison } from './comparison.js';
import { createLuck } from './luck.js';
import { openLuck } from './luck_view.js';
import { openComparison } from './view.js';

/** @typedef {import('./lane.js').Lane} Lane */

/** @param {Lane} lane */
const historyOf = ({ frames }) => frames.reduce((history, { step, train_cost: train, test_cost: test, train_accuracy: right, test_accuracy: rightOfTest }) => (
  appended(history, step, train, test, right, rightOfTest)), emptyHistory());

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {() => import('./lane.js').LaneSession} shared.open
 * @param {import('../../state/recorder.js').Recorder['goOnFrom']} shared.goOnFrom
 */
export function mountComparing(page, { open, goOnFrom }) {
  const { newest, view } = page;
  const clock = { now: () => performance.now(), wait: (/** @type {number} */ milliseconds) => new Promise((done) => { window.setTimeout(done, milliseconds); }) };
  const refusal = (/** @type {unknown} */ error) => {
    const { code, message } = /** @type {Error & {code?: string}} */ (error);
    return code ? message : null;
  };

  /** @param {Lane} lane */
  function keep(lane) {
    const { checkpoint, line } = lane;
    const visit = line && line !== view.past.chronicle?.current ? visitAt(line, newestStep(line)) : null;
    if (line) view.past.moment = visit && momentOf(visit, visit.step);
    if (!checkpoint) return;
    page.past.leave();
    const { experiment, points, progress } = checkpoint;
    page.tell(goOnFrom({ experiment, points, progress, history: historyOf(lane), drawn: newest.drawn, tables: newest.tables }, `going on with “${lane.name}”`));
  }

  /** @param {Parameters<typeof createComparison>[0]['wishes']} wishes */
  function lay(wishes) {
    const comparison = createComparison({ open, wishes, speed: () => view.transport.speed, clock, refusal });
    const opened = openComparison(page, comparison, {
      keep, other: (anchor) => choose(anchor, () => opened.close()), closed: () => button.focus(),
    });
    comparison.begin().then(() => comparison.train()); // what is only a record has nothing to train
  }

  /** @param {HTMLElement} anchor @param {() => void} [before] what is done before others are laid */
  function choose(anchor, before = () => {}) {
    const { experiment, points, progress, options, limits, status } = newest;
    if (!experiment || !progress || !options || !limits) return;
    if (status === 'training') page.attempt({ type: 'pause' });
    openChooser(anchor, {
      now: { experiment, options, limits }, checkpoint: checkpointOf({ experiment, points }, progress), there: whatIsThere(page),
      onLuck() {
        before();
        const checkpoint = checkpointOf({ experiment, points }, progress);
        const luck = createLuck({ open, checkpoint, refusal });
        openLuck(page, luck, { checkpoint, closed: () => button.focus() });
        luck.run();
      },
      onChoose(wishes) {
        before();
        lay(wishes);
      },
    });
  }

  const button = make('button', { class: 'tiny', id: 'compare', 'aria-haspopup': 'dialog', onclick: () => choose(button) }, 'Compare');
  byId('loss-scale').before(button);
  effect(() => {
    const { connection, points, progress } = newest;
    button.disabled = connection.status !== 'live' || progress === null || !points.some(({ test }) => !test);
    button.title = button.disabled ? 'Compare with another run: it needs points to train on and a connection' : 'Compare with another run';
  });
}

/**
 * The curve as a timeline: the run is written down, and the handle on its axis leads to any of its moments.
 */
import { mountMomentAxis } from '../../figures/chart/moment_axis.js';
import { createChronicle } from '../../state/chronicle/chronicle.js';
import { changesOf } from '../../state/chronicle/lines.js';
import { byId } from '../../ui/dom.js';
import { effect, onChange, tracked, untracked } from '../../ui/tracked.js';
import { momentWords, pastWords } from './past_words.js';
import { mountBranches } from './branches.js';
import { createExact } from './exact.js';
import { createGoingOn } from './going_on.js';
import { keepRuns } from './keeping_runs.js';
import { createVisiting } from './visiting.js';

/** Steps of a key on the handle. */
const STRIDE = { near: 1, far: 10, page: 100 };
/** Milliseconds of rest after which a moment is told. */
const REST = 400;

/**
 * @param {import('../page.js').Page} page
 * @param {object} shared
 * @param {Pick<import('../../state/store.js').Store, 'getState' | 'subscribe'>} shared.store
 * @param {import('../../state/recorder.js').Recorder['goOnFrom']} shared.goOnFrom
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../loss/state.js').Curve} shared.curve
 * @param {import('../../types.js').State[]} shared.states all since the page began
 */
export function mountTimeline(page, { store, goOnFrom, snapshots, curve, states }) {
  const { view, newest, announce } = page;
  const told = tracked({ lines: 0 });
  const chronicle = createChronicle({
    onLines: () => { told.lines += 1; },
    onJump: () => { view.past.moment = null; },
  });
  states.slice(1).forEach((state, at) => chronicle.take(states[at], state));
  let before = store.getState();
  store.subscribe(() => {
    const now = store.getState();
    chronicle.take(before, now);
    before = now;
    kept?.changed();
  });

  /** @type {{changed: () => void} | null} */
  let kept = null;
  // Where the browser keeps nothing, the record lasts as long as the page.
  keepRuns(page, chronicle).then((keeping) => {
    kept = keeping;
    kept.changed();
  }).catch(() => {});

  view.past.chronicle = chronicle;
  const visiting = createVisiting(page, chronicle);
  const exact = createExact(page);
  Object.assign(page.past, {
    checkpoint: exact.checkpoint,
    goOn: createGoingOn(page, exact, goOnFrom),
    stepBack() {
      visiting.go(visiting.step - 1);
      exact.progress().catch(() => {});
    },
  });
  const branches = mountBranches(page, { chronicle, visiting, curve, told });
  const axis = mountMomentAxis(byId('chart'), {
    onDrag: (step) => visiting.go(step, true),
    onWheel: (ways) => walk(ways),
    onKey,
  });

  /** To the kept moment that lies so many further. @param {number} ways */
  function walk(ways) {
    const { least, most } = visiting.reach;
    const stride = Math.max(1, Math.round((most - least) / 100));
    visiting.go(visiting.step + ways * stride, true);
  }

  /** @param {number} way */
  function toChange(way) {
    const { line } = visiting;
    const changes = line ? changesOf(line) : [];
    const to = way < 0 ? changes.findLast((step) => step < visiting.step) : changes.find((step) => step > visiting.step);
    visiting.go(to ?? (way < 0 ? visiting.reach.least : visiting.reach.most));
  }

  /** @param {string} key @param {boolean} far */
  function onKey(key, far) {
    const stride = far ? STRIDE.far : STRIDE.near;
    switch (key) {
      case 'ArrowLeft': visiting.go(visiting.step - stride); return true;
      case 'ArrowRight': visiting.go(visiting.step + stride); return true;
      case 'ArrowUp': branches.walk(-1); return true;
      case 'ArrowDown': branches.walk(1); return true;
      case 'PageUp': visiting.go(visiting.step + STRIDE.page); return true;
      case 'PageDown': visiting.go(visiting.step - STRIDE.page); return true;
      case 'Home': visiting.go(visiting.reach.least); return true;
      case 'End': visiting.leave(); return true;
      case '[': toChange(-1); return true;
      case ']': toChange(1); return true;
      case 'Escape':
        if (!view.past.moment) return false;
        visiting.leave();
        return true;
      default: return false;
    }
  }

  effect(() => {
    const { place } = curve;
    const { moment } = view.past;
    // The newest is told with the curve, header and words, however far the run has come since.
    const { frame } = moment ? newest : snapshots.now();
    const { least, most: last } = moment ? visiting.reach : untracked(() => visiting.reach);
    const most = moment ? last : frame?.step ?? last;
    const shown = moment?.frame ?? frame;
    const step = moment?.step ?? most;
    curve.pointed = place ? step : null;
    axis.update({
      place,
      step,
      least,
      newest: most,
      past: moment !== null,
      waits: moment !== null && moment.frame.step !== moment.step,
      cost: moment && Number.isFinite(shown?.train_cost) ? shown?.train_cost ?? null : null,
      text: momentWords({ step, newest: most, frame: shown ?? null, experiment: moment?.stretch.experiment ?? newest.experiment }),
    });
  });

  let timer = 0;
  onChange(() => view.past.moment, (moment) => {
    clearTimeout(timer);
    if (moment) timer = window.setTimeout(() => announce(pastWords(moment.step, visiting.reach.most)), REST);
  });
  onChange(() => newest.status === 'training', (training) => {
    if (training) visiting.leave();
  });
}

/**
 * What is read together: one moment of the state, told to all parts of the page that put it in words or numbers. While
 * training there is a new one a few times a second, slowly enough to be read; otherwise with every change, at once.
 */
import { tableOf } from '../state/selectors.js';
import { namingOf } from '../ui/naming.js';
import { onChange, tracked, untracked } from '../ui/tracked.js';
import { AFTERWARDS } from './afterwards.js';
import { networkNow, passAt, sliceNow } from './network/network_now.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../network/forward.js').ForwardPass} ForwardPass */

/**
 * @typedef {object} Costs of the points that are there, each NaN where there is none
 * @property {number} train
 * @property {number} test
 * @property {number} train_accuracy
 * @property {number} test_accuracy
 */

/**
 * @typedef {Pick<State, 'frame' | 'experiment' | 'points' | 'status' | 'diverged' | 'reached' | 'connection' | 'history'> & {
 *   architecture: Architecture | null, way_back: import('./recovery/state.js').WayBack | null, costs: Costs,
 *   chosen: Point | null, pass: ForwardPass | null, sample: boolean, stored: boolean, numbers: import('./network/state.js').NumbersShown,
 *   past: {newest: number} | null, naming?: import('../ui/naming.js').Naming}} Snapshot
 *   `past`: it is not the newest moment, which is that step; `naming`: what points are called; `sample`: its points are nobody's own, `stored`: and no server's; `chosen`: the chosen point, `pass`: its way through the network; `numbers`: at which neurons there is room for them
 */

/** Milliseconds between two snapshots while training: what changes faster can't be read. */
const READABLE = 700;
/** The same while a hand moves through the past. */
const UNDER_A_HAND = 100;

/** @type {Costs} */
const UNKNOWN = Object.freeze({ train: NaN, test: NaN, train_accuracy: NaN, test_accuracy: NaN });

/** @param {State} state @param {boolean} outdated whether the points are no longer those of the frame */
function costsOf({ frame, diverged }, outdated) {
  if (!frame || diverged || outdated) return UNKNOWN;
  const { train_cost: train, test_cost: test, train_accuracy, test_accuracy } = frame;
  return { train, test, train_accuracy, test_accuracy };
}

/**
 * @param {Pick<import('./page.js').Page, 'state' | 'view'>} page
 * @param {boolean} outdated
 * @returns {Snapshot}
 */
export function snapshotOf(page, outdated) {
  const now = page.state;
  const { frame, experiment, points, status, diverged, reached, connection, history } = now;
  const { plane: { chosen: id }, recovery: { way_back }, network: { numbers }, past: { moment: past } } = page.view;
  const chosen = points.find((point) => point.id === id) ?? null;
  const fits = experiment && frame && networkNow(page);
  return Object.freeze({
    frame, experiment, points, status, diverged, connection, history, way_back, chosen, numbers, sample: page.view.first.sample, stored: page.view.first.stored,
    reached: reached && !past && status === 'paused' && frame?.step === reached.step ? reached : null,
    past: past && { newest: past.newest },
    architecture: sliceNow(page),
    naming: namingOf(tableOf(now)),
    costs: costsOf(now, outdated),
    pass: chosen && fits ? passAt(page, chosen) : null,
  });
}

/**
 * @typedef {object} Snapshots
 * @property {() => Snapshot} now the newest; who reads it in an effect is told of each new one
 */

/** @param {Pick<import('./page.js').Page, 'state' | 'view'>} page @returns {Snapshots} */
export function createSnapshots(page) {
  const { state, view } = page;
  let current = untracked(() => snapshotOf(page, false));
  const told = tracked({ snapshot: current });
  /** The points that the frame's costs are those of. */
  let judged = current.points;
  let last = -Infinity;
  let timer = 0;
  let due = Infinity;

  /** A frame of other settings would be told by the wrong ones: its successor is on the way. */
  const isBetween = () => {
    const { experiment, frame, revision, connection } = state;
    const isOld = frame !== null && frame === current.frame && frame.revision < revision;
    return connection.status === 'live' && experiment !== current.experiment && isOld;
  };

  const take = () => {
    window.clearTimeout(timer);
    due = Infinity;
    if (isBetween()) return;
    const { frame, points, connection } = state;
    const kept = judged === current.points;
    if (frame !== current.frame || (kept && connection.status === 'live')) judged = points;
    last = performance.now();
    current = snapshotOf(page, judged !== points);
    told.snapshot = current;
  };

  /** @param {number} wait milliseconds, while training */
  const takeIn = (wait) => {
    if (state.status !== 'training' && !view.past.moving) {
      take();
      return;
    }
    const now = performance.now();
    const at = view.past.moving ? Math.max(now, last + UNDER_A_HAND) : now + wait;
    if (at >= due) return;
    window.clearTimeout(timer);
    due = at;
    timer = window.setTimeout(take, at - now);
  };
  const soon = () => takeIn(Math.max(0, last + READABLE - performance.now()));

  // What changes decides how soon it is told.
  onChange(() => [state.frame, state.status, state.diverged, state.reached, state.connection], soon);
  onChange(() => [state.experiment, state.points, state.tables, state.history], () => takeIn(Math.max(AFTERWARDS, last + READABLE - performance.now())));
  onChange(() => [view.plane.chosen, view.plane.held, view.network.numbers], () => takeIn(AFTERWARDS));
  onChange(() => [view.past.moment, view.past.moving], soon);
  onChange(() => [view.recovery.way_back, view.first.sample, view.first.stored], soon);

  return { now: () => told.snapshot };
}

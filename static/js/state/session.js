/**
 * @file What the server's own changes do to the state: a welcome, a new experiment or points, a frame, a
 * divergence.
 */

import { decodeVector } from '../network/parameters.js';
import { RESUMPTION, isResumption, spokenOf } from './changes.js';
import { appended, emptyHistory, truncated, withEvent } from './history.js';
import { sameTask } from './moment.js';
import { rebased } from './pending.js';
import { samePoints } from './points.js';
import { architectureOf } from './selectors.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Frame} Frame */
/** @typedef {import('../types.js').SessionState} SessionState */
/** @typedef {import('../types.js').State} State */

/**
 * @param {State} state
 * @param {import('../types.js').WelcomeEvent} event
 * @returns {State}
 */
export function welcomed(state, { limits, options, state: session, resuming = false, restored = null }) {
  // A new session starts counting revisions afresh.
  const { revision } = session;
  const met = { ...state, limits, options, revision, architecture_revision: revision };
  if (resuming && restored) {
    const { undo, ...moment } = restored;
    const { points, progress, experiment } = moment;
    const pending = { confirmed: points, progress, edits: [], drag: null, changes: [{ ...RESUMPTION, to: moment }] };
    const frame = frameOf({ progress, revision, training: false });
    return { ...met, ...moment, undo, experiment, pending, frame, status: 'paused', diverged: null };
  }
  if (resuming) {
    const pending = { ...state.pending, changes: [RESUMPTION, ...state.pending.changes] };
    // Until it has what this page held it is asked for no less: the next server, if this one is lost as well, trains on.
    return { ...met, pending, status: state.status === 'training' ? 'training' : 'paused', diverged: null };
  }
  // What the page was to go on with, if a server refused that, leaves nothing behind.
  const pending = { ...state.pending, changes: state.pending.changes.filter((change) => !isResumption(change)) };
  return entered({ ...met, pending, experiment: null, frame: null, drawn: null, tables: [], undo: { past: [], future: [] } }, session);
}

/**
 * The state after an event `state`: another experiment, other points, other progress. Where it leads back to a
 * moment, the cost curve is that moment's.
 * @param {State} state
 * @param {SessionState} session
 * @returns {State}
 */
export function entered(state, session) {
  const { revision, experiment, training, progress, updates_per_second: updatesPerSecond } = session;
  const previous = state.experiment;
  const sent = samePoints(state.pending.confirmed, session.points) ? state.pending.confirmed : session.points;
  const { pending, points } = rebased(state.pending, sent);
  const to = pending.changes[0]?.to;
  const sameShape = previous !== null && architectureOf(previous).sameShape(architectureOf(experiment));
  return {
    ...state,
    revision,
    architecture_revision: sameShape ? state.architecture_revision : revision,
    experiment,
    pending: { ...pending, progress, changes: spokenOf(state) },
    points: samePoints(state.points, points) ? state.points : points,
    status: training ? 'training' : state.status === 'diverged' ? 'diverged' : 'paused',
    updates_per_second: updatesPerSecond,
    frame: sameShape ? state.frame : frameOf(session),
    progress,
    history: to ? to.history : historyAfter(state, session),
    drawn: to ? to.drawn : state.drawn,
    tables: to ? to.tables : state.tables,
    undo: undoAfter(state, { experiment, points: sent }),
  };
}

/**
 * Where nobody here asked for another task, as when a new server refuses to go on with this one, what was done before
 * can't be undone on it.
 * @param {State} state
 * @param {Pick<import('../types.js').Moment, 'experiment' | 'points'>} after
 */
function undoAfter({ experiment, pending, undo }, after) {
  const [change = RESUMPTION] = pending.changes;
  if (!isResumption(change) || !experiment) return undo;
  return sameTask({ experiment, points: pending.confirmed }, after) ? undo : { past: [], future: [] };
}

/**
 * @param {State} state
 * @param {SessionState} session
 */
function historyAfter({ history, experiment: before, frame, status }, session) {
  const { experiment: after, progress: { step }, reason } = session;
  // Steps are only made while training, so a jump ahead at rest leads into another run.
  const anotherRun = status !== 'training' && step > (frame?.step ?? 0);
  if (!before || anotherRun) return emptyHistory();
  return withEvent(truncated(history, step), step, { text: describeChange(before, after, reason) });
}

/**
 * What changed, in the fewest words: the learning rate with both its values, anything else by the server's
 * own.
 * @param {Experiment} before
 * @param {Experiment} after
 * @param {string} reason
 */
function describeChange(before, after, reason) {
  const names = /** @type {(keyof Experiment)[]} */ (Object.keys(after));
  const changed = names.filter((name) => String(before[name]) !== String(after[name]));
  if (changed.length === 1 && changed[0] === 'learning_rate') {
    return `rate ${before.learning_rate} → ${after.learning_rate}`;
  }
  return reason;
}

/**
 * A frame from the parameters of a session, so that there is something to draw before the server sends one.
 * @param {Pick<SessionState, 'progress' | 'revision' | 'training'>} session
 * @returns {Frame}
 */
function frameOf({ progress, revision, training }) {
  const parameters = Float32Array.from(decodeVector(progress.parameters));
  const { last_batch: last } = progress;
  return {
    training,
    kept: false,
    revision,
    step: progress.step,
    epoch: progress.epoch,
    train_cost: NaN,
    test_cost: NaN,
    batch_cost: last?.cost ?? NaN,
    train_accuracy: NaN,
    test_accuracy: NaN,
    measured_rate: 0,
    batch_samples: last?.samples ?? 0,
    parameters,
    update: last ? Float32Array.from(decodeVector(last.update)) : new Float32Array(parameters.length),
  };
}

/**
 * The state with a new frame; one that belongs to an architecture that is gone is ignored.
 * @param {State} state
 * @param {Frame} frame
 * @returns {State}
 */
export function shownFrame(state, frame) {
  if (!state.experiment || frame.revision < state.architecture_revision) return state;
  if (frame.parameters.length !== architectureOf(state.experiment).parameterCount) return state;
  return { ...state, frame, history: appended(
    state.history, frame.step, frame.train_cost, frame.test_cost, frame.train_accuracy, frame.test_accuracy) };
}

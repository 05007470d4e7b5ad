/**
 * @file Points between the hand and the server: edits show at once, and stay provisional until the server
 * has taken them.
 *
 * `pending.confirmed` is what the server has; `points`, what is shown, is that with the unanswered edits
 * applied in order, and a drag that has not been sent yet on top. So a refusal takes back exactly what was
 * refused.
 */

import { withEvent } from './history.js';
import { applyEdit, describeEdit, fits, inverseOf, samePoints, trainingCount } from './points.js';
import { entryWith, forgotten, taken } from './undo.js';

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').State} State */

/** @param {Pick<State['pending'], 'confirmed' | 'edits' | 'drag'>} pending */
function shown({ confirmed, edits, drag }) {
  const points = edits.reduce((before, { edit }) => applyEdit(before, edit), confirmed);
  return drag ? applyEdit(points, drag) : points;
}

/**
 * Another number of training points starts the current pass anew, here as on the server, so that the
 * checkpoint that the browser composes remains one that a server takes.
 * @param {Pick<State, 'progress' | 'points'>} state
 * @param {Point[]} points
 */
function progressWith({ progress, points: before }, points) {
  const asMany = trainingCount(points) === trainingCount(before);
  return !progress || progress.batch === 0 || asMany ? progress : { ...progress, batch: 0 };
}

/**
 * @param {State} state
 * @param {Edit} edit
 * @param {number} step
 */
function historyWith({ history }, edit, step) {
  const what = describeEdit(edit);
  return what ? withEvent(history, step, what) : history;
}

/**
 * The state with an edit: unanswered if a command carries it, else (offline) as good as confirmed, because
 * the checkpoint that is loaded on reconnecting contains it.
 * @param {State} state
 * @param {{edit: Edit, id: number | null, key: number}} action
 * @returns {State}
 */
export function withEdit(state, { edit, id, key }) {
  const { confirmed, progress, edits, changes } = state.pending;
  const points = applyEdit(shown({ confirmed, edits, drag: null }), edit);
  const changed = { ...state, points, progress: progressWith(state, points), error: null };
  if (id !== null) {
    return { ...changed, pending: { confirmed, progress, edits: [...edits, { id, key, edit }], drag: null, changes } };
  }
  return {
    ...changed,
    pending: { confirmed: points, progress: changed.progress, edits: [], drag: null, changes },
    history: historyWith(state, edit, state.frame?.step ?? 0),
  };
}

/**
 * @param {State} state
 * @param {Edit | null} drag
 * @returns {State}
 */
export function withDrag(state, drag) {
  const pending = { ...state.pending, drag };
  return { ...state, pending, points: shown(pending) };
}

/**
 * The entries once an edit happened. What undoes it follows from the points that it changed, which may not be those
 * that were on the screen when it was made.
 * @param {State['undo']} undo
 * @param {{key: number, edit: Edit}} happened
 * @param {Point[]} points   before it
 */
function withInverse(undo, { key, edit }, points) {
  const isDone = undo.past.some((entry) => entry.key === key);
  return taken(undo, key, ({ edits }) => (
    isDone && edits?.redo[0] === edit ? { edits: { ...edits, undo: inverseOf(points, edit) } } : {}
  ));
}

/**
 * The state once the server carried out the command with this id. What is shown stays the same.
 * @param {State} state
 * @param {number} id
 * @param {number} step
 * @returns {State}
 */
export function acknowledged(state, id, step) {
  const { pending, undo } = state;
  const answered = pending.edits.find((edit) => edit.id === id);
  if (!answered) return state;
  const { edit } = answered;
  return {
    ...state,
    undo: withInverse(undo, answered, pending.confirmed),
    pending: {
      ...pending,
      confirmed: applyEdit(pending.confirmed, edit),
      edits: pending.edits.filter((each) => each !== answered),
    },
    history: historyWith(state, edit, step),
  };
}

/**
 * The state once the server refused the command with this id: without its edit, and without the undo entry it
 * belonged to.
 * @param {State} state
 * @param {number | null} id
 * @returns {State}
 */
export function withoutRefused(state, id) {
  const answered = state.pending.edits.find((edit) => edit.id === id);
  if (!answered) return state;
  const pending = { ...state.pending, edits: state.pending.edits.filter((edit) => edit !== answered) };
  const points = shown(pending);
  const { undo } = state;
  const { key } = answered;
  return {
    ...state,
    pending,
    points,
    progress: progressWith({ progress: pending.progress, points: pending.confirmed }, points),
    // Other parts of its entry, such as a class that it brought along, may have happened.
    undo: entryWith(undo, key)?.edits ? forgotten(undo, key) : undo,
  };
}

/**
 * Points that the server sent, with the edits on top that it has not answered yet.
 * @param {State['pending']} pending
 * @param {Point[]} points
 */
export function rebased(pending, points) {
  const next = { ...pending, confirmed: points };
  return { pending: next, points: shown(next) };
}

/**
 * The state when the connection is gone: what waits for an answer will get none, and stays, except what the
 * server would have refused, given the last it said.
 * @param {State} state
 * @returns {State}
 */
export function settledOffline(state) {
  const { pending: { confirmed, progress: newest, edits, drag }, experiment } = state;
  let { undo } = state;
  let points = confirmed;
  for (const waiting of edits) {
    if (experiment && fits(points, waiting.edit, experiment)) {
      undo = withInverse(undo, waiting, points);
      points = applyEdit(points, waiting.edit);
    } else {
      undo = forgotten(undo, waiting.key);
    }
  }
  if (drag) points = applyEdit(points, drag);
  // What was measured on the points that are shown still holds for these.
  if (samePoints(state.points, points)) points = state.points;
  // The newest progress may belong to the confirmed points; the others are new to it.
  const progress = progressWith({ progress: newest, points: confirmed }, points);
  const pending = { confirmed: points, progress, edits: [], drag: null, changes: [] };
  return { ...state, points, progress, undo, pending };
}

/**
 * @file Points between the hand and the server: edits show at once, and stay provisional until the server
 * took them.
 *
 * `pending.confirmed` is what the server has; `points`, what is shown, is that with the unanswered edits
 * applied in order, and a drag that was not sent yet on top. So a refusal takes back exactly what was
 * refused.
 */

import { withEvent } from './history.js';
import { applyEdit, describeEdit, trainingCount } from './points.js';

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').State} State */

/** @param {State['pending']} pending */
function shown({ confirmed, edits, drag }) {
  const points = edits.reduce((before, { edit }) => applyEdit(before, edit), confirmed);
  return drag ? applyEdit(points, drag) : points;
}

/**
 * Another number of training points starts the current pass anew, here as on the server, so that the
 * checkpoint that the browser composes stays one that a server takes.
 * @param {State} state
 * @param {Point[]} points
 */
function progressWith(state, points) {
  const { progress } = state;
  const asMany = trainingCount(points) === trainingCount(state.points);
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
  const { confirmed, edits } = state.pending;
  const points = applyEdit(shown({ confirmed, edits, drag: null }), edit);
  const changed = { ...state, points, progress: progressWith(state, points), error: null };
  if (id !== null) {
    return { ...changed, pending: { confirmed, edits: [...edits, { id, key, edit }], drag: null } };
  }
  return {
    ...changed,
    pending: { confirmed: points, edits: [], drag: null },
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
 * The state once the server carried out the command with this id. What is shown stays the same.
 * @param {State} state
 * @param {number} id
 * @param {number} step
 * @returns {State}
 */
export function acknowledged(state, id, step) {
  const { pending } = state;
  const answered = pending.edits.find((edit) => edit.id === id);
  if (!answered) return state;
  return {
    ...state,
    pending: {
      ...pending,
      confirmed: applyEdit(pending.confirmed, answered.edit),
      edits: pending.edits.filter((edit) => edit !== answered),
    },
    history: historyWith(state, answered.edit, step),
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
  const { past, future } = state.undo;
  return {
    ...state,
    pending,
    points,
    progress: progressWith(state, points),
    undo: {
      past: past.filter(({ key }) => key !== answered.key),
      future: future.filter(({ key }) => key !== answered.key),
    },
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
 * The state when the connection is gone: what waits for an answer will get none, and stays.
 * @param {State} state
 * @returns {State}
 */
export function settledOffline(state) {
  const { pending, points } = state;
  // The newest progress may be of the confirmed points, the others are new to it.
  const progress = progressWith({ ...state, points: pending.confirmed }, points);
  return { ...state, progress, pending: { confirmed: points, edits: [], drag: null } };
}

/**
 * @file Changes between the page and the server: each is an entry at once, and can be undone as soon as the
 * server has answered.
 *
 * Commands are answered in the order they were sent, and what a command changes comes before its `ack`. So the
 * moment before a change is what the browser held when the server reported it: exact while nothing trains,
 * up to a second old otherwise.
 */

import { keepsLearning, momentOf, sameMoment, sameTask } from './moment.js';
import { forgotten, notRedone, notUndone, redone, remembered, taken, undone } from './undo.js';

/** @typedef {import('../types.js').Moment} Moment */
/** @typedef {import('../types.js').PendingChange} PendingChange */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').UndoEntry} UndoEntry */

/** The checkpoint that the connection loads into a new session; it has no entry. @type {PendingChange} */
export const RESUMPTION = { id: null, key: null, way: 'do', command: null, walked: null, to: null, from: null };

/** Whether a change puts everything in the place of what there was, so that nothing leads back. @param {PendingChange} change */
export const isResumption = ({ key }) => key === null;

/**
 * The state once a change was sent.
 * @param {State} state
 * @param {{change: PendingChange, entry: UndoEntry | null}} action
 * @returns {State}
 */
export function withChange(state, { change, entry }) {
  const { pending, undo } = state;
  const walked = change.way === 'undo' ? undone(undo) : isResumption(change) ? undo : redone(undo);
  return {
    ...state,
    pending: { ...pending, changes: [...pending.changes, change] },
    undo: entry ? remembered(undo, entry) : walked,
  };
}

/**
 * What waits for an answer, once the server has reported the oldest change.
 * @param {State} before
 * @returns {PendingChange[]}
 */
export function spokenOf(before) {
  const [change, ...later] = before.pending.changes;
  if (!change) return [];
  return isResumption(change) ? later : [{ ...change, from: momentOf(before) }, ...later];
}

/**
 * The state after an event `checkpoint`. A value that was typed is reported by nothing else; of several, the last one
 * before its `ack` counts.
 * @param {State} state
 * @param {import('../types.js').Progress} progress
 * @returns {State}
 */
export function withCheckpoint(state, progress) {
  const { pending } = state;
  const [change] = pending.changes;
  const isTyped = change?.command?.type === 'set_parameter';
  // An edit that was sent before it has a checkpoint of its own.
  const isNext = isTyped && pending.edits.every(({ id }) => id > /** @type {number} */ (change.id));
  return { ...state, progress, pending: { ...pending, progress, changes: isNext ? spokenOf(state) : pending.changes } };
}

/**
 * The state once the change with this id was carried out.
 * @param {State} state
 * @param {number | null} id
 * @returns {State}
 */
export function carriedOut(state, id) {
  const change = state.pending.changes.find((each) => each.id === id);
  if (!change) return state;
  const { key, way, command, from } = change;
  const rest = without(state, change);
  if (key === null || !from) return rest;
  const now = command?.type === 'generate'
    ? { ...rest, drawn: drawnBy(command, state.pending.confirmed), tables: [] } : rest;
  if (way === 'do' && command && changedNothing(command, from, momentOf(state))) return { ...now, undo: forgotten(state.undo, key) };
  return { ...now, undo: taken(state.undo, key, () => known(command, from, state)) };
}

/**
 * Training goes on between the two moments, so a setting that leaves θ alone is compared by itself.
 * @param {import('../types.js').Command} command
 * @param {Moment} from
 * @param {Moment} now
 */
const changedNothing = (command, from, now) => (keepsLearning(command) ? sameTask : sameMoment)(from, now);

/**
 * What is known of an entry then. Choosing test points anew counts as an edit of points: there is nothing for
 * the network to go back from.
 * @param {import('../types.js').Command | null} command
 * @param {Moment} from
 * @param {State} now
 * @returns {Partial<UndoEntry>}
 */
function known(command, from, now) {
  if (command?.type !== 'split') return { moment: from };
  const replaced = (/** @type {import('../types.js').Point[]} */ points) => (
    /** @type {const} */ ({ type: 'replace_points', points })
  );
  return { edits: { undo: [replaced(from.points)], redo: [replaced(now.pending.confirmed)] } };
}

/**
 * @param {import('../types.js').Sample} command
 * @param {import('../types.js').Point[]} points
 * @returns {import('../types.js').Drawn}
 */
function drawnBy({ dataset, count, noise, test_share, seed }, points) {
  return { dataset, count, noise, test_share, seed, points };
}

/**
 * The state once the change with this id was refused: it did not happen, nor its entry.
 * @param {State} state
 * @param {number | null} id
 * @returns {State}
 */
export function refused(state, id) {
  const change = state.pending.changes.find((each) => each.id === id);
  if (!change) return state;
  const { undo } = state;
  const { key, way, walked } = change;
  const rest = without(state, change);
  if (key === null) return rest;
  if (way === 'do') return { ...rest, undo: forgotten(undo, key) };
  return { ...rest, undo: walked ? notUndone(undo, walked) : notRedone(undo, key) };
}

/**
 * The state when no answer will come: a change that the server reported has happened; any other has not, nor has what
 * needed it, such as a point of a class that it was to bring.
 * @param {State} state
 * @returns {State}
 */
export function unanswered(state) {
  const { changes, edits } = state.pending;
  const settled = changes.toReversed().reduce(
    (before, { id, from }) => (from ? carriedOut(before, id) : refused(before, id)), state);
  const lost = new Set(changes.filter(({ from }) => !from).map(({ key }) => key));
  return { ...settled, pending: { ...settled.pending, edits: edits.filter(({ key }) => !lost.has(key)) } };
}

/** @param {State} state @param {PendingChange} change @returns {State} */
function without(state, change) {
  const { pending } = state;
  return { ...state, pending: { ...pending, changes: pending.changes.filter((each) => each !== change) } };
}

/** @file The one way in which the state changes: (state, action) → state, pure. */

import { carriedOut, refused, unanswered, withChange, withCheckpoint } from './changes.js';
import { emptyHistory } from './history.js';
import { acknowledged, settledOffline, withDrag, withEdit, withoutRefused } from './pending.js';
import { entered, shownFrame, welcomed } from './session.js';
import { forgotten, redone, remembered, undone } from './undo.js';

/** @typedef {import('../types.js').Action} Action */
/** @typedef {import('../types.js').State} State */

/** Tables that can be come back to by undoing. */
const MOST_TABLES = 20;

/** @returns {State} */
export const initialState = () => ({
  connection: { status: 'connecting', since: 0, attempt: 0, retry_at: null, close_code: null },
  limits: null,
  options: null,
  revision: 0,
  architecture_revision: 0,
  experiment: null,
  points: [],
  pending: { confirmed: [], progress: null, edits: [], drag: null, changes: [] },
  status: 'paused',
  updates_per_second: null,
  frame: null,
  progress: null,
  diverged: null,
  reached: null,
  history: emptyHistory(),
  drawn: null,
  tables: [],
  undo: { past: [], future: [] },
  trace: null,
  inspection: null,
  taken_out: null,
  moment: null,
  error: null,
});

/**
 * @param {State} state
 * @param {Action} action   an event from the wire, or something that happened in the browser
 * @returns {State}
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'welcome':
      return welcomed(state, action);
    case 'state':
      return entered(state, action);
    case 'status':
      return {
        ...state,
        status: action.status,
        updates_per_second: action.updates_per_second,
        diverged: action.status === 'diverged' ? state.diverged : null,
      };
    case 'ack':
      return {
        ...carriedOut(acknowledged(state, action.id, action.step), action.id), revision: action.revision,
      };
    case 'error': {
      const { id, message, code, field, given, allowed } = action;
      const without = id === null ? state : refused(withoutRefused(state, id), id);
      return { ...without, error: { message, code, field, given, allowed } };
    }
    case 'checkpoint':
      return withCheckpoint(state, action.progress);
    case 'diverged': {
      const { type, ...diverged } = action;
      const { progress } = diverged;
      return { ...state, status: type, diverged, progress, pending: { ...state.pending, progress } };
    }
    case 'reached':
      return { ...state, reached: action };
    case 'trace':
      return { ...state, trace: action };
    case 'taken_out':
      return { ...state, taken_out: action };
    case 'moment':
      return { ...state, moment: action };
    case 'inspection':
    case 'inspection_ended':
      return { ...state, inspection: action };
    case 'frame':
      return shownFrame(state, action.frame);
    case 'connection': {
      const { connection } = action;
      return { ...(connection.status === 'live' ? state : settledOffline(unanswered(state))), connection };
    }
    case 'edit':
      return withEdit(state, action);
    case 'drag':
      return withDrag(state, action.edit);
    case 'change':
      return withChange(state, action);
    case 'remember':
      return { ...state, undo: remembered(state.undo, action.entry) };
    case 'forget':
      return { ...state, undo: forgotten(state.undo, action.key) };
    case 'take_table':
      return { ...state, tables: [action.table, ...state.tables].slice(0, MOST_TABLES) };
    case 'undone':
      return { ...state, undo: undone(state.undo) };
    case 'redone':
      return { ...state, undo: redone(state.undo) };
    case 'regained':
      return { ...state, ...action.with };
    case 'dismiss_error':
      return state.error ? { ...state, error: null } : state;
    default:
      // An event that this page knows nothing of, such as a newer server's, changes nothing.
      return state;
  }
}

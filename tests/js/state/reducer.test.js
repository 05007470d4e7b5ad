import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../static/js/network/parameters.js';
import { initialState, reduce } from '../../../static/js/state/reducer.js';
import { composeCheckpoint } from '../../../static/js/wire/checkpoint.js';
import { OPTIONS } from '../options.js';
import { EXPERIMENT, LIMITS, POINTS, connectionAction, entry, frame, liveStore, progressAt, session } from './scene.js';

/** @typedef {import('../../../static/js/types.js').Action} Action */

/** @param {Action[]} actions @param {object} [changes] of the first session */
function after(actions, changes = {}) {
  const store = liveStore(changes);
  for (const action of actions) store.dispatch(action);
  return store.getState();
}

/** @type {(id: number, point?: object) => Action} */
const addition = (id, point = {}) => ({
  type: 'edit', id, key: id + 1,
  edit: { type: 'add_points', points: [{ id: 100 + id, x1: 0, x2: 0, target: 0, test: false, ...point }] },
});
/** @type {(id: number, step?: number) => Action} */
const ack = (id, step = 20) => ({ type: 'ack', id, revision: 5, step });
/** @type {import('../../../static/js/types.js').Refusal} */
const REFUSAL = { code: 'limit', field: 'points', given: 2001, allowed: 'at most 2000 points', message: 'Too many points.' };
/** @type {(id: number | null) => Action} */
const error = (id) => ({
  type: 'error', id, ...REFUSAL,
});

test('a welcome gives everything that there is to show', () => {
  const state = after([]);
  assert.equal(state.limits, LIMITS);
  assert.equal(state.experiment, EXPERIMENT);
  assert.deepEqual(state.points, POINTS);
  assert.equal(state.frame?.step, 0);
  assert.deepEqual([...state.frame?.parameters ?? []], new Array(7).fill(0.5), 'until a frame comes');
  assert.equal(state.connection.status, 'live');
});

test('a reduction leaves the state before it as it was', () => {
  const before = after([addition(0), { type: 'frame', frame: frame({ step: 5 }) }]);
  // A history's room is filled behind its back; what can be seen of it is not.
  const copy = structuredClone({ ...before, history: { ...before.history, room: null } });
  for (const action of /** @type {Action[]} */ ([
    ack(0), error(0), addition(1), { type: 'frame', frame: frame() }, connectionAction('offline'),
    { type: 'state', ...session({ points: [] }) },
    { type: 'drag', edit: { type: 'move_points', points: [{ id: 0, x1: 2, x2: 2 }] } },
  ])) {
    reduce(before, action);
    assert.deepEqual({ ...before, history: { ...before.history, room: null } }, copy, action.type);
  }
});

test('an event of a kind that is not known changes nothing', () => {
  const state = after([]);
  assert.equal(reduce(state, /** @type {any} */ ({ type: 'weather' })), state);
});

test('a frame becomes the newest, and its costs part of the history', () => {
  const state = after([{ type: 'frame', frame: frame() }]);
  assert.equal(state.frame?.step, 10);
  const { steps, train, test: held } = state.history;
  assert.deepEqual([...steps, ...train, ...held], [10, 0.5, 0.6]);
});

test('a frame of an older revision is ignored when the architecture is another since', () => {
  const experiment = { ...EXPERIMENT, hidden: [2] };
  const progress = progressAt(0, 12);
  const state = after([{ type: 'state', ...session({ revision: 4, experiment, progress }) }]);
  const late = { revision: 3, parameters: new Float32Array(7) };
  assert.equal(reduce(state, { type: 'frame', frame: frame(late) }), state);
  const sameCount = { revision: 3, parameters: new Float32Array(12) };
  assert.equal(reduce(state, { type: 'frame', frame: frame(sameCount) }), state, 'the count alone agrees');
  const now = frame({ revision: 4, parameters: new Float32Array(12) });
  assert.equal(reduce(state, { type: 'frame', frame: now }).frame, now);
});

test('a frame of an older revision is shown when only points or rates changed since', () => {
  const experiment = { ...EXPERIMENT, learning_rate: 1 };
  const state = after([{ type: 'state', ...session({ revision: 4, experiment }) }]);
  const late = frame({ revision: 3 });
  assert.equal(reduce(state, { type: 'frame', frame: late }).frame, late);
});

test('another architecture is drawn from its progress until its frame comes', () => {
  const experiment = { ...EXPERIMENT, hidden: [] };
  const state = after([
    { type: 'frame', frame: frame() },
    { type: 'state', ...session({ revision: 2, experiment, progress: progressAt(10, 6) }) },
  ]);
  assert.deepEqual([...state.frame?.parameters ?? []], new Array(6).fill(0.5));
  assert.equal(state.frame?.step, 10);
});

test('it is drawn with the last batch of its progress, where that is known', () => {
  const experiment = { ...EXPERIMENT, hidden: [] };
  /** @param {import('../../../static/js/types.js').Progress['last_batch']} last_batch */
  const drawn = (last_batch) => {
    const progress = { ...progressAt(10, 6), last_batch };
    const { frame: shown } = after([{ type: 'state', ...session({ revision: 2, experiment, progress }) }]);
    return [shown?.batch_cost, shown?.batch_samples, ...shown?.update ?? []];
  };
  const update = encodeVector([1, 2, 3, 4, 5, 0.5]);
  assert.deepEqual(drawn({ cost: 0.25, samples: 4, update }), [0.25, 4, 1, 2, 3, 4, 5, 0.5]);
  assert.deepEqual(drawn({ cost: null, samples: 4, update }), [NaN, 4, 1, 2, 3, 4, 5, 0.5]);
  for (const unknown of [null, undefined]) assert.deepEqual(drawn(unknown), [NaN, 0, 0, 0, 0, 0, 0, 0]);
});

test('an added point is there before the server answers, and stays when it does', () => {
  const added = after([addition(0)]);
  assert.deepEqual(added.points.map(({ id }) => id), [0, 1, 2, 100]);
  const state = reduce(added, ack(0));
  assert.equal(state.points, added.points, 'nothing to draw anew');
  assert.deepEqual(state.pending.confirmed, state.points);
  assert.equal(state.revision, 5);
});

test('a refused edit is taken back, what came after it stays', () => {
  const state = after([
    addition(0), { type: 'remember', entry: entry(1) },
    addition(1), { type: 'remember', entry: entry(2) },
    error(0),
  ]);
  assert.deepEqual(state.points.map(({ id }) => id), [0, 1, 2, 101]);
  assert.deepEqual(state.undo.past.map(({ key }) => key), [2], 'what did not happen cannot be undone');
  assert.deepEqual(state.error, REFUSAL);
});

test('points from the server keep the edits on top that it has not seen', () => {
  const points = [{ id: 50, x1: 0, x2: 0, target: 0, test: false }];
  const state = after([addition(0), { type: 'state', ...session({ revision: 3, points }) }]);
  assert.deepEqual(state.points.map(({ id }) => id), [50, 100]);
  assert.deepEqual(reduce(state, error(0)).points.map(({ id }) => id), [50]);
});

test('points that did not change stay the same array', () => {
  const before = after([]);
  const state = reduce(before, { type: 'state', ...session({ points: structuredClone(POINTS) }) });
  assert.equal(state.points, before.points);
});

test('a drag shows where the point is, and nothing once it is given up', () => {
  const moved = after([{ type: 'drag', edit: { type: 'move_points', points: [{ id: 1, x1: 2.5, x2: 2 }] } }]);
  assert.deepEqual(moved.points[1], { ...POINTS[1], x1: 2.5, x2: 2 });
  assert.deepEqual(reduce(moved, { type: 'drag', edit: null }).points, POINTS);
});

test('edits without an answer outlive the connection, in the checkpoint for the next server', () => {
  const offline = after([addition(0), connectionAction('offline'), {
    type: 'edit', id: null, key: 9, edit: { type: 'remove_points', ids: [0] },
  }]);
  assert.deepEqual(offline.points.map(({ id }) => id), [1, 2, 100]);
  assert.deepEqual(composeCheckpoint(offline)?.points, offline.points);
  const back = reduce(offline, {
    type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, resuming: true, state: session({ points: [] }),
  });
  assert.equal(back.points, offline.points, 'a new server knows nothing yet');
  const points = structuredClone(offline.points);
  const loaded = reduce(back, { type: 'state', ...session({ revision: 1, points }) });
  assert.deepEqual(loaded.points, offline.points);
  assert.deepEqual(loaded.undo, offline.undo);
});

test('of what a page came back with and a server refused, nothing stays: no curve, no drawing, no table', () => {
  const before = after([]);
  const restored = { ...before, history: { ...before.history, steps: Float64Array.of(0, 7), train: Float64Array.of(1, 0.5), test: Float64Array.of(1, 0.5) } };
  const welcome = { type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, state: session({ points: [] }) };
  const back = reduce(initialState(), /** @type {any} */ ({ ...welcome, resuming: true, restored }));
  assert.equal(back.history.steps.length, 2);
  const refused = reduce(back, /** @type {any} */ ({ ...welcome, resuming: false }));
  assert.deepEqual([refused.history.steps.length, refused.points, refused.drawn, refused.tables, refused.pending.changes], [0, [], null, [], []]);
});

test('training goes on when the connection is lost again before a server has taken the page over', () => {
  const again = after([
    { type: 'status', status: 'training', updates_per_second: null, step: 5 },
    connectionAction('offline'),
    { type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, resuming: true, state: session({ points: [] }) },
    connectionAction('offline'),
  ]);
  assert.equal(again.status, 'training', 'what the page asks the next server for');
  assert.equal(reduce(again, { type: 'state', ...session() }).status, 'paused', 'what a server says counts');
});

test('another number of training points begins the pass anew in the checkpoint', () => {
  assert.equal(after([]).progress?.batch, 3);
  assert.equal(after([addition(0)]).progress?.batch, 0);
  assert.equal(after([addition(0, { test: true })]).progress?.batch, 3);
  const late = { ...progressAt(5), batch: 2 };
  const lost = after([
    addition(0), { type: 'checkpoint', revision: 0, progress: late }, connectionAction('offline'),
  ]);
  assert.equal(lost.progress?.batch, 0, 'a checkpoint from before an edit that was never answered');
});

test('status and divergence are shown until training can go on', () => {
  const diverged = after([{
    type: 'diverged', step: 201, what: 'cost', learning_rate: 0.8, revision: 2, progress: progressAt(200),
  }]);
  assert.equal(diverged.status, 'diverged');
  assert.equal(diverged.diverged?.step, 201);
  assert.equal(diverged.progress?.step, 200);
  const configured = reduce(diverged, { type: 'state', ...session({ progress: progressAt(200) }) });
  assert.equal(configured.status, 'diverged', 'another rate alone mends nothing');
  const mended = reduce(configured, { type: 'status', status: 'paused', updates_per_second: 60, step: 200 });
  assert.deepEqual([mended.status, mended.diverged, mended.updates_per_second], ['paused', null, 60]);
});

test('the history tells what changed: a rate by its values, points by their number, else the reason', () => {
  const slower = { ...EXPERIMENT, learning_rate: 0.15 };
  const deeper = { ...slower, hidden: [1, 2] };
  const state = after([
    { type: 'frame', frame: frame({ step: 900 }) },
    addition(0), addition(1), ack(0, 910), ack(1, 915),
    { type: 'state', ...session({ experiment: slower, training: true, progress: progressAt(1000) }) },
    { type: 'state', ...session({
      experiment: deeper, training: true, progress: progressAt(1100, 13), reason: 'layer 3 added',
    }) },
  ], { training: true });
  assert.deepEqual(state.history.events.map(({ step, text }) => [step, text]), [
    [910, '2 points added'], [1000, 'rate 0.35 → 0.15'], [1100, 'layer 3 added'],
  ]);
});

test('going back to step 0 empties the history; another run at rest begins one', () => {
  const run = after([0, 500].map((step) => ({ type: 'frame', frame: frame({ step }) })));
  const reset = reduce(run, { type: 'state', ...session({ progress: progressAt(0), reason: 'reset' }) });
  assert.equal(reset.history.steps.length, 0);
  const back = reduce(run, { type: 'state', ...session({ progress: progressAt(300) }) });
  assert.deepEqual([...back.history.steps], [0]);
  const loaded = reduce(run, { type: 'state', ...session({ progress: progressAt(9000) }) });
  assert.equal(loaded.history.steps.length, 0);
});

test('what nobody here asked for leaves nothing that could be undone on it', () => {
  const edited = after([{ type: 'remember', entry: entry(1) }]);
  const same = reduce(edited, { type: 'state', ...session({ progress: progressAt(40) }) });
  assert.equal(same.undo, edited.undo);
  const other = reduce(edited, { type: 'state', ...session({ points: [] }) });
  assert.deepEqual(other.undo, { past: [], future: [] });
});

test('an error is shown until it is dismissed or the next edit', () => {
  const failed = after([error(null)]);
  assert.equal(reduce(failed, { type: 'dismiss_error' }).error, null);
  assert.equal(reduce(failed, addition(0)).error, null);
});

test('the newest pass and the newest look at a parameter are kept as they came', () => {
  const trace = /** @type {import('../../../static/js/types.js').TraceEvent} */ ({ type: 'trace', revision: 3, step: 7 });
  const look = /** @type {import('../../../static/js/types.js').InspectionEvent} */ (
    { type: 'inspection', revision: 3, step: 7, value: 0.5 });
  const ended = /** @type {const} */ ({ type: 'inspection_ended', revision: 4, message: 'It is gone.' });
  const state = after([trace, look]);
  assert.deepEqual([state.trace, state.inspection], [trace, look]);
  assert.deepEqual(reduce(state, ended).inspection, ended);
});

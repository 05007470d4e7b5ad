import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeVector } from '../../../../static/js/network/parameters.js';
import { createChronicle } from '../../../../static/js/state/chronicle/chronicle.js';
import { addMark, changesOf, firstStep, markBefore, newestStep, pathOf, visitAt } from '../../../../static/js/state/chronicle/lines.js';
import { outlineOf, recordFrom } from '../../../../static/js/kept/run_record.js';
import { EXPERIMENT, POINTS, frame, liveStore, session } from '../scene.js';

/** Parameters that only this step of this way has. @param {number} step @param {number} [way] */
const parametersAt = (step, way = 0) => new Float64Array(7).fill(step + way / 16);
/** @param {number} step @param {number} [way] */
const progressOf = (step, way = 0) => (
  { step, epoch: 0, batch: 0, parameters: encodeVector(parametersAt(step, way)), optimizer: {}, last_batch: null });

/** @param {object} [progress] that the page begins with */
function written(progress = progressOf(0)) {
  const store = liveStore({ progress });
  const chronicle = createChronicle();
  let before = store.getState();
  chronicle.take(before, before);
  store.subscribe(() => {
    const now = store.getState();
    chronicle.take(before, now);
    before = now;
  });
  const tell = {
    /** @param {number} step @param {object} [more] @param {number} [way] */
    frame: (step, more = {}, way = 0) => store.dispatch({
      type: 'frame', frame: frame({ step, revision: store.getState().revision, parameters: Float32Array.from(parametersAt(step, way)), ...more }),
    }),
    /** @param {number} step @param {number} [way] */
    checkpoint: (step, way = 0) => store.dispatch({ type: 'checkpoint', revision: store.getState().revision, progress: progressOf(step, way) }),
    /** @param {number} from @param {number} to @param {number} [way] */
    train(from, to, way = 0) {
      for (let step = from + 1; step <= to; step++) this.frame(step, {}, way);
      this.checkpoint(to, way);
    },
    /** @param {object} changes @param {any} [command] that it answers */
    state(changes, command = { type: 'configure', changes: {} }) {
      const id = store.getState().revision + 1;
      store.dispatch({ type: 'change', entry: null, change: { id, key: id, way: 'do', command, walked: null, to: null, from: null } });
      const { experiment, points } = store.getState();
      const revision = store.getState().revision + 1;
      store.dispatch({ type: 'state', ...session({ experiment: { ...(experiment ?? EXPERIMENT) }, points, revision, ...changes }) });
      store.dispatch({ type: 'ack', id, revision, step: 0 });
    },
  };
  const current = () => chronicle.current ?? assert.fail();
  return { store, chronicle, tell, current };
}

const LOAD = { type: 'load', checkpoint: { progress: {} } };

test('every frame can be visited, with what it was told', () => {
  const { tell, current } = written();
  tell.train(0, 30);
  const visit = visitAt(current(), 12) ?? assert.fail();
  assert.deepEqual([visit.frame.step, visit.frame.parameters[0], visit.stretch.points, visit.stretch.experiment], [12, 12, POINTS, EXPERIMENT]);
  assert.deepEqual([firstStep(current()), newestStep(current())], [0, 30]);
});

test('a setting that changes begins a stretch, which has its own settings from that step on', () => {
  const { tell, current } = written();
  tell.train(0, 10);
  tell.state({ experiment: { ...EXPERIMENT, learning_rate: 3 }, progress: progressOf(10) });
  tell.train(10, 20);
  assert.deepEqual(changesOf(current()), [10]);
  assert.deepEqual([9, 10, 15].map((step) => visitAt(current(), step)?.stretch.experiment.learning_rate), [0.35, 3, 3]);
});

test('points that were edited begin one at the step of the answer, and its frames are those with the new points', () => {
  const { store, tell, current } = written();
  tell.train(0, 10);
  const points = [{ id: 9, x1: 0, x2: 0, target: 0, test: false }];
  store.dispatch({ type: 'edit', id: 1, key: 1, edit: { type: 'add_points', points } });
  tell.checkpoint(10);
  tell.frame(10, { revision: 1, train_cost: 7 });
  store.dispatch({ type: 'ack', id: 1, revision: 1, step: 10 });
  tell.train(10, 12);
  assert.deepEqual([9, 10].map((step) => visitAt(current(), step)?.stretch.points.length), [3, 4]);
  const [before, after] = pathOf(current());
  assert.equal(before.stretch.moments.nearest(10)?.train_cost, 0.5, 'the old points keep their cost');
  assert.equal(after.stretch.moments.nearest(10)?.train_cost, 7);
});

test('a weight that was typed begins one', () => {
  const { store, tell, current } = written();
  tell.train(0, 10);
  const command = /** @type {any} */ ({ type: 'set_parameter', layer: 2, neuron: 0, source: null, value: 1 });
  store.dispatch({ type: 'change', entry: null, change: { id: 5, key: 5, way: 'do', command, walked: null, to: null, from: null } });
  tell.frame(10, { kept: true }, 4);
  tell.checkpoint(10, 4);
  store.dispatch({ type: 'ack', id: 5, revision: 0, step: 10 });
  tell.train(10, 12, 4);
  const [before, after] = pathOf(current());
  assert.deepEqual([before, after].map(({ stretch }) => stretch.moments.nearest(10)?.parameters[0]), [10, 10.25]);
  assert.equal(markBefore(after.stretch, 10)?.progress.parameters, progressOf(10, 4).parameters);
});

test('training that goes back leaves what came later as a line of its own', () => {
  const { chronicle, tell, current } = written();
  tell.train(0, 40);
  const first = current();
  tell.state({ progress: progressOf(20) }, LOAD);
  tell.train(20, 30, 1);
  assert.deepEqual(chronicle.lines.map((line) => [line.from, newestStep(line)]), [[0, 40], [20, 30]]);
  assert.notEqual(current(), first);
  assert.equal(current().parent, first);
  assert.equal(visitAt(current(), 12)?.frame.parameters[0], 12, 'the part before is shared');
  assert.equal(visitAt(current(), 25)?.frame.parameters[0], 25 + 1 / 16);
  assert.equal(visitAt(first, 25)?.frame.parameters[0], 25);
});

test('a line that is loaded at its newest step goes on, and one without a step is none', () => {
  const { chronicle, tell, current } = written();
  tell.train(0, 40);
  const first = current();
  tell.state({ progress: progressOf(20) }, LOAD);
  tell.state({ progress: progressOf(40) }, LOAD);
  assert.deepEqual(chronicle.lines, [first]);
  assert.equal(current(), first);
  tell.train(40, 50);
  assert.equal(newestStep(first), 50);
  assert.equal(visitAt(first, 45)?.frame.parameters[0], 45);
});

test('a reset goes on from the first step', () => {
  const { chronicle, tell, current } = written();
  tell.train(0, 40);
  tell.state({ progress: progressOf(0) }, { type: 'reset' });
  tell.train(0, 10, 1);
  assert.deepEqual(chronicle.lines.map((line) => [line.from, newestStep(line)]), [[0, 40], [0, 10]]);
  assert.equal(visitAt(current(), 5)?.frame.parameters[0], 5 + 1 / 16);
});

test('what never was there begins a record of its own', () => {
  const { chronicle, tell, current } = written();
  tell.train(0, 40);
  tell.state({ progress: progressOf(0, 9), points: [] }, { type: 'generate' });
  assert.equal(chronicle.lines.length, 1);
  assert.deepEqual([firstStep(current()), newestStep(current())], [0, 0]);
});

test('a setting that is undone at rest takes the empty stretch away', () => {
  const { tell, current, chronicle } = written();
  tell.train(0, 10);
  tell.state({ experiment: { ...EXPERIMENT, activation: 'relu' }, progress: progressOf(10) });
  tell.state({ experiment: EXPERIMENT, progress: progressOf(10) }, LOAD);
  tell.train(10, 20);
  assert.deepEqual([changesOf(current()), chronicle.lines.length, newestStep(current())], [[], 1, 20]);
});

test('a new server goes on in the same line, and steps that come again are known', () => {
  const { store, tell, chronicle, current } = written();
  tell.train(0, 10);
  tell.frame(15);
  const { limits, options, experiment } = store.getState();
  store.dispatch(/** @type {any} */ ({ type: 'welcome', protocol: 1, limits, options, state: session(), resuming: true }));
  store.dispatch({ type: 'state', ...session({ experiment: { ...experiment }, progress: progressOf(10), revision: 1 }) });
  tell.train(10, 20);
  assert.deepEqual(chronicle.lines.map((line) => [line.from, newestStep(line)]), [[0, 20]]);
  assert.deepEqual(changesOf(current()), []);
});

test('a record that was kept goes on where the page comes back', () => {
  const { chronicle, tell } = written();
  tell.train(0, 40);
  tell.state({ progress: progressOf(20) }, LOAD);
  tell.train(20, 30, 1);
  chronicle.rename(chronicle.lines[1], 'second');
  const { outline, parts } = outlineOf({ lines: chronicle.lines, current: chronicle.current ?? assert.fail(), taken: chronicle.taken });
  const record = recordFrom(structuredClone(outline), structuredClone(parts)) ?? assert.fail();

  const again = written(progressOf(30, 1));
  again.tell.train(30, 35, 1);
  assert.equal(again.chronicle.rejoin(record), true);
  again.tell.train(35, 50, 1);
  const { lines } = again.chronicle;
  assert.deepEqual(lines.map((line) => [line.name, line.from, newestStep(line)]), [['', 0, 40], ['second', 20, 50]]);
  assert.deepEqual([5, 25, 33, 45].map((step) => visitAt(lines[1], step)?.frame.parameters[0]), [5, 25.0625, 33.0625, 45.0625]);
  assert.equal(visitAt(lines[0], 40)?.frame.parameters[0], 40);
});

test('a record of another run is not joined', () => {
  const { chronicle, tell } = written();
  tell.train(0, 10);
  const record = { lines: chronicle.lines, current: chronicle.current ?? assert.fail(), taken: 11 };
  const again = written(progressOf(99, 3));
  assert.equal(again.chronicle.rejoin(record), false);
  assert.equal(firstStep(again.current()), 99);
});

test('a step between two frames that was made again can be gone on from', () => {
  const { chronicle, tell, current } = written();
  tell.train(0, 3);
  tell.frame(40);
  tell.checkpoint(40);
  addMark(current().stretches[0], progressOf(20));
  assert.equal(markBefore(current().stretches[0], 25)?.progress.step, 20);
  tell.state({ progress: progressOf(20) }, LOAD);
  tell.train(20, 30, 1);
  assert.deepEqual(chronicle.lines.map((line) => [line.from, newestStep(line)]), [[0, 40], [20, 30]]);
});

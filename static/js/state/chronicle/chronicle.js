/**
 * @file Writes down what a run goes through as the store changes: every frame, every exact mark, every change. Where training
 * goes back, by whatever command, the later steps stay as a line of their own.
 */

import { decodeVector } from '../../network/parameters.js';
import { isResumption } from '../changes.js';
import { sameTask } from '../moment.js';
import { samePoints } from '../points.js';
import { hasSteps, newestStep, pathOf, reachOf, stretchOf } from './lines.js';
import { thinMarks, thinMoments } from './room.js';

/** @typedef {import('../../types.js').State} State */
/** @typedef {import('../../types.js').Progress} Progress */
/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./lines.js').Stretch} Stretch */

/** Whether two steps are one by their parameters. @param {Stretch} stretch @param {Progress} progress */
function passesThrough({ marks, moments }, { step, parameters }) {
  if (marks.some(({ progress }) => progress.step === step && progress.parameters === parameters)) return true;
  const frame = moments.nearest(step);
  if (frame?.step !== step) return false;
  return decodeVector(parameters).every((value, index) => Math.fround(value) === frame.parameters[index]);
}

/** Whether the oldest change that waited was a weight typed by hand, and is answered. @param {State} before @param {State} now */
function isTypedNow({ pending: { changes: [change] } }, { pending: { changes } }) {
  return change?.command?.type === 'set_parameter' && !changes.some(({ id }) => id === change.id);
}

/**
 * @param {object} [hearers]
 * @param {() => void} [hearers.onLines] called when lines came, went or changed
 * @param {() => void} [hearers.onJump] called when another moment has become the newest
 */
export function createChronicle({ onLines = () => {}, onJump = () => {} } = {}) {
  /** @type {Line[]} */
  let lines = [];
  /** The line that is being written. @type {Line | null} */
  let current = null;
  let lastId = 0;
  /** Frames that were taken so far: by it the age of all is told. */
  let taken = 0;

  const latest = () => /** @type {Stretch} */ (current?.stretches.at(-1));

  /** @param {State} now @param {Line | null} parent */
  function beginLine(now, parent) {
    const stretch = stretchOf(now);
    current = { id: ++lastId, name: '', deleted: false, parent, from: stretch.from, stretches: [stretch], history: now.history };
    lines = [...lines, current];
    mark(now);
    addFrame(now);
  }

  /** @param {State} now */
  function beginAnew(now) {
    lines = [];
    beginLine(now, null);
    onLines();
    onJump();
  }

  /** Something changed: what comes belongs to another stretch. @param {State} now */
  function beginStretch(now) {
    const line = /** @type {Line} */ (current);
    const stretch = stretchOf(now);
    const last = latest();
    const isEmpty = reachOf(last) === last.from && last.from === stretch.from;
    line.stretches = [...(isEmpty ? line.stretches.slice(0, -1) : line.stretches), stretch];
    mark(now);
    addFrame(now);
    onLines();
  }

  /** @param {State} now */
  function mark({ pending: { progress } }) {
    const { marks } = latest();
    const last = marks.at(-1);
    if (!progress || last?.progress === progress || (last && last.progress.step > progress.step)) return;
    const known = { progress, taken };
    if (last?.progress.step === progress.step) marks[marks.length - 1] = known;
    else marks.push(known);
    thinMarks(lines, taken);
  }

  /** @param {State} now */
  function addFrame({ frame, revision }) {
    const stretch = latest();
    if (!frame || frame.step < stretch.from || frame.revision < stretch.revision || frame.revision > revision) return;
    if (stretch.moments.add(frame, taken)) taken += 1;
    thinMoments(lines, taken);
  }

  /** What nobody looks at any more, and nothing left. */
  function forget() {
    const dead = (/** @type {Line} */ line) => line.deleted && !lines.some(({ parent }) => parent === line);
    while (lines.some(dead)) lines = lines.filter((line) => !dead(line));
  }

  /** Lines nobody made a step on are none. @param {Line | null} left */
  function prune(left) {
    if (!left || left === current || hasSteps(left) || left.name) return;
    if (lines.some(({ parent }) => parent === left)) return;
    lines = lines.filter((line) => line !== left);
  }

  /**
   * Goes on from a moment that was there before; says whether it was.
   * @param {State} now
   */
  function jump(now) {
    const { experiment, pending: { confirmed: points, progress } } = now;
    if (!experiment || !progress || !current) return false;
    const { step } = progress;
    const from = current;
    const ordered = [from, ...lines.filter((line) => line !== from)];
    const places = ordered.flatMap((line) => pathOf(line).filter(({ stretch, until }) => (
      stretch.from <= step && step <= Math.min(until, reachOf(stretch)) && passesThrough(stretch, progress))));
    const isSame = (/** @type {{stretch: Stretch}} */ { stretch }) => sameTask(stretch, { experiment, points });
    const place = places.findLast(isSame) ?? places.at(-1);
    if (!place) return false;
    const { line, stretch } = place;
    const later = line.stretches.slice(line.stretches.indexOf(stretch) + 1);
    const isEnd = isSame(place) && reachOf(stretch) === step && later.every((each) => reachOf(each) === step);
    if (isEnd) {
      line.stretches = line.stretches.filter((each) => !later.includes(each));
      current = line;
      line.deleted = false;
      stretch.revision = now.revision;
    } else {
      beginLine(now, line);
    }
    prune(from);
    onLines();
    onJump();
    return true;
  }

  /** After an event `state` or a welcome. @param {State} before @param {State} now */
  function entered(before, now) {
    const [change] = before.pending.changes;
    const { experiment, pending: { confirmed: points, progress } } = now;
    const line = /** @type {Line} */ (current);
    const step = progress?.step ?? 0;
    const reached = newestStep(line);
    const isKnown = experiment !== null && sameTask(latest(), { experiment, points });
    if (change && isResumption(change)) {
      // Another experiment is opened, or a new server goes on with this one: a second of it comes again, bit for bit.
      if (change.id !== null || step > reached) beginAnew(now);
      else if (isKnown) latest().revision = 0;
      else beginStretch(now);
      return;
    }
    const leads = step < reached || change?.command?.type === 'load';
    const isOther = change?.command?.type === 'generate' && step < reached;
    if (!leads) beginStretch(now);
    else if (isOther || !jump(now)) beginAnew(now);
  }

  /**
   * Puts what was kept before what was written since the page came back; false where the two don't meet.
   * @param {{lines: Line[], current: Line, taken: number}} record
   */
  function rejoin(record) {
    const begun = current;
    const [first, ...later] = begun?.stretches ?? [];
    const last = record.current.stretches.at(-1);
    if (!begun || !first || !last || lines.length > 1) return false;
    const isSame = sameTask(first, last);
    if (first.from < last.from || (isSame ? first.from > reachOf(last) : false)) return false;
    const { history } = begun;
    ({ lines, current, taken } = { ...record, taken: Math.max(taken, record.taken) });
    lastId = Math.max(...lines.map(({ id }) => id));
    if (isSame) {
      for (const frame of first.moments.frames()) if (last.moments.add(frame, taken)) taken += 1;
      last.marks.push(...first.marks.filter(({ progress }) => progress.step > (last.marks.at(-1)?.progress.step ?? -1)));
      last.revision = first.revision;
    }
    current.stretches = [...current.stretches, ...(isSame ? later : [first, ...later])];
    current.history = history;
    onLines();
    return true;
  }

  return {
    rejoin,
    get taken() {
      return taken;
    },
    get lines() {
      return lines;
    },
    get current() {
      return current;
    },

    /** Deletes lines, but not the one that is written; what others left from stays for these. @param {readonly Line[]} some @returns {() => void} brings them back */
    remove(some) {
      const before = lines;
      const gone = some.filter((line) => line !== current && !line.deleted);
      for (const line of gone) line.deleted = true;
      forget();
      onLines();
      return () => {
        for (const line of gone) line.deleted = false;
        lines = [...before, ...lines.filter((line) => !before.includes(line))];
        forget();
        onLines();
      };
    },

    /** @param {Line} line @param {string} name empty: what is made from what changed */
    rename(line, name) {
      line.name = name.trim();
      onLines();
    },

    /** Takes what changed. @param {State} before @param {State} now */
    take(before, now) {
      const { experiment, pending: { confirmed, progress, changes }, frame } = now;
      if (!experiment || !progress) return;
      if (!current) beginAnew(now);
      else if (experiment !== before.experiment) entered(before, now);
      else if (confirmed !== before.pending.confirmed && !samePoints(confirmed, latest().points)) beginStretch(now);
      else if (isTypedNow(before, now)) beginStretch(now);
      else {
        if (progress !== before.pending.progress && before.pending.edits.length === now.pending.edits.length
          && changes[0]?.command?.type !== 'set_parameter') mark(now);
        if (frame !== before.frame && changes[0]?.command?.type !== 'set_parameter') addFrame(now);
      }
      /** @type {Line} */ (current).history = now.history;
    },
  };
}

/** @typedef {ReturnType<typeof createChronicle>} Chronicle */

/** @file The cost curve's data: costs and shares correct by step, thinned as they grow, and what happened along the way. */

/** Entries above which the history is thinned to about half. */
export const MOST_ENTRIES = 2000;
const FIRST_CAPACITY = 256;
/** What is known of each step. */
const COLUMNS = /** @type {const} */ (['steps', 'train', 'test', 'train_accuracy', 'test_accuracy']);
/** Events of one kind within this share of the steps so far are reported as one. */
const NEAR = 0.02;

/**
 * @typedef {Object} HistoryEvent
 * @property {number} step
 * @property {string} text
 * @property {number} count      how many things happened, 0 where that can't be counted
 * @property {string[]} words    singular and plural, which `text` is made from
 */

/**
 * Room for entries, shared by a history and those it grew from. Each sees its own length; only the longest
 * may grow in place, any other is copied. So a history never changes once it is made, and adding an entry
 * costs nothing.
 * @typedef {Record<typeof COLUMNS[number], Float64Array> & {used: number}} Room
 */

/**
 * @typedef {Object} History
 * @property {Float64Array} steps   increasing, at most one within each `spacing`
 * @property {Float64Array} train   costs over the training points, NaN where there were none
 * @property {Float64Array} test
 * @property {Float64Array} train_accuracy   shares correct, NaN where they are not known: in regression, and of runs that were kept before they were
 * @property {Float64Array} test_accuracy
 * @property {HistoryEvent[]} events
 * @property {number} spacing       a power of two; grows when there are too many entries
 * @property {Room} room
 */

/** @param {number} capacity @returns {Room} */
const createRoom = (capacity) => ({
  steps: new Float64Array(capacity),
  train: new Float64Array(capacity),
  test: new Float64Array(capacity),
  train_accuracy: new Float64Array(capacity),
  test_accuracy: new Float64Array(capacity),
  used: 0,
});

/** Takes an entry over from another room, or from what is laid out as one. @param {Room} room @param {number} to @param {Pick<Room, typeof COLUMNS[number]>} of @param {number} from */
function copyEntry(room, to, of, from) {
  for (const name of COLUMNS) room[name][to] = of[name][from];
}

/**
 * @param {Room} room
 * @param {number} length
 * @param {number} spacing
 * @param {HistoryEvent[]} events
 * @returns {History}
 */
function view(room, length, spacing, events) {
  const part = (/** @type {typeof COLUMNS[number]} */ name) => room[name].subarray(0, length);
  return {
    steps: part('steps'), train: part('train'), test: part('test'), train_accuracy: part('train_accuracy'), test_accuracy: part('test_accuracy'),
    events, spacing, room,
  };
}

/** @returns {History} */
export const emptyHistory = () => view(createRoom(FIRST_CAPACITY), 0, 1, []);

/**
 * A history of these costs, which were one before.
 * @param {Pick<History, 'steps' | 'train' | 'test' | 'spacing' | 'events'> & Partial<Pick<History, 'train_accuracy' | 'test_accuracy'>>} curve
 * @returns {History}
 */
export function historyOf({ spacing, events, ...curve }) {
  const { length } = curve.steps;
  const room = createRoom(Math.max(FIRST_CAPACITY, length));
  for (const name of COLUMNS) room[name].set(curve[name] ?? new Float64Array(length).fill(NaN));
  room.used = length;
  return view(room, length, spacing, events);
}

/**
 * The history with the costs of one more step. A step before the last one means that training went back: what
 * came after it is dropped. Within one spacing only the first entry is kept; the newest costs are the
 * frame's.
 * @param {History} history
 * @param {number} step
 * @param {number} train
 * @param {number} test
 * @param {number} [trainAccuracy]
 * @param {number} [testAccuracy]
 * @returns {History}
 */
export function appended(history, step, train, test, trainAccuracy = NaN, testAccuracy = NaN) {
  const { steps, spacing } = history;
  const last = steps.length > 0 ? steps[steps.length - 1] : -1;
  if (step < last) return appended(truncated(history, step), step, train, test, trainAccuracy, testAccuracy);
  if (last >= 0 && Math.floor(step / spacing) === Math.floor(last / spacing)) return history;
  if (steps.length >= MOST_ENTRIES) return appended(thinned(history), step, train, test, trainAccuracy, testAccuracy);
  const { length } = steps;
  const room = roomFor(history, length + 1);
  room.steps[length] = step;
  room.train[length] = train;
  room.test[length] = test;
  room.train_accuracy[length] = trainAccuracy;
  room.test_accuracy[length] = testAccuracy;
  room.used = length + 1;
  return view(room, room.used, spacing, history.events);
}

/**
 * Room for one more entry: the history's own where nothing has grown from it yet, else a copy.
 * @param {History} history
 * @param {number} needed
 */
function roomFor(history, needed) {
  const { room, steps } = history;
  if (room.used === steps.length && needed <= room.steps.length) return room;
  const copy = createRoom(needed <= room.steps.length ? room.steps.length : 2 * room.steps.length);
  for (const name of COLUMNS) copy[name].set(history[name]);
  return copy;
}

/**
 * The history with at most half as many entries, spaced evenly.
 * @param {History} history
 */
function thinned(history) {
  const { steps, events, room } = history;
  const span = steps[steps.length - 1] - steps[0];
  const spacing = 2 ** Math.ceil(Math.log2(span / (MOST_ENTRIES / 2)));
  const thin = createRoom(room.steps.length);
  let length = 0;
  steps.forEach((step, index) => {
    if (index > 0 && Math.floor(step / spacing) === Math.floor(steps[index - 1] / spacing)) return;
    copyEntry(thin, length, history, index);
    length++;
  });
  thin.used = length;
  return view(thin, length, spacing, events);
}

/**
 * The history before a step; nothing at all before step 0, where a new run begins.
 * @param {History} history
 * @param {number} step
 * @returns {History}
 */
export function truncated(history, step) {
  if (step <= 0) return emptyHistory();
  const { steps, room, spacing, events } = history;
  let [length, most] = [0, steps.length]; // a hand on the curve asks for it at each frame
  while (length < most) {
    const middle = (length + most) >> 1;
    if (steps[middle] < step) length = middle + 1;
    else most = middle;
  }
  if (length === steps.length) return history;
  return view(room, length, spacing, events.filter((event) => event.step <= step));
}

/**
 * The history with an event. Before the first update there is nothing that it could have changed.
 * @param {History} history
 * @param {number} step
 * @param {{text: string} | {count: number, words: string[]}} what
 * @returns {History}
 */
export function withEvent(history, step, what) {
  if (step <= 0) return history;
  const event = 'text' in what ? { step, text: what.text, count: 0, words: [] }
    : counted(step, what.count, what.words);
  const before = history.events.at(-1);
  const alike = before && event.count > 0 && before.words[0] === event.words[0];
  const near = alike && step - before.step <= NEAR * step;
  const events = near
    ? [...history.events.slice(0, -1), counted(before.step, before.count + event.count, event.words)]
    : [...history.events, event];
  return { ...history, events };
}

/**
 * @param {number} step
 * @param {number} count
 * @param {string[]} words
 */
function counted(step, count, words) {
  return { step, text: `${count} ${words[count === 1 ? 0 : 1]}`, count, words };
}

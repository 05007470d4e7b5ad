/**
 * @file The work of one person on one sheet: what is given, what was answered, where they are. Views read it and are told
 * when anything has changed.
 */
import { parseExact } from '../exact/number.js';
import { markAnswer } from '../paper/marking.js';
import { exampleOf } from '../paper/examples.js';
import { mazur } from '../paper/examples/mazur.js';
import { notationOf } from '../paper/notation.js';
import { faultOf, firstNumber, givenKeys, targetsFault } from '../paper/setup.js';
import { createSheet, nextNumbers } from '../paper/sheet.js';
import { roundNumber } from './round_numbers.js';

/** @typedef {import('../paper/setup.js').Setup} Setup */
/** @typedef {import('../paper/setup.js').Numbers} Numbers */
/** @typedef {import('../paper/marking.js').Mark} Mark */
/** @typedef {import('../exact/number.js').Exact} Exact */

/**
 * @typedef {object} Answer
 * @property {string} text as typed
 * @property {Exact | null} exact null: no number
 * @property {import('../exact/number.js').Fault | null} fault
 * @property {Mark | null} mark
 * @property {boolean} isGiven the learner has gone on without it
 */

/** How numbers may be typed. */
const TYPED = { fraction: true, spaced: true };
/** Greater ones make no example. */
const LARGEST = 1e6;

/** What is kept of it. @typedef {{example: string | null, setup: Setup, numbers: Numbers, notation: string, letters?: Partial<import('../paper/notations/chainrule.js').Letters>, answers: Record<string, string>, given: string[], right: number, current: string | null, isShown: boolean}} Record_ */

/** @typedef {ReturnType<typeof createWork>} Work */

/** @param {{random: () => number}} world */
export function createWork({ random }) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {string | null} */
  let example = mazur.id;
  let { setup, numbers } = mazur;
  let sheet = createSheet(setup, numbers);
  let notation = /** @type {string} */ (mazur.notation);
  /** The learner’s own. @type {Partial<import('../paper/notations/chainrule.js').Letters>} */
  let letters = {};
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Set<string>} */
  const hinted = new Set();
  let current = sheet.quantities[0].key;
  let point = 0;
  let isShown = false;
  let isWithNumbers = true;
  /** @type {string} */
  let note = '';
  /** @type {Map<string, string>} */
  const faults = new Map();

  const tell = () => listeners.forEach((listener) => listener());
  const isRight = (/** @type {string} */ key) => {
    const answer = answers.get(key);
    return Boolean(answer && (answer.isGiven || ['right', 'rounded'].includes(answer.mark?.verdict ?? '')));
  };
  /** Shown without an answer: gone past. @param {Answer | undefined} answer */
  const isPast = (answer) => Boolean(answer?.isGiven) && answer?.text === '';
  const rightCount = () => sheet.quantities.filter(({ key }) => isRight(key) && !isPast(answers.get(key))).length;
  const typedValue = (/** @type {string} */ key) => (answers.get(key)?.isGiven ? undefined : answers.get(key)?.exact?.value);

  /** @param {string} key @param {Exact} exact */
  function marked(key, exact) {
    const quantity = sheet.byKey.get(key);
    return quantity ? markAnswer(sheet, quantity, exact, { valueOf: typedValue, isRight }) : null;
  }

  /** Marks everything anew; what only followed from a mended answer is open again. */
  function markAll() {
    for (const { key } of sheet.quantities) {
      const answer = answers.get(key);
      if (!answer?.exact || answer.isGiven) continue;
      const before = answer.mark?.verdict;
      const mark = marked(key, answer.exact);
      if (before === 'follow' && !['follow', 'right', 'rounded'].includes(mark?.verdict ?? '')) answers.delete(key);
      else answers.set(key, { ...answer, mark });
    }
  }

  /** Other numbers: what has another value now is open again. @param {Numbers} next @returns {number} how many answers */
  function take(next) {
    const before = sheet;
    numbers = next;
    sheet = createSheet(setup, numbers);
    let open = 0;
    for (const key of [...answers.keys()]) {
      if (before.valueOf(key) === sheet.valueOf(key)) continue;
      answers.delete(key);
      open += 1;
    }
    markAll();
    return open;
  }

  const firstOpen = () => sheet.quantities.find(({ key }) => !isRight(key))?.key ?? sheet.quantities[sheet.quantities.length - 1].key;

  /** @param {string} key */
  function go(key) {
    current = key;
    const { place } = /** @type {import('../paper/quantities.js').Quantity} */ (sheet.byKey.get(key));
    if ('zad'.includes(place.kind) || (place.kind === 'C' && place.point >= 0)) ({ point } = place);
  }

  /** An empty sheet. */
  function clear() {
    for (const kept of [answers, hinted, faults]) kept.clear();
    note = '';
    sheet = createSheet(setup, numbers);
    go(sheet.quantities[0].key);
  }

  return {
    get example() { return example === null ? null : exampleOf(example); },
    get setup() { return setup; },
    get numbers() { return numbers; },
    get sheet() { return sheet; },
    get notation() { return notationOf(notation, letters); },
    get letters() { return letters; },
    get notationName() { return notation; },
    get current() { return /** @type {import('../paper/quantities.js').Quantity} */ (sheet.byKey.get(current)); },
    /** The point of the batch that is looked at. */
    get point() { return point; },
    /** Whether all printed numbers are shown. */
    get isShown() { return isShown; },
    get isWithNumbers() { return isWithNumbers; },
    /** What a change did, in words. */
    get note() { return note; },
    /** Why the set-up does not fit together. */
    get fault() { return faultOf(setup) ?? targetsFault(setup, numbers); },
    get isDone() { return sheet.quantities.every(({ key }) => isRight(key)); },
    isRight,
    answer: (/** @type {string} */ key) => answers.get(key) ?? null,
    isHinted: (/** @type {string} */ key) => hinted.has(key),
    faultAt: (/** @type {string} */ key) => faults.get(key) ?? null,
    /** A number that the learner has: given, answered, or gone past. @param {string} key */
    has: (key) => !sheet.byKey.has(key) || isRight(key),
    progress: () => ({ right: rightCount(), all: sheet.quantities.length }),
    /** How many numbers were shown rather than worked out. */
    get shownCount() { return [...answers.values()].filter(isPast).length; },

    /** @param {() => void} listener */
    listen(listener) {
      listeners.add(listener);
      listener();
    },
    /** @param {string} key */
    choose(key) {
      if (!sheet.byKey.get(key)?.isAsked) return;
      go(key);
      note = '';
      tell();
    },
    /** @param {number} other */
    choosePoint(other) {
      point = other;
      const same = sheet.quantities.find(({ key, place }) => 'zad'.includes(place.kind) && place.point === other && !isRight(key));
      if (same) current = same.key;
      tell();
    },
    /** Marks what was typed. @param {string} text */
    reply(text) {
      note = '';
      const exact = parseExact(text, TYPED);
      if ('fault' in exact) {
        if (exact.fault === 'empty') answers.delete(current);
        else answers.set(current, { text, exact: null, fault: exact.fault, mark: null, isGiven: false });
      } else {
        answers.set(current, { text, exact, fault: null, mark: null, isGiven: false });
        answers.set(current, { text, exact, fault: null, mark: marked(current, exact), isGiven: false });
        markAll();
      }
      tell();
    },
    /** On to the next open one. */
    next() {
      const keys = sheet.quantities.map(({ key }) => key);
      const at = keys.indexOf(current) + 1;
      go([...keys.slice(at), ...keys.slice(0, at)].find((key) => !isRight(key)) ?? current);
      tell();
    },
    back() {
      const keys = sheet.quantities.map(({ key }) => key);
      go(keys[Math.max(0, keys.indexOf(current) - 1)]);
      tell();
    },
    /** Goes on without it: its number is shown, and counts as had. */
    skip() {
      answers.set(current, { text: '', exact: null, fault: null, mark: null, isGiven: true });
      this.next();
    },
    /** What follows from a wrong answer counts as right. */
    accept() {
      const answer = answers.get(current);
      if (answer) answers.set(current, { ...answer, isGiven: true });
      this.next();
    },
    hint() {
      hinted.add(current);
      tell();
    },
    toggleNumbers() {
      isWithNumbers = !isWithNumbers;
      tell();
    },
    showPrinted() {
      isShown = !isShown;
      tell();
    },
    /** @param {string} name @param {typeof letters} [own] */
    speak(name, own = letters) {
      [notation, letters] = [name, own];
      tell();
    },
    /** A given number, as typed. @param {string} key @param {string} text */
    give(key, text) {
      const exact = parseExact(text, { ...TYPED, largest: LARGEST });
      if ('fault' in exact) {
        faults.set(key, exact.fault === 'empty' ? 'A number is missing here.' : `“${text.slice(0, 24)}” can’t be used: write 0.25, −1/3 or 2e−3, up to a million.`);
        tell();
        return;
      }
      faults.delete(key);
      if (exact.value !== numbers[key]) {
        example = null;
        const open = take({ ...numbers, [key]: exact.value });
        note = open === 0 ? '' : `${open === 1 ? '1 answer depended on it and is' : `${open} answers depended on it and are`} open again.`;
        go(firstOpen());
      }
      tell();
    },
    /** Another network: what it shares with this one keeps its numbers. @param {Partial<Setup>} changes */
    configure(changes) {
      setup = { ...setup, ...changes };
      const isOfChances = (/** @type {string} */ key) => setup.cost === 'cross_entropy' && key.startsWith('y:');
      const first = (/** @type {string} */ key) => (/^[wxby]:/.test(key) ? roundNumber(key, random, setup) : firstNumber(key));
      numbers = Object.fromEntries(givenKeys(setup).map((key) => [key, isOfChances(key) ? first(key) : numbers[key] ?? first(key)]));
      example = null;
      clear();
      tell();
    },
    newNumbers() {
      numbers = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, /^[wxby]:/.test(key) ? roundNumber(key, random, setup) : value]));
      example = null;
      clear();
      tell();
    },
    /** The next step begins with what this one made. */
    again() {
      numbers = nextNumbers(sheet);
      example = null;
      clear();
      note = 'These are the numbers after the update.';
      tell();
    },
    /** @param {import('../paper/examples/row.js').Example} one */
    load(one) {
      ({ setup, numbers } = one);
      example = one.id;
      notation = one.notation;
      isShown = false;
      clear();
      tell();
    },
    /** @returns {Record_} */
    kept: () => ({
      example, setup, numbers, notation, letters, current, isShown,
      right: rightCount(),
      answers: Object.fromEntries([...answers].filter(([, { isGiven }]) => !isGiven).map(([key, { text }]) => [key, text])),
      given: [...answers].filter(([, { isGiven }]) => isGiven).map(([key]) => key),
    }),
    /** Takes up kept work. @param {Record_} record */
    restore(record) {
      ({ example, setup, numbers, isShown } = record);
      ({ notation, letters = {} } = record);
      clear();
      for (const [key, text] of Object.entries(record.answers)) {
        const exact = parseExact(text, TYPED);
        if (sheet.byKey.has(key) && !('fault' in exact)) answers.set(key, { text, exact, fault: null, mark: null, isGiven: false });
      }
      for (const key of record.given) answers.set(key, { text: '', exact: null, fault: null, mark: null, isGiven: true });
      for (const { key } of sheet.quantities) {
        const answer = answers.get(key);
        if (answer?.exact) answers.set(key, { ...answer, mark: marked(key, answer.exact) });
      }
      go(record.current !== null && sheet.byKey.get(record.current)?.isAsked ? record.current : firstOpen());
      tell();
    },
  };
}


/**
 * An exercise: its network, the numbers it begins with, what the learner makes of them, and how that is marked.
 */
import { parseExact } from '../../exact/number.js';
import { mark } from '../../exact/marking.js';
import { Architecture } from '../../network/architecture.js';
import { decodeTrace } from '../../trace/decode.js';
import { FIRST_NUMBERS, TARGET_KEY, checkpointOf, givensOf, parametersOf, roundNumber, roundNumbers } from './givens.js';
import { largestOf, stagesOf, truthOf } from './quantities.js';
import { FIRST_SETUP, changed, experimentOf } from './setup.js';
import { faultWords } from './exercise_words.js';

/** @typedef {import('../../trace/types.js').Subject} Subject */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./setup.js').Setup} Setup */
/** @typedef {import('./types.js').Answer} Answer */

/** How numbers may be typed here. */
const TYPED = { fraction: true, spaced: true };

/** How much help a quantity shows: none, its equation, its factors. @typedef {0 | 1 | 2} Help */

/**
 * @param {object} world
 * @param {import('../../types.js').Options} world.options
 * @param {Readonly<Setup>} [world.first] the network to begin with
 * @param {import('./types.js').Passes['pass']} world.pass the server's
 * @param {() => number} world.random
 * @param {() => void} world.onNetwork another network: other fields
 * @param {() => void} world.onChange other numbers, marks or help
 */
export function createExercise({ options, first = FIRST_SETUP, pass, random, onNetwork, onChange }) {
  /** @type {Setup} */
  let setup = first;
  let architecture = new Architecture(experimentOf(setup));
  let stages = stagesOf(architecture);
  /** @type {Map<string, string>} */
  let texts = new Map(FIRST_NUMBERS);
  /** The newest numbers that can be used. @type {Map<string, number>} */
  const values = new Map();
  /** @type {Map<string, string>} */
  const faults = new Map();
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Map<string, Help>} */
  const help = new Map();
  /** @type {Float64Array} */
  let parameters = new Float64Array();
  /** @type {Subject | null} */
  let subject = null;
  /** @type {string | null} */
  let trouble = null;
  let turn = 0;

  const quantities = () => stages.flatMap((stage) => stage.quantities);
  const givens = () => givensOf(architecture).flat();

  /** @param {string} key @param {string} text @param {number} [largest] @returns {boolean} whether the number is another */
  function take(key, text, largest) {
    texts.set(key, text);
    const exact = parseExact(text, { ...TYPED, largest });
    if ('fault' in exact) {
      faults.set(key, faultWords(exact.fault, text, largest));
      return false;
    }
    faults.delete(key);
    const before = values.get(key);
    values.set(key, exact.value);
    return before !== exact.value;
  }

  function takeAll() {
    faults.clear();
    for (const { key, largest } of givens()) take(key, texts.get(key) ?? '', largest);
    if (architecture.task === 'classification') take(TARGET_KEY, texts.get(TARGET_KEY) ?? '0');
  }

  /** Asks the server for the pass of these numbers, and marks by it what was answered. */
  async function work() {
    const mine = (turn += 1);
    const asked = { architecture, experiment: experimentOf(setup) };
    parameters = parametersOf(architecture, values);
    try {
      const trace = decodeTrace(await pass(checkpointOf(setup, architecture, values), 0));
      if (mine !== turn) return;
      subject = { ...asked, trace };
      trouble = null;
    } catch (error) {
      if (mine !== turn) return;
      subject = null;
      trouble = /** @type {Error} */ (error).message;
    }
    for (const [key, answer] of answers) answers.set(key, { ...answer, ...marked(key, answer.exact) });
    onChange();
  }

  /** @param {string} key @param {Answer['exact']} exact @returns {Pick<Answer, 'mark' | 'other'>} */
  function marked(key, exact) {
    const known = subject;
    const quantity = quantities().find((one) => one.key === key);
    if (!exact || !known || !quantity) return { mark: null, other: null };
    const { trace } = known;
    const largest = largestOf(trace, architecture);
    const markAs = (/** @type {Quantity} */ one) => mark(exact, truthOf(one, trace, architecture), largest);
    const found = markAs(quantity);
    if (found.verdict !== 'wrong') return { mark: found, other: null };
    return { mark: found, other: quantities().find((one) => one.kind === quantity.kind && markAs(one).verdict === 'right') ?? null };
  }

  /** Begins with an empty sheet. */
  function restart() {
    answers.clear();
    help.clear();
    subject = null;
    takeAll();
    work();
  }

  takeAll();

  return {
    get setup() { return setup; },
    get architecture() { return architecture; },
    get stages() { return stages; },
    get parameters() { return parameters; },
    get subject() { return subject; },
    /** Why the server can't mark this, in words. */
    get trouble() { return trouble; },
    text: /** @type {(key: string) => string} */ ((key) => texts.get(key) ?? ''),
    value: /** @type {(key: string) => number} */ ((key) => /** @type {number} */ (values.get(key))),
    fault: /** @type {(key: string) => string | null} */ ((key) => faults.get(key) ?? null),
    answer: /** @type {(key: string) => Answer | null} */ ((key) => answers.get(key) ?? null),
    help: /** @type {(key: string) => Help} */ ((key) => help.get(key) ?? 0),
    isRight: /** @type {(key: string) => boolean} */ ((key) => answers.get(key)?.mark?.verdict === 'right'),
    progress: () => ({
      right: [...answers.values()].filter((answer) => answer.mark?.verdict === 'right').length,
      all: quantities().length,
    }),

    work,

    /** Another network; numbers of what stays are kept. @param {Partial<Setup>} changes */
    configure(changes) {
      const before = setup;
      setup = changed(options, setup, changes);
      architecture = new Architecture(experimentOf(setup));
      stages = stagesOf(architecture);
      if (before.task !== setup.task || before.classes !== setup.classes) texts.delete(TARGET_KEY);
      for (const { key, kind } of givens()) if (!texts.has(key)) texts.set(key, roundNumber(kind, random));
      restart();
      onNetwork();
    },

    /**
     * A number that the exercise begins with; one that can't be used changes nothing but its own field.
     * @param {string} key
     * @param {string} text
     * @param {{typing?: boolean}} [how] typing: there may be more to come, so nothing is wrong yet
     */
    give(key, text, { typing = false } = {}) {
      const largest = givens().find((given) => given.key === key)?.largest;
      if (typing && 'fault' in parseExact(text, { ...TYPED, largest })) return;
      if (take(key, text, largest)) work();
      onChange();
    },

    newNumbers() {
      texts = roundNumbers(architecture, setup.classes, random);
      restart();
      onNetwork();
    },

    /** What the learner worked out. @param {string} key @param {string} text */
    reply(key, text) {
      const exact = parseExact(text, TYPED);
      if ('value' in exact) {
        const found = marked(key, exact);
        answers.set(key, { text, exact, fault: null, ...found });
        if (found.mark?.verdict === 'wrong' && !help.get(key)) help.set(key, 1);
      } else if (exact.fault === 'empty') {
        answers.delete(key);
      } else {
        answers.set(key, { text, exact: null, fault: faultWords(exact.fault, text), mark: null, other: null });
      }
      onChange();
    },

    /** @param {string} key @param {Help} level */
    setHelp(key, level) {
      help.set(key, level);
      onChange();
    },
  };
}

/** @typedef {ReturnType<typeof createExercise>} Exercise */

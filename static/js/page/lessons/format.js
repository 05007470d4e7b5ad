/**
 * @file The form of a lesson file (docs/lessons.md): read field by field, since it comes from outside; what is wrong is told with its line.
 */
import { COMPARISONS } from './checks.js';
import { FACTS } from './facts.js';
import { JsonFault, readJson } from './json_lines.js';
import { createProblems } from './problems.js';
import { readStart } from './start_format.js';

/** @typedef {import('./lesson.js').Condition} Condition */
/** @typedef {import('./lesson.js').Lesson} Lesson */
/** @typedef {import('./lesson.js').Question} Question */
/** @typedef {import('./lesson.js').Step} Step */
/** @typedef {import('./problems.js').Problems} Problems */
/** @typedef {{line: number, why: string}} Problem */

export const KIND = 'chainrule lesson';
const VERSION = 1;
/** Signs of a file: far more than a lesson takes. */
export const LARGEST = 100_000;
const [FEWEST_STEPS, MOST_STEPS] = [3, 7];
const MOST_CONDITIONS = 4;
const PLACEHOLDER = /\{([^{}]*)\}/g;
const KEEP_NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** @param {Problems} at @param {unknown} given @param {string} path @param {Set<string>} known what earlier steps keep @returns {Question | null} */
function readQuestion(at, given, path, known) {
  if (given === undefined) return null;
  const fields = at.object(given, path, ['question', 'answers', 'right', 'after'], ['right', 'after']);
  if (!fields) return null;
  const answers = at.list(fields.answers, `${path}.answers`, 2, 4).map((answer, index) => at.text(answer, `${path}.answers.${index}`, 60));
  const { right = null } = fields;
  if (right !== null && !(Number.isInteger(right) && Number(right) >= 1 && Number(right) <= answers.length)) {
    at.tell(`${path}.right`, `it is the number of the right answer, 1 to ${answers.length}, or left out where none is`);
  }
  const after = fields.after === undefined ? '' : at.text(fields.after, `${path}.after`, 300);
  checkPlaceholders(at, after, `${path}.after`, known);
  return { question: at.text(fields.question, `${path}.question`, 200), answers, right: typeof right === 'number' ? right - 1 : null, after };
}

/** @param {Problems} at @param {unknown} given @param {string} path @param {Set<string>} known @returns {Condition} */
function readCondition(at, given, path, known) {
  const none = { fact: 'step', by: 'at_least', wanted: 0, words: '' };
  const fields = at.object(given, path, ['fact', 'words', ...Object.keys(COMPARISONS)], Object.keys(COMPARISONS));
  if (!fields) return none;
  const fact = at.oneOf(fields.fact, `${path}.fact`, Object.keys(FACTS));
  const by = Object.keys(COMPARISONS).filter((name) => name in fields);
  if (by.length !== 1) {
    at.tell(path, `a condition compares in exactly one way: ${Object.keys(COMPARISONS).join(', ')}`);
    return none;
  }
  const wanted = fields[by[0]];
  if (fact) checkWanted(at, wanted, `${path}.${by[0]}`, { kind: FACTS[fact].kind, isOrder: by[0].startsWith('at_'), known });
  const words = at.text(fields.words, `${path}.words`, 80);
  if (at.isObject(wanted)) return { fact: fact ?? 'step', by: by[0], wanted: { kept: String(wanted.kept), times: Number(wanted.times ?? 1), plus: Number(wanted.plus ?? 0) }, words };
  return { fact: fact ?? 'step', by: by[0], wanted: /** @type {Condition['wanted']} */ (wanted), words };
}

/** @param {Problems} at @param {unknown} wanted @param {string} path @param {{kind: string, isOrder: boolean, known: Set<string>}} of */
function checkWanted(at, wanted, path, { kind, isOrder, known }) {
  if (isOrder && kind !== 'number') {
    at.tell(path, 'only a number can be compared by size; write “is” or “is_not”');
  } else if (at.isObject(wanted)) {
    const fields = at.object(wanted, path, ['kept', 'times', 'plus'], ['times', 'plus']);
    if (typeof fields?.kept !== 'string' || !known.has(fields.kept)) at.tell(`${path}.kept`, 'no earlier step keeps anything under this name');
    if (fields && 'plus' in fields && typeof fields.plus !== 'number') at.tell(`${path}.plus`, 'it is a number');
    if (fields && 'times' in fields && !(typeof fields.times === 'number' && fields.times > 0)) at.tell(`${path}.times`, 'it is a number above 0');
  } else {
    const types = { number: 'number', text: 'string', flag: 'boolean' };
    const words = { number: 'a number', text: 'a text', flag: 'true or false' };
    const wished = /** @type {keyof typeof types} */ (kind);
    if (typeof wanted !== types[wished]) at.tell(path, `this fact is ${words[wished]}`);
  }
}

/** @param {Problems} at @param {string} words @param {string} path @param {Set<string>} known */
function checkPlaceholders(at, words, path, known) {
  for (const [whole, name] of words.matchAll(PLACEHOLDER)) {
    const isThere = name.startsWith('kept.') ? known.has(name.slice(5)) : Object.hasOwn(FACTS, name);
    if (!isThere) at.tell(path, `${whole} is neither a fact nor anything that an earlier step keeps`);
  }
}

/** @param {Problems} at @param {unknown} given @param {string} path @param {Set<string>} known @param {boolean} isLast @returns {Step} */
function readStep(at, given, path, known, isLast) {
  const fields = at.object(given, path, ['name', 'title', 'words', 'ask', 'done', 'keep', 'close'], ['ask', 'done', 'keep', 'close']) ?? {};
  const words = at.text(fields.words, `${path}.words`, 500);
  const title = at.text(fields.title, `${path}.title`, 80);
  for (const [of, name] of /** @type {const} */ ([[words, 'words'], [title, 'title']])) checkPlaceholders(at, of, `${path}.${name}`, known);
  const ask = readQuestion(at, fields.ask, `${path}.ask`, known);
  const done = fields.done === undefined ? [] : at.list(fields.done, `${path}.done`, 1, MOST_CONDITIONS)
    .map((condition, index) => readCondition(at, condition, `${path}.done.${index}`, known));
  if (isLast && fields.close === undefined) at.tell(path, 'the last step ends with a sentence, “close”');
  if (!isLast && fields.close !== undefined) at.tell(`${path}.close`, 'only the last step ends with a sentence');
  if (!isLast && !ask && done.length === 0) at.tell(path, 'a step asks something (“ask”) or has something to do (“done”)');
  /** @type {Record<string, string>} */
  const keep = {};
  if (fields.keep !== undefined && done.length === 0) at.tell(`${path}.keep`, 'only a step with something to do (“done”) keeps anything');
  for (const [name, fact] of Object.entries((fields.keep !== undefined && at.anyObject(fields.keep, `${path}.keep`)) || {})) {
    if (!KEEP_NAME.test(name)) at.tell(`${path}.keep.${name}`, 'a name has small letters, digits and _ alone');
    const known_fact = at.oneOf(fact, `${path}.keep.${name}`, Object.keys(FACTS));
    if (known_fact) keep[name] = known_fact;
  }
  const close = fields.close === undefined ? '' : at.text(fields.close, `${path}.close`, 200);
  return { name: at.text(fields.name, `${path}.name`, 20), title, words, ask, done, keep, close };
}

/**
 * @param {string} text of a lesson file
 * @returns {{lesson: Lesson, problems: []} | {lesson: null, problems: Problem[]}} the problems by line
 */
export function readLesson(text) {
  if (text.length > LARGEST) return { lesson: null, problems: [{ line: 1, why: `it is longer than a lesson can be, ${LARGEST} signs` }] };
  let read;
  try {
    read = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { lesson: null, problems: [{ line: error.line, why: error.message }] };
  }
  const at = createProblems(read.lineOf);
  const fields = at.object(read.value, '', ['kind', 'version', 'name', 'title', 'question', 'minutes', 'start', 'steps'], []) ?? {};
  if (fields.kind !== KIND) at.tell('kind', `a lesson begins with “kind”: “${KIND}”`);
  if (fields.version !== undefined && fields.version !== VERSION) at.tell('version', Number(fields.version) > VERSION ? 'it was made for a newer Chainrule' : `it is ${VERSION}`);
  const name = at.text(fields.name, 'name', 40);
  if (name && !KEEP_NAME.test(name)) at.tell('name', 'a name has small letters, digits and _ alone, and begins with a letter');
  if (fields.minutes !== undefined && !(Number.isInteger(fields.minutes) && Number(fields.minutes) >= 1 && Number(fields.minutes) <= 90)) at.tell('minutes', 'it is a whole number from 1 to 90');
  const start = readStart(at, fields.start, 'start');
  const given = at.list(fields.steps, 'steps', FEWEST_STEPS, MOST_STEPS);
  /** @type {Set<string>} */
  const known = new Set();
  const steps = given.map((step, index) => {
    const each = readStep(at, step, `steps.${index}`, known, index === given.length - 1);
    for (const kept of Object.keys(each.keep)) known.add(kept);
    return each;
  });
  if (given.length > 0 && !steps.some(({ ask }) => ask)) at.tell('steps', 'at least one step asks something before it is seen (“ask”)');
  const lesson = {
    name, title: at.text(fields.title, 'title', 60), question: at.text(fields.question, 'question', 160), minutes: Number(fields.minutes), start, steps,
  };
  return at.problems.length > 0 ? { lesson: null, problems: at.sorted() } : { lesson, problems: [] };
}

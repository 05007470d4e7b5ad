import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LESSONS } from '../../../../static/js/page/lessons/shelf.js';
import { readLesson } from '../../../../static/js/page/lessons/format.js';
import { FACTS } from '../../../../static/js/page/lessons/facts.js';
import { OPTIONS } from '../../options.js';
import { randomFrom } from '../../random.js';

const FOLDER = new URL('../../../../lessons/', import.meta.url);
const TEXTS = readdirSync(FOLDER).sort().map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** The first lesson's file with something else in it. @param {string | RegExp} what @param {string} by */
const with_ = (what, by) => {
  const text = TEXTS[0].replace(what, by);
  assert.notEqual(text, TEXTS[0]);
  return readLesson(text).problems;
};
/** @param {string} words as they stand in the first lesson's file */
const lineOf = (words) => TEXTS[0].slice(0, TEXTS[0].indexOf(words)).split('\n').length;

test('all lessons can be read, and the page has them in the order of their files', () => {
  for (const text of TEXTS) assert.deepEqual(readLesson(text).problems, []);
  assert.deepEqual(LESSONS.map(({ name }) => name), TEXTS.map((text) => JSON.parse(text).name));
});

test('each lesson begins with a data set and settings that there are', () => {
  for (const { start: { data, experiment } } of LESSONS) {
    if (data) assert.ok(OPTIONS.datasets.some(({ name }) => name === data.dataset));
    for (const name of /** @type {const} */ (['activation', 'output', 'cost', 'optimizer', 'initializer'])) {
      const wished = experiment[name];
      if (wished) assert.ok(wished in OPTIONS[name]);
    }
  }
});

test('what is wrong is told with its line and why', () => {
  assert.deepEqual(with_('"minutes": 6', '"minutes": "six"'), [{ line: lineOf('"minutes"'), why: '“minutes”: it is a whole number from 1 to 90' }]);
  assert.deepEqual(with_('"fact": "largest_weight"', '"fact": "biggest"').map(({ line }) => line), [lineOf('"largest_weight"')]);
  assert.match(with_('"at_least": 0.5', '"at_least": true')[0].why, /this fact is a number/);
  assert.match(with_('"at_least": 0.5', '"at_least": 0.5, "at_most": 1')[0].why, /exactly one way/);
  assert.match(with_('{train_correct}', '{train_corect}')[0].why, /\{train_corect\} is neither a fact/);
  assert.match(with_('"close"', '"closing"').map(({ why }) => why).join(), /there is no such field here/);
  assert.match(with_('"right": 1', '"right": 4')[0].why, /1 to 3/);
});

test('a text that is no JSON is told by its line, whatever a browser would say', () => {
  assert.deepEqual(readLesson('{\n "kind": "chainrule lesson",\n "steps": [1 2]\n}').problems, [{ line: 3, why: 'a comma or “]” is missing before “2”' }]);
  assert.deepEqual(readLesson('{"a": 1,\n}').problems, [{ line: 2, why: 'there is a comma too many before “}”' }]);
  assert.deepEqual(readLesson('{"a": 1, "a": 2}').problems, [{ line: 1, why: '“a” stands here twice' }]);
  assert.match(readLesson('{\n"a": [\n1').problems[0].why, /the “\[” that begins on line 2 is never closed/);
  assert.match(readLesson('{"a": "b\nc"}').problems[0].why, /no closing quotation mark/);
  assert.match(readLesson('['.repeat(50_000)).problems[0].why, /nested deeper/);
  assert.match(readLesson(`{"a": "${'x'.repeat(200_000)}"}`).problems[0].why, /longer than a lesson/);
  assert.equal(readLesson('').lesson, null);
});

test('a later comparison needs an earlier step that keeps what it names', () => {
  const text = TEXTS[7].replace('"plain": "step"', '"slow": "step"');
  assert.match(readLesson(text).problems.map(({ why }) => why).join(), /no earlier step keeps anything under this name/);
});

test('what is damaged anywhere is told, or still a lesson; nothing is thrown', () => {
  const random = randomFrom(5);
  for (let turn = 0; turn < 400; turn += 1) {
    const text = TEXTS[turn % TEXTS.length];
    const at = Math.floor(random() * text.length);
    const damaged = text.slice(0, at) + ['', '}', '"', '\u0000', '9', ',', '__proto__', 'null'][turn % 8] + text.slice(at + 1 + Math.floor(random() * 3));
    const { lesson, problems } = readLesson(damaged);
    assert.equal(lesson === null, problems.length > 0);
    for (const { line, why } of problems) assert.ok(line >= 1 && line <= damaged.split('\n').length && why.length > 0);
  }
});

test('every fact says what it is', () => {
  for (const { words } of Object.values(FACTS)) assert.ok(words.length > 10);
});

test('the document has every fact, and its example is a lesson', () => {
  const text = readFileSync(new URL('../../../../docs/lessons.md', import.meta.url), 'utf8');
  for (const [name, { kind, words }] of Object.entries(FACTS)) assert.ok(text.includes(`| \`${name}\` | ${kind} | ${words} |`), name);
  const example = text.split('\n').filter((line) => line.startsWith('    ')).join('\n');
  assert.deepEqual(readLesson(example).problems, []);
});

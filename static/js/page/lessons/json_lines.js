/**
 * @file JSON from outside with the line on which each part of it stands, so that what is wrong with it can be shown: a browser's own
 * reader tells no lines, or other ones in each browser.
 */

/** Nothing that is read here is nested deeper. */
const DEEPEST = 12;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const WORDS = /** @type {const} */ ([['true', true], ['false', false], ['null', null]]);

/** A text that is no JSON, and where it stops being it. */
export class JsonFault extends Error {
  /** @param {number} line from 1 @param {string} why */
  constructor(line, why) {
    super(why);
    this.line = line;
  }
}

/**
 * @param {string} text
 * @returns {{value: unknown, lineOf: (path: string) => number}} `lineOf`: of "steps.2.words", or of the nearest part around it that there is
 * @throws {JsonFault}
 */
export function readJson(text) {
  /** @type {Map<string, number>} */
  const lines = new Map();
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const lineAt = (/** @type {number} */ place) => text.slice(0, place).split('\n').length;
  /** @param {string} why @returns {never} */
  const fail = (why, place = at) => { throw new JsonFault(lineAt(place), why); };
  /** @param {RegExp} pattern */
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const seen = () => (at < text.length ? `“${[...text.slice(at, at + 2)][0]}”` : 'the end');

  /** @returns {string} */
  function string() {
    const found = take(STRING);
    if (found === null) fail(text[at] === '"' ? 'this text has no closing quotation mark, or a sign that JSON writes otherwise' : `a text in quotation marks is missing here; there is ${seen()}`);
    return JSON.parse(/** @type {string} */ (found));
  }

  /** @param {number} depth @param {'}' | ']'} end @param {(index: number) => void} entry */
  function list(depth, end, entry) {
    if (depth > DEEPEST) fail('it is nested deeper than any lesson');
    const begun = at;
    at += 1;
    take(SPACE);
    if (text[at] === end) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      take(SPACE);
      if (text[at] === end) fail(`there is a comma too many before “${end}”`);
      entry(index);
      take(SPACE);
      if (text[at] === ',') at += 1;
      else if (text[at] === end) break;
      else fail(at < text.length ? `a comma or “${end}” is missing before ${seen()}` : `the “${text[begun]}” that begins on line ${lineAt(begun)} is never closed`);
    }
    at += 1;
  }

  /** @param {string} path @param {number} depth @returns {unknown} */
  function value(path, depth) {
    take(SPACE);
    lines.set(path, lineAt(at));
    const inner = (/** @type {string | number} */ name) => (path === '' ? String(name) : `${path}.${name}`);
    if (text[at] === '{') {
      /** @type {Map<string, unknown>} */
      const fields = new Map();
      list(depth + 1, '}', () => {
        const begun = at;
        const name = string();
        if (fields.has(name)) fail(`“${name}” stands here twice`, begun);
        take(SPACE);
        if (text[at] !== ':') fail(`a colon is missing behind “${name}”`);
        at += 1;
        fields.set(name, value(inner(name), depth + 1));
      });
      return Object.fromEntries(fields);
    }
    if (text[at] === '[') {
      /** @type {unknown[]} */
      const entries = [];
      list(depth + 1, ']', (index) => entries.push(value(inner(index), depth + 1)));
      return entries;
    }
    if (text[at] === '"') return string();
    const number = take(NUMBER);
    if (number !== null && number !== '') return Number(number);
    for (const [word, meant] of WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meant;
      }
    }
    return fail(`a value is missing here; there is ${seen()}`);
  }

  const whole = value('', 0);
  take(SPACE);
  if (at < text.length) fail(`nothing may follow the end of it; there is ${seen()}`);
  return {
    value: whole,
    lineOf(path) {
      for (let part = path; ; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
        const line = lines.get(part);
        if (line !== undefined) return line;
        if (part === '') return 1;
      }
    },
  };
}

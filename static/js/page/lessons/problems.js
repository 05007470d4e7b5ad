/**
 * @file What is wrong with a file from outside, gathered while it is read: each with its line and why.
 */

/** More are of no help. */
const MOST = 12;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** @param {unknown} given @returns {given is Record<string, unknown>} */
const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);

/** @param {(path: string) => number} lineOf */
export function createProblems(lineOf) {
  /** @type {{line: number, why: string}[]} */
  const problems = [];
  const tell = (/** @type {string} */ path, /** @type {string} */ why) => {
    if (problems.length < MOST) problems.push({ line: lineOf(path), why: path === '' ? why : `“${path.split('.').at(-1)}”: ${why}` });
  };
  return {
    problems,
    tell,
    isObject,
    sorted: () => problems.sort((a, b) => a.line - b.line),

    /** @param {unknown} given @param {string} path @returns {Record<string, unknown> | null} */
    anyObject(given, path) {
      if (isObject(given)) return given;
      if (given !== undefined) tell(path, 'an object in braces { } is expected here'); // that it is missing is told by whoever looks around it
      return null;
    },

    /** With these fields and no others. @param {unknown} given @param {string} path @param {string[]} names @param {string[]} optional @returns {Record<string, unknown> | null} */
    object(given, path, names, optional) {
      const fields = this.anyObject(given, path);
      if (!fields) return null;
      const inner = (/** @type {string} */ name) => (path === '' ? name : `${path}.${name}`);
      for (const name of Object.keys(fields)) if (!names.includes(name)) tell(inner(name), `there is no such field here; there are ${names.join(', ')}`);
      for (const name of names) if (!(name in fields) && !optional.includes(name)) tell(path, `the field “${name}” is missing`);
      return fields;
    },

    /** @param {unknown} given @param {string} path @param {number} longest @returns {string} '' where it is none */
    text(given, path, longest) {
      if (given === undefined) return ''; // told as well
      if (typeof given !== 'string' || given.trim() === '') tell(path, 'a text is expected here');
      else if (given.length > longest) tell(path, `it has ${given.length} signs; there is room for ${longest}`);
      else if (UNSEEN.test(given)) tell(path, 'it holds a sign that shows nothing, or a new line');
      else return given;
      return '';
    },

    /** @param {unknown} given @param {string} path @param {number} least @param {number} most @returns {unknown[]} */
    list(given, path, least, most) {
      if (given === undefined) return [];
      if (!Array.isArray(given)) tell(path, 'a list in brackets [ ] is expected here');
      else if (given.length < least || given.length > most) tell(path, `it has ${given.length} entries; ${least} to ${most} are possible`);
      else return given;
      return [];
    },

    /** @template {string} T @param {unknown} given @param {string} path @param {readonly T[]} names @returns {T | null} */
    oneOf(given, path, names) {
      if (typeof given === 'string' && names.includes(/** @type {T} */ (given))) return /** @type {T} */ (given);
      if (given !== undefined) tell(path, `it is one of ${names.join(', ')}`);
      return null;
    },

    /** @param {unknown} given @param {string} path @param {number} least @param {number} most @returns {number | null} */
    number(given, path, least, most) {
      if (typeof given === 'number' && given >= least && given <= most) return given;
      if (given !== undefined) tell(path, `a number from ${least} to ${most} is expected here`);
      return null;
    },
  };
}

/** @typedef {ReturnType<typeof createProblems>} Problems */

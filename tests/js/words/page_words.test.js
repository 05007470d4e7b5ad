import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf } from './moments.js';
import { CLASS_NAMES } from '../../../static/js/ui/shapes.js';
import { namesIn } from './own_pass.js';
import { CHECKERS } from './page_claims.js';
import { allSaid } from './page_sentences.js';
import { numbersIn } from './printed.js';

const MOMENTS = process.env.CHAINRULE_THOROUGH_TESTS === '1' ? 2500 : 1000;
/** What no reader may ever meet; “not a number” is explained in quotation marks. */
const NEVER = /NaN(?!, “not a number”)|undefined|null|\[object|Infinity|−0(?:\.0*)?(?![.\d])|≈|-\d/;

/** What nobody calls a class whose table has a name for it. */
const MARKS = /\b(?:circle|square|triangle|diamond)s?\b/;

/** Numbers that say nothing of the moment: symbols, names of layers, and what float64 can hold. */
const NAMES = /(?:[Nn]euron|[Ii]nput|output|layer|Layer|x|L)\s?\d+|\b(?:3\.4·10³⁸|1\.8·10³⁰⁸)|x[₁₂]/g;

Object.assign(globalThis, { origin: 'https://school.example' }); // which every browser knows of its page

/** @param {unknown} value @returns {string[]} */
const textsIn = (value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : []);

test('every sentence is true of its moment, every number in it is claimed, and none leaks what is no number', () => {
  const kinds = new Set();
  let sentences = 0;
  for (let seed = 0; seed < MOMENTS; seed++) {
    const moment = momentOf(seed);
    for (const { place, sentence: { text, claims }, isName } of allSaid(moment)) {
      const where = `moment ${seed}, ${place}: “${text}”`;
      assert.equal(typeof text, 'string', where);
      assert.doesNotMatch(text, NEVER, where);
      if (namesIn(moment) !== CLASS_NAMES) assert.doesNotMatch(text, MARKS, where);
      if (isName) assert.notEqual(text.trim(), '', where);
      for (const claim of claims) {
        assert.ok(Object.hasOwn(CHECKERS, claim.that), `no checker for “${claim.that}”`);
        kinds.add(claim.that);
        try {
          CHECKERS[claim.that](claim, moment, place);
        } catch (error) {
          throw new Error(`${where}\n${JSON.stringify(claim)}\n${/** @type {Error} */ (error).message}`, { cause: error });
        }
      }
      const claimed = claims.flatMap((claim) => Object.values(claim).flatMap(textsIn)).flatMap(numbersIn);
      for (const number of numbersIn(text.replace(NAMES, ''))) assert.ok(claimed.includes(number), `${where}: nobody claims ${number}`);
      sentences += 1;
    }
  }
  assert.deepEqual(Object.keys(CHECKERS).filter((kind) => !kinds.has(kind)), ['no answer'], 'every kind of claim was met');
  assert.ok(sentences > 20 * MOMENTS);
});

/**
 * @file What the page says, with what it claims. A sentence is made from one moment; it returns the claims that it
 * makes, and the tests hold each of them against the arrays of that moment.
 */

/**
 * `that` names the predicate; the other fields are its values, as they are printed.
 * @typedef {{that: string, [value: string]: unknown}} Claim
 */

/** @typedef {{text: string, claims: Claim[]}} Sentence */

/**
 * @param {string} text
 * @param {...Claim} claims
 * @returns {Sentence}
 */
export const said = (text, ...claims) => ({ text, claims });

/**
 * Several sentences as one, with all that they claim; empty ones leave no trace.
 * @param {...Sentence} sentences
 * @returns {Sentence}
 */
export const together = (...sentences) => ({
  text: sentences.map(({ text }) => text).filter(Boolean).join(' '),
  claims: sentences.flatMap(({ claims }) => claims),
});

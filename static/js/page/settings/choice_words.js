/**
 * Choices in the words that the server's options have for them.
 */

/** @typedef {import('../../types.js').Options} Options */
/** @typedef {import('../../types.js').ChoiceOption} ChoiceOption */

/**
 * What people call a value of an experiment's field; the value itself where it has no title.
 * @param {Options} options
 * @param {string} field
 * @param {string} name
 */
export function titleOf(options, field, name) {
  const choices = /** @type {Record<string, Record<string, ChoiceOption> | undefined>} */ (/** @type {unknown} */ (options))[field];
  return choices?.[name]?.title ?? name;
}

/**
 * Some of the choices, for a control that chooses among them.
 * @param {Record<string, ChoiceOption>} choices
 * @param {string[]} [names]
 */
export const worded = (choices, names = Object.keys(choices)) =>
  names.map((name) => ({ value: name, title: choices[name].title, words: choices[name].words }));

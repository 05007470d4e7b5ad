/** @file By what an experiment that comes from outside is known, before what reads it is there. */

/** How the fragment of a link begins, with its version. */
export const LINK = /^#x(\d{1,6})=/;

/** Whether an address holds an experiment, of this version or a later one. @param {string} hash */
export const isLink = (hash) => LINK.test(hash);

/** Whether a text is meant to be a file of experiments. @param {string} text */
export const isFile = (text) => /^\uFEFF?\s*\{\s*"kind"\s*:\s*"chainrule experiments?"/.test(text);

/** @file By what an experiment that comes from outside is known, before what reads it is there. */

/** How the fragment of a link begins, with its version. */
export const LINK = /^#x(\d{1,6})=/;

/** Whether an address holds an experiment, of this version or a later one. @param {string} hash */
export const isLink = (hash) => LINK.test(hash);

/** The fragment of a link that a text holds: by itself, or in an address. @param {string} text @returns {string | null} */
export const linkIn = (text) => /(?:^\s*|:\/\/[^\s#]*)(#x\d{1,6}=[\w-]*)/.exec(text)?.[1] ?? null;

/** Whether a text is meant to be the file of a lesson. @param {string} text */
export const isLesson = (text) => /^\uFEFF?\s*\{\s*"kind"\s*:\s*"chainrule lesson"/.test(text);

/** Whether a text is meant to be a file of experiments. @param {string} text */
export const isFile = (text) => /^\uFEFF?\s*\{\s*"kind"\s*:\s*"chainrule experiments?"/.test(text);

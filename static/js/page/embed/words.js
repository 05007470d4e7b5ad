/**
 * What a frame says: how it stands, and what it was asked for that there is not.
 */
import { formatCount, formatPercent } from '../../ui/format.js';

/** @param {number} step @param {number} share of training points that are right; NaN where that is not known @returns {{step: string, right: string}} */
export const standingWords = (step, share) => ({ step: formatCount(step), right: Number.isFinite(share) ? formatPercent(share) : '' });

/** Lines "what|known, known", as first_embed.js leaves them. @param {string} unknown */
export const unknownWords = (unknown) => unknown.split('\n').filter(Boolean).map((line) => {
  const [asked, known] = line.split('|');
  return `This frame asks for “${asked}”, which there is not. There is: ${known}.`;
});

/** @param {string} name @param {readonly string[]} known */
export const noData = (name, known) => `This frame asks for the data set “${name}”, which there is not. There is: ${known.join(', ')}.`;

/** What is told to the page around a frame, as docs/embed.md says. @param {string} type @param {object} content */
export const message = (type, content) => ({ from: 'chainrule', version: 1, type, ...content });

/** @file What a learner may predict before a phase shows it, and the verdict; functions of the trace alone. */

import { blameQuestion } from './blame.js';
import { directionQuestion } from './direction.js';

/** @typedef {import('../types.js').Phase} Phase */
/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {{layer: number, neuron: number, source: number | null}} Place   a weight; source null: its neuron as a whole */

/**
 * @typedef {Object} Option
 * @property {string} value
 * @property {string} label
 * @property {string | null} key    the element of the network that it names
 * @property {string} otherwise     what is true of it instead, where it is wrong; may be empty
 */

/**
 * @typedef {Object} Question
 * @property {string} prompt
 * @property {Option[]} options
 * @property {string[]} right       values that are right: more than one where two are equal
 * @property {string} because       what the numbers say, as a sentence
 * @property {string} runnerUp      what came closest, for those who were right; may be empty
 * @property {string | null} about  key of the element of the network that all of it is about
 * @property {Place} place          whose numbers give the answer
 */

/**
 * What can be asked before a phase is shown.
 * @param {Subject} subject
 * @param {Phase} phase
 * @returns {Question | null}
 */
export function questionBefore(subject, phase) {
  if (phase.kind === 'backward') return blameQuestion(subject, phase.layer);
  return phase.kind === 'update' ? directionQuestion(subject) : null;
}

/**
 * Whether an answer is right, and why.
 * @param {Question} question
 * @param {string} answer
 */
export function verdictOn({ right, because, runnerUp, options }, answer) {
  const isRight = right.includes(answer);
  const rest = isRight ? runnerUp : options.find(({ value }) => value === answer)?.otherwise;
  return { isRight, sentence: [`${isRight ? 'Right' : 'Not quite'}: ${because}`, rest].filter(Boolean).join(' ') };
}

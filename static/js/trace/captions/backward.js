/** @file Captions of the backward phases: the blame δ of a neuron, at the output (B1) and before it (B2). */

import { weightKey } from '../../network/keys.js';
import { said, together } from '../../words/sentence.js';
import { plainNumber, settle, texNumber } from '../printed.js';
import * as symbols from '../symbols.js';
import { hiddenAsks, outputAsks } from './asks.js';
import { outputBlame } from './output_blame.js';
import { slopeSentence } from './slope_words.js';
import { summed } from './sums.js';
import { capitalized, numberClaim, placeOf, told } from './told.js';

/** @typedef {import('../types.js').PassSubject} Subject */
/** @typedef {import('../types.js').Equation} Equation */

const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/**
 * @param {Subject} subject
 * @param {number} k   output neuron, from 0
 */
function outputCaption(subject, k) {
  const { equation, sentence } = outputBlame(subject, k);
  return told({
    title: said(`Blame reaches output neuron ${k + 1}`),
    sentences: [
      said('Blame, written delta, says how fast the cost would grow if this neuron\u2019s sum grew.'),
      together(sentence, outputAsks(subject, k)),
    ],
    spoken: spokenDelta(subject, subject.architecture.layers, k),
  }, [equation]);
}

/** @param {Subject} subject @param {number} i @param {number} k */
function spokenDelta({ trace, architecture }, i, k) {
  const value = /** @type {number[]} */ (trace.deltas[i])[k];
  return said(`Delta of ${placeOf(i, k, architecture.layers)} is ${plainNumber(value)}.`,
    numberClaim('delta', value, { layer: i, neuron: k }));
}

/**
 * @param {Subject} subject
 * @param {number} i   hidden layer, 2..n-1
 * @param {number} k   neuron, from 0
 * @returns {Equation}
 */
function hiddenEquation({ trace, architecture }, i, k) {
  const above = /** @type {number[]} */ (trace.deltas[i + 1]);
  const weights = above.map((_, m) => trace.parameters[architecture.weightIndex(i + 1, m, k)]);
  const slope = /** @type {number[]} */ (trace.slopes[i])[k];
  const value = /** @type {number[]} */ (trace.deltas[i])[k];
  const count = above.length;
  const { digits, sign } = settle([slope, ...weights, ...above], ([s, ...rest]) => {
    let sum = 0;
    for (let m = 0; m < count; m++) sum += rest[m] * rest[count + m];
    return s * sum;
  }, { result: value });
  const terms = above.map((delta, m) => [
    symbols.linked(weightKey(i + 1, m, k), bracketed(weights[m], digits)),
    symbols.linked(`d:${i + 1}:${m}`, bracketed(delta, digits)),
  ].join('\\cdot'));
  return {
    formula: `${symbols.delta(i, k)} = \\sigma'(${symbols.preActivation(i, k)})\\,{\\textstyle\\sum_m} `
      + `w^{${i},${i + 1}}_{${k + 1},m}\\, \\delta^{${i + 1}}_m`,
    calculations: [summed(symbols.delta(i, k), terms, texNumber(value), {
      before: `${bracketed(slope, digits)}\\cdot\\big(`, after: '\\big)', sign,
    })],
  };
}

/** Share of all that comes in from which nearly all of it comes by one wire. */
const NEARLY_ALL = 0.8;

/**
 * Which wire brings nearly all of the blame, where one does.
 * @param {Subject} subject @param {number} i @param {number} k
 */
function mostlyFrom({ trace, architecture }, i, k) {
  const above = /** @type {number[]} */ (trace.deltas[i + 1]);
  const weights = above.map((_, m) => trace.parameters[architecture.weightIndex(i + 1, m, k)]);
  const sizes = weights.map((weight, m) => Math.abs(weight * above[m]));
  const largest = sizes.indexOf(Math.max(...sizes));
  const sum = sizes.reduce((all, size) => all + size, 0);
  if (sizes.length === 1 || !(sizes[largest] > NEARLY_ALL * sum) || sum === Infinity) return said('');
  const turns = weights[largest] < 0;
  const from = i + 1 === architecture.layers ? `output neuron ${largest + 1}` : `neuron ${largest + 1}`;
  return said(`Nearly all comes from ${from}${turns ? '; the dashed wire turns its sign' : ''}.`, { that: 'brings nearly all', neuron: largest, turns });
}

/**
 * @param {Subject} subject
 * @param {number} i   hidden layer, 2..n-1
 * @param {number} k   neuron, from 0
 */
function hiddenCaption(subject, i, k) {
  const { trace, architecture } = subject;
  const wires = architecture.sizes[i];
  return told({
    title: said(`${capitalized(placeOf(i, k, architecture.layers))} collects its blame`),
    sentences: [
      said(wires === 1
        ? 'The blame of the next layer travels the same wire backwards, multiplied by its weight.'
        : 'The blame of the next layer travels the same wires backwards, each share multiplied by the weight of its wire.',
      { that: 'arrive back', layer: i, wires }),
      together(slopeSentence(/** @type {number[]} */ (trace.slopes[i])[k]), hiddenAsks(subject, i, k)),
      mostlyFrom(subject, i, k),
    ],
    spoken: spokenDelta(subject, i, k),
  }, [hiddenEquation(subject, i, k)]);
}

/**
 * A neuron's δ.
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 */
export const blameEquation = (subject, i, k) =>
  (i === subject.architecture.layers ? outputBlame(subject, k).equation : hiddenEquation(subject, i, k));

/**
 * @param {Subject} subject
 * @param {number} i   layer, 2..n
 * @param {number} k   neuron, from 0
 */
export const backwardCaption = (subject, i, k) =>
  (i === subject.architecture.layers ? outputCaption(subject, k) : hiddenCaption(subject, i, k));

/** @file Caption of the update: the step that the optimizer takes from the batch's gradient (G1 and its relatives). */

import { said, together } from '../../words/sentence.js';
import { digitsApart, plainNumber, settle, texNumber, texSetting } from '../printed.js';
import { RULES } from '../rules.js';
import * as symbols from '../symbols.js';
import { clippingLines, clippingSentence, rateCalculation, rateSentence } from './pacing.js';
import { calculate, expressionTex, factorsOf, knownOf, rememberedLines } from './rule_lines.js';
import { numberClaim, placeOf, told } from './told.js';

/** @typedef {import('../types.js').TraceBatch} TraceBatch */
/** @typedef {import('../types.js').TraceUpdate} TraceUpdate */
/** @typedef {import('../types.js').Subject} Subject */
/** @typedef {{layer: number, neuron: number, source: number | null}} Parameter */

const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/** How many parameters move. @param {Float64Array} before @param {Float64Array} after */
function titleOf(before, after) {
  const all = before.length;
  const moved = before.reduce((count, value, index) => count + Number(after[index] !== value), 0);
  const claim = { that: 'move', moved, all };
  if (moved === 0) return said('No weight or bias moves', claim);
  if (moved === all) return said(`All ${all} weights and biases move`, claim);
  return said(`${moved} of ${all} weights and biases ${moved === 1 ? 'moves' : 'move'}`, claim);
}

/** What the gradient is the gradient of. @param {TraceBatch} batch @param {boolean} isSmooth without any penalty */
function gradientSentence({ ids, cost, penalty }, isSmooth) {
  const others = ids.length - 1;
  const claims = [{ that: 'batch has', points: ids.length }, numberClaim('batch cost', cost)];
  const whose = others === 0
    ? `The batch is this one point. The gradient g is that of its cost${isSmooth ? '' : ' with the penalty'}, ${plainNumber(cost)}`
    : `The gradient g is that of the batch\u2019s cost, ${plainNumber(cost)}: the mean over its ${ids.length} points, this one and ${others} more`;
  if (isSmooth) return said(`${whose}.`, ...claims, { that: 'penalty', on: false });
  const added = others === 0 ? `, of which the penalty is ${plainNumber(penalty)}` : `, plus the penalty, ${plainNumber(penalty)}`;
  return said(`${whose}${added}.`, ...claims, { that: 'penalty', on: true }, numberClaim('penalty', penalty));
}

/**
 * The gradient of the batch's cost; for a weight under a penalty, what the points and the penalty add to it.
 * @param {Subject['experiment']} experiment
 * @param {Parameter} parameter
 * @param {number} value   of the parameter
 * @param {number} gradient   with the penalty
 * @returns {import('../types.js').Calculation}
 */
function gradientCalculation({ l1, l2 }, parameter, value, gradient) {
  const symbol = `g = \\partial C_{\\text{batch}}/\\partial ${symbols.parameter(parameter)}`;
  if (parameter.source === null || (l1 === 0 && l2 === 0)) return { symbol, factors: texNumber(gradient), result: null };
  const mean = gradient - l1 * Math.sign(value) - l2 * value;
  const { digits, sign } = settle([mean, value], ([points, w]) => points + l1 * Math.sign(value) + l2 * w, { result: gradient });
  const terms = [
    texNumber(mean, digits),
    ...(l1 > 0 ? [`${texSetting(l1)}\\cdot${bracketed(Math.sign(value), 1)}`] : []),
    ...(l2 > 0 ? [`${texSetting(l2)}\\cdot${bracketed(value, digits)}`] : []),
  ];
  return { symbol, factors: terms.join(' + '), sign, result: texNumber(gradient) };
}

/**
 * Where the batch's gradient is nearly 0, training adds it up with fewer digits (decision 0011), which is said where it shows.
 * @param {number} added
 * @param {number} exact
 */
function roundedSentence(added, exact) {
  const [printed, wanted] = [added, exact].map((value) => plainNumber(value));
  if (printed === wanted) return said('');
  return said(`Training rounds what is nearly 0: it took ${printed} for the exact ${wanted}.`,
    { that: 'gradient is rounded', added: printed, exact: wanted });
}

/** Whether the step goes the way of the gradient, which only what is remembered can bring about. @param {number} change @param {number} gradient */
function againstSentence(change, gradient) {
  if (change === 0 || gradient * change < 0) return said('');
  if (gradient === 0) {
    return said('The gradient shown here is 0: only what is kept of earlier steps moves it.', { that: 'gradient is 0, yet it moves' });
  }
  return gradient * change > 0
    ? said('Here what is kept of earlier steps outweighs the gradient, and the step goes the other way.', { that: 'step goes with the gradient' })
    : said('');
}

/** From where to where, with as many digits as it takes to show it. @param {Parameter} parameter @param {number} layers @param {number} old @param {number} next */
function spokenMove({ layer, neuron, source }, layers, old, next) {
  const what = source === null ? 'The bias' : `The weight from neuron ${source + 1}`;
  const whose = `${what} of ${placeOf(layer, neuron, layers)}`;
  const digits = digitsApart(old, next);
  const [from, to] = [plainNumber(old, digits), plainNumber(next, digits)];
  const claim = { that: 'moves', layer, neuron, source, from, to };
  return old === next ? said(`${whose} stays at ${from}.`, claim) : said(`${whose} moves from ${from} to ${to}.`, claim);
}

/**
 * @param {Subject} subject   of a training point
 * @param {Parameter} parameter   the one whose numbers are shown
 */
export function updateCaption({ trace, architecture, experiment }, parameter) {
  const batch = /** @type {TraceBatch} */ (trace.batch);
  const update = /** @type {TraceUpdate} */ (trace.update);
  const { layer, neuron, source } = parameter;
  const index = source === null
    ? architecture.biasIndex(layer, neuron)
    : architecture.weightIndex(layer, neuron, source);
  const rule = RULES[update.optimizer];
  const gradient = update.gradient[index];
  const { lines, known } = rememberedLines(rule, knownOf(update, index));
  const [old, next] = [trace.parameters[index], update.after[index]];
  const resultDigits = digitsApart(old, next);
  const { digits, sign } = settle(
    [old, ...factorsOf(rule.step, known)], ([value, ...printed]) => value - calculate(rule.step, known, printed),
    { digits: resultDigits, result: next });
  const step = expressionTex(rule.step, known, digits);
  return told({
    title: titleOf(trace.parameters, update.after),
    sentences: [
      together(
        gradientSentence(batch, experiment.l1 === 0 && experiment.l2 === 0),
        roundedSentence(gradient, batch.gradient[index]),
        clippingSentence(update, experiment),
      ),
      together(
        said(rule.sentence),
        rateSentence(update, experiment),
        againstSentence(next - old, gradient),
        batch.next
          ? said('This is the step that comes next.', { that: 'is next', next: true })
          : said('This batch is not the next one in line; the step is what it would make now.', { that: 'is next', next: false }),
      ),
    ],
    spoken: spokenMove(parameter, architecture.layers, old, next),
  }, [{
    formula: rule.formula,
    calculations: [
      { ...gradientCalculation(experiment, parameter, old, gradient), beside: rateCalculation(update) },
      ...clippingLines(update, gradient),
      ...lines,
      {
        symbol: symbols.parameter(parameter), relation: '\\leftarrow', factors: `${bracketed(old, digits)} - ${step}`, sign,
        result: texNumber(next, resultDigits),
      },
    ],
  }]);
}

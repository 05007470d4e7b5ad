/** @file Caption of the update: the step that the optimizer makes of the batch's gradient (G1 and its relatives). */

import * as symbols from '../symbols.js';
import { plainNumber, settle, texNumber, texSetting } from '../printed.js';

/** @typedef {import('../types.js').TraceUpdate} TraceUpdate */

const g = 'g';
const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/**
 * One optimizer's rule for one parameter.
 * @typedef {Object} Rule
 * @property {string} formula
 * @property {string} sentence
 * @property {(of: RuleNumbers) => string[]} numbers    lines in TeX on what is remembered
 * @property {(of: RuleNumbers) => number[]} factors    what the step is calculated from, besides the learning rate
 * @property {(rate: number, factors: number[]) => number} step   what is taken off the old value
 * @property {(rate: string, factors: string[]) => string} tex    the same with its numbers in TeX
 */
/**
 * @typedef {Object} RuleNumbers
 * @property {number} gradient
 * @property {number} learning_rate
 * @property {Record<string, number>} before   the optimizer's memory of this parameter
 * @property {Record<string, number>} after
 * @property {Record<string, number>} terms
 */

/** A line "symbol = left·memory + right·gradient = value", in which the printed numbers give the printed value. */
function blend(/** @type {string} */ symbol, /** @type {[number, number]} */ [keep, add],
  /** @type {[number, number]} */ [memory, news]) {
  const { digits, result } = settle([memory, news], ([m, value]) => keep * m + add * value);
  const left = `${texSetting(keep)}\\cdot${bracketed(memory, digits)}`;
  const right = add === 1 ? bracketed(news, digits) : `${texSetting(add)}\\cdot${bracketed(news, digits)}`;
  return `${symbol} \\leftarrow ${left} + ${right} = \\mathbf{${texNumber(result)}}`;
}

/** The same for squares of the gradient. */
function blendSquare(/** @type {string} */ symbol, /** @type {[number, number]} */ [keep, add],
  /** @type {[number, number]} */ [memory, gradient]) {
  const { digits, result } = settle([memory, gradient], ([m, value]) => keep * m + add * value * value);
  const left = `${keep === 1 ? '' : `${texSetting(keep)}\\cdot`}${bracketed(memory, digits)}`;
  const right = `${add === 1 ? '' : `${texSetting(add)}\\cdot`}${bracketed(gradient, digits)}^2`;
  return `${symbol} \\leftarrow ${left} + ${right} = \\mathbf{${texNumber(result)}}`;
}

const oneMinus = (/** @type {number} */ share) => Number((1 - share).toPrecision(12));

/** @type {Pick<Rule, 'step' | 'tex'>} */
const RATE_TIMES = {
  step: (rate, [factor]) => rate * factor,
  tex: (rate, [factor]) => `${rate}\\cdot${factor}`,
};

/** @type {Pick<Rule, 'step' | 'tex'>} */
const RATE_OVER_ROOT = {
  step: (rate, [above, squares, epsilon]) => (rate * above) / (Math.sqrt(squares) + epsilon),
  tex: (rate, [above, squares, epsilon]) =>
    `${rate}\\cdot\\frac{${above}}{\\sqrt{${squares}}+${epsilon}}`,
};

/** @type {Record<TraceUpdate['optimizer'], Rule>} */
const RULES = {
  gradient_descent: {
    formula: `w \\leftarrow w - \\eta\\, ${g}`,
    sentence: 'Gradient descent takes a step against the gradient, as long as the learning rate times the gradient.',
    numbers: () => [],
    factors: ({ gradient }) => [gradient],
    ...RATE_TIMES,
  },
  momentum: {
    formula: `v \\leftarrow \\mu v + ${g},\\qquad w \\leftarrow w - \\eta\\, v`,
    sentence: 'Momentum keeps a velocity: part of the last one, plus the new gradient. The step follows the velocity.',
    numbers: ({ before, gradient, terms }) => [blend('v', [terms.momentum, 1], [before.velocity, gradient])],
    factors: ({ after }) => [after.velocity],
    ...RATE_TIMES,
  },
  nesterov: {
    formula: `v \\leftarrow \\mu v + ${g},\\qquad w \\leftarrow w - \\eta\\,(${g} + \\mu v)`,
    sentence: 'Nesterov\u2019s momentum looks ahead: it steps by the gradient and by the velocity it will still have.',
    numbers: ({ before, gradient, terms }) => [blend('v', [terms.momentum, 1], [before.velocity, gradient])],
    factors: ({ gradient, after, terms }) => [gradient, terms.momentum, after.velocity],
    step: (rate, [gradient, momentum, velocity]) => rate * (gradient + momentum * velocity),
    tex: (rate, [gradient, momentum, velocity]) => `${rate}\\cdot(${gradient} + ${momentum}\\cdot${velocity})`,
  },
  adagrad: {
    formula: `s \\leftarrow s + ${g}^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{${g}}{\\sqrt{s} + \\varepsilon}`,
    sentence: 'AdaGrad divides by the root of all squared gradients so far: what moved much moves less.',
    numbers: ({ before, gradient }) => [blendSquare('s', [1, 1], [before.squares, gradient])],
    factors: ({ gradient, after, terms }) => [gradient, after.squares, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
  rmsprop: {
    formula: `s \\leftarrow \\rho s + (1-\\rho)\\, ${g}^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{${g}}{\\sqrt{s} + \\varepsilon}`,
    sentence: 'RMSProp divides by the root of the recent mean square: every weight moves at about the same pace.',
    numbers: ({ before, gradient, terms }) => [
      blendSquare('s', [terms.decay, oneMinus(terms.decay)], [before.squares, gradient])],
    factors: ({ gradient, after, terms }) => [gradient, after.squares, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
  adam: {
    formula: `m \\leftarrow \\beta_1 m + (1-\\beta_1) ${g},\\quad s \\leftarrow \\beta_2 s + (1-\\beta_2) ${g}^2,\\quad `
      + '\\hat m = \\frac{m}{1-\\beta_1^t},\\ \\hat s = \\frac{s}{1-\\beta_2^t},\\quad '
      + 'w \\leftarrow w - \\eta\\,\\frac{\\hat m}{\\sqrt{\\hat s}+\\varepsilon}',
    sentence: 'Adam keeps a mean of gradients and a mean of their squares, both freed from their start at 0.',
    numbers: ({ before, after, gradient, terms }) => [
      blend('m', [terms.beta1, oneMinus(terms.beta1)], [before.mean, gradient]),
      blendSquare('s', [terms.beta2, oneMinus(terms.beta2)], [before.squares, gradient]),
      corrected('\\hat m', after.mean, terms.correction1),
      corrected('\\hat s', after.squares, terms.correction2),
    ],
    factors: ({ after, terms }) =>
      [after.mean / terms.correction1, after.squares / terms.correction2, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
};

/** Adam's correction of a mean for its start at 0: divided by 1 − β^t. */
function corrected(/** @type {string} */ symbol, /** @type {number} */ mean, /** @type {number} */ correction) {
  const { digits, result } = settle([mean, correction], ([m, c]) => m / c);
  return `${symbol} = \\frac{${texNumber(mean, digits)}}{${texNumber(correction, digits)}} = \\mathbf{${texNumber(result)}}`;
}

/**
 * @param {import('../types.js').Subject} subject   of a training point
 * @param {{layer: number, neuron: number, source: number | null}} parameter   the one whose numbers are shown
 * @returns {import('../types.js').Caption}
 */
export function updateCaption({ trace, architecture }, parameter) {
  const batch = /** @type {import('../types.js').TraceBatch} */ (trace.batch);
  const update = /** @type {TraceUpdate} */ (trace.update);
  const { layer, neuron, source } = parameter;
  const index = source === null
    ? architecture.biasIndex(layer, neuron)
    : architecture.weightIndex(layer, neuron, source);
  const at = (/** @type {Record<string, Float64Array>} */ state) =>
    Object.fromEntries(Object.entries(state).map(([name, vector]) => [name, vector[index]]));
  const rule = RULES[update.optimizer];
  const numbers = {
    gradient: batch.gradient[index],
    learning_rate: update.learning_rate,
    before: at(update.state_before),
    after: at(update.state_after),
    terms: update.terms,
  };
  const old = trace.parameters[index];
  const symbol = symbols.parameter(parameter);
  const { learning_rate: rate } = update;
  const factors = rule.factors(numbers);
  const { digits } = settle([old, ...factors], ([value, ...rest]) => value - rule.step(rate, rest));
  const step = rule.tex(texSetting(rate), factors.map((value) => bracketed(value, digits)));
  const others = batch.ids.length - 1;
  return {
    title: 'Every weight takes one small step downhill',
    sentences: [
      others === 0
        ? 'The batch is this one point, so its gradient g is the point\u2019s own.'
        : `The gradient g is the mean over the ${batch.ids.length} points of the batch: this one and ${others} more.`,
      `${rule.sentence} ${batch.next ? 'This is the step that comes next.' : 'This batch is not the next one in line; the step is what it would make now.'}`,
    ],
    formula: rule.formula,
    numbers: [
      `g = \\partial C_{\\text{batch}}/\\partial ${symbol} = ${texNumber(numbers.gradient)},\\qquad \\eta = ${texSetting(rate)}`,
      ...rule.numbers(numbers),
      `${symbol} \\leftarrow ${bracketed(old, digits)} - ${step} = \\mathbf{${texNumber(update.after[index])}}`,
    ],
    spoken: `${source === null ? 'The bias' : `The weight from neuron ${source + 1}`} of neuron ${neuron + 1} of layer ${layer} moves `
      + `from ${plainNumber(old)} to ${plainNumber(update.after[index])}.`,
  };
}

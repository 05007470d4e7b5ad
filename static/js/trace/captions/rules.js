/** @file The optimizers' rules as captions write them, each for one parameter: in symbols, in a sentence, in numbers. */

import { settle, texNumber, texSetting } from '../printed.js';

/** @typedef {import('../types.js').TraceUpdate} TraceUpdate */
/** @typedef {import('../types.js').Calculation} Calculation */

const g = 'g';
const bracketed = (/** @type {number} */ value, /** @type {number} */ digits) => texNumber(value, digits, { bracket: true });

/**
 * One optimizer's rule for one parameter.
 * @typedef {Object} Rule
 * @property {string} formula
 * @property {string} sentence
 * @property {(of: RuleNumbers) => Calculation[]} numbers    of what is remembered
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

/** "symbol ← left·memory + right·gradient = value", in which the printed numbers give the printed value. @returns {Calculation} */
function blend(/** @type {string} */ symbol, /** @type {[number, number]} */ [keep, add],
  /** @type {[number, number]} */ [memory, news], /** @type {number} */ value) {
  const { digits, sign } = settle([memory, news], ([m, gradient]) => keep * m + add * gradient, { result: value });
  const left = `${texSetting(keep)}\\cdot${bracketed(memory, digits)}`;
  const right = add === 1 ? bracketed(news, digits) : `${texSetting(add)}\\cdot${bracketed(news, digits)}`;
  return { symbol, relation: '\\leftarrow', factors: `${left} + ${right}`, sign, result: texNumber(value) };
}

/** The same for squares of the gradient. @returns {Calculation} */
function blendSquare(/** @type {string} */ symbol, /** @type {[number, number]} */ [keep, add],
  /** @type {[number, number]} */ [memory, gradient], /** @type {number} */ value) {
  const { digits, sign } = settle([memory, gradient], ([m, slope]) => keep * m + add * slope * slope, { result: value });
  const left = `${keep === 1 ? '' : `${texSetting(keep)}\\cdot`}${bracketed(memory, digits)}`;
  const right = `${add === 1 ? '' : `${texSetting(add)}\\cdot`}${bracketed(gradient, digits)}^2`;
  return { symbol, relation: '\\leftarrow', factors: `${left} + ${right}`, sign, result: texNumber(value) };
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
export const RULES = {
  gradient_descent: {
    formula: `w \\leftarrow w - \\eta\\, ${g}`,
    sentence: 'Gradient descent takes a step against the gradient, as long as the learning rate times the gradient.',
    numbers: () => [],
    factors: ({ gradient }) => [gradient],
    ...RATE_TIMES,
  },
  momentum: {
    formula: `v \\leftarrow \\mu v + ${g},\\qquad w \\leftarrow w - \\eta\\, v`,
    sentence: 'Momentum keeps a velocity, to which each gradient adds; the step goes against the velocity.',
    numbers: ({ before, after, gradient, terms }) => [
      blend('v', [terms.momentum, 1], [before.velocity, gradient], after.velocity)],
    factors: ({ after }) => [after.velocity],
    ...RATE_TIMES,
  },
  nesterov: {
    formula: `v \\leftarrow \\mu v + ${g},\\qquad w \\leftarrow w - \\eta\\,(${g} + \\mu v)`,
    sentence: 'Nesterov\u2019s momentum looks ahead: it steps against the gradient and the velocity that will be left.',
    numbers: ({ before, after, gradient, terms }) => [
      blend('v', [terms.momentum, 1], [before.velocity, gradient], after.velocity)],
    factors: ({ gradient, after, terms }) => [gradient, terms.momentum, after.velocity],
    step: (rate, [gradient, momentum, velocity]) => rate * (gradient + momentum * velocity),
    tex: (rate, [gradient, momentum, velocity]) => `${rate}\\cdot(${gradient} + ${momentum}\\cdot${velocity})`,
  },
  adagrad: {
    formula: `s \\leftarrow s + ${g}^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{${g}}{\\sqrt{s} + \\varepsilon}`,
    sentence: 'AdaGrad divides the gradient by the root of the sum of all its squares so far.',
    numbers: ({ before, after, gradient }) => [blendSquare('s', [1, 1], [before.squares, gradient], after.squares)],
    factors: ({ gradient, after, terms }) => [gradient, after.squares, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
  rmsprop: {
    formula: `s \\leftarrow \\rho s + (1-\\rho)\\, ${g}^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{${g}}{\\sqrt{s} + \\varepsilon}`,
    sentence: 'RMSProp divides the gradient by the root of a running mean of its squares.',
    numbers: ({ before, after, gradient, terms }) => [
      blendSquare('s', [terms.decay, oneMinus(terms.decay)], [before.squares, gradient], after.squares)],
    factors: ({ gradient, after, terms }) => [gradient, after.squares, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
  adam: {
    formula: `m \\leftarrow \\beta_1 m + (1-\\beta_1) ${g},\\quad s \\leftarrow \\beta_2 s + (1-\\beta_2) ${g}^2,\\quad `
      + '\\hat m = \\frac{m}{1-\\beta_1^t},\\ \\hat s = \\frac{s}{1-\\beta_2^t},\\quad '
      + 'w \\leftarrow w - \\eta\\,\\frac{\\hat m}{\\sqrt{\\hat s}+\\varepsilon}',
    sentence: 'Adam keeps a mean of the gradients and one of their squares, both corrected for their start at 0.',
    numbers: ({ before, after, gradient, terms }) => [
      blend('m', [terms.beta1, oneMinus(terms.beta1)], [before.mean, gradient], after.mean),
      blendSquare('s', [terms.beta2, oneMinus(terms.beta2)], [before.squares, gradient], after.squares),
      corrected('\\hat m', after.mean, terms.correction1),
      corrected('\\hat s', after.squares, terms.correction2),
    ],
    factors: ({ after, terms }) =>
      [after.mean / terms.correction1, after.squares / terms.correction2, terms.epsilon],
    ...RATE_OVER_ROOT,
  },
};

/** Adam's correction of a mean for its start at 0: divided by 1 − β^t. @returns {Calculation} */
function corrected(/** @type {string} */ symbol, /** @type {number} */ mean, /** @type {number} */ correction) {
  const { digits, result } = settle([mean, correction], ([m, c]) => m / c);
  return { symbol, factors: `\\frac{${texNumber(mean, digits)}}{${texNumber(correction, digits)}}`, result: texNumber(result) };
}

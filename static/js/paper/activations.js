/**
 * @file What bends on paper: a row for each activation, with its formula and its slope as people write them.
 */
import { ACTIVATIONS } from '../network/activations.js';

/**
 * @typedef {object} OnPaper
 * @property {string} title in a sentence: "of 2 sigmoid neurons"
 * @property {(z: number) => number} value
 * @property {(z: number, a: number) => number} slope σ′(z), of a where people take it from a
 * @property {(z: string) => string} tex
 * @property {(z: string, a: string) => string} slopeTex
 * @property {'z' | 'a'} slopeOf what the slope is read from
 * @property {string} [warning] what it does to learning
 */

const LEAK = 0.01;

/** Exactly one: what is handed on as it is, bends nothing. @satisfies {Record<string, OnPaper>} */
export const ON_PAPER_ROWS = {
  sigmoid: {
    title: 'sigmoid', value: ACTIVATIONS.sigmoid.value, slope: (_, a) => a * (1 - a),
    tex: (z) => `\\frac{1}{1+e^{-${z}}}`, slopeTex: (_, a) => `${a}\\,(1-${a})`, slopeOf: 'a',
  },
  tanh: {
    title: 'tanh', value: Math.tanh, slope: (_, a) => 1 - a * a,
    tex: (z) => `\\tanh ${z}`, slopeTex: (_, a) => `(1-${a}^2)`, slopeOf: 'a',
  },
  relu: {
    title: 'ReLU', value: ACTIVATIONS.relu.value, slope: ACTIVATIONS.relu.slope,
    tex: (z) => `\\max(0,\\,${z})`, slopeTex: (z) => `[${z}>0]`, slopeOf: 'z',
  },
  leaky_relu: {
    title: 'leaky ReLU', value: (z) => (z > 0 ? z : LEAK * z), slope: (z) => (z > 0 ? 1 : LEAK),
    tex: (z) => `\\max(${LEAK}\\cdot ${z},\\,${z})`, slopeTex: (z) => `(1\\text{ or }${LEAK}\\text{ by the sign of }${z})`, slopeOf: 'z',
  },
  softplus: {
    title: 'softplus', value: ACTIVATIONS.softplus.value, slope: ACTIVATIONS.softplus.slope,
    tex: (z) => `\\ln(1+e^{${z}})`, slopeTex: (z) => `\\frac{1}{1+e^{-${z}}}`, slopeOf: 'z',
  },
  sine: {
    title: 'sine', value: Math.sin, slope: Math.cos,
    tex: (z) => `\\sin ${z}`, slopeTex: (z) => `\\cos ${z}`, slopeOf: 'z',
  },
  step: {
    title: 'step', value: (z) => (z > 0 ? 1 : 0), slope: () => 0,
    tex: (z) => `[${z}>0]`, slopeTex: () => '0', slopeOf: 'z',
    warning: 'A step is flat on both sides, so its slope is 0 everywhere: no blame passes through it, and nothing before it ever learns.',
  },
  linear: {
    title: 'plain', value: (z) => z, slope: () => 1,
    tex: (z) => z, slopeTex: () => '1', slopeOf: 'z',
    warning: 'A layer without a bend only adds up: two such layers can do no more than one.',
  },
  softmax: {
    title: 'softmax', value: () => NaN, slope: () => NaN,
    tex: (z) => z, slopeTex: () => '', slopeOf: 'a',
  },
};

/** Every activation by its name; softmax has its own formula, since it reads all neurons of its layer. @type {Record<string, OnPaper>} */
export const ON_PAPER = /** @type {Record<string, OnPaper>} */ (ON_PAPER_ROWS);

/** What a hidden layer can have. */
export const HIDDEN_ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'leaky_relu', 'softplus', 'sine', 'step', 'linear'];
/** What an output layer can have. */
export const OUTPUT_ACTIVATIONS = [...HIDDEN_ACTIVATIONS, 'softmax'];

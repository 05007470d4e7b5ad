/** @file One neuron that learns to say 0, from two beginnings. */
import { numbersOf } from './row.js';

const SOURCE = { author: 'Michael Nielsen', work: 'Neural Networks and Deep Learning, chapter 3', year: 2015 };
/** @type {import('../setup.js').Setup} */
const SETUP = { sizes: [1, 1], activations: ['sigmoid'], cost: 'half_sum', biases: 'neuron', biasesLearn: true, optimizer: 'plain', points: 1 };

/** @param {string} id @param {string} title @param {number} weight @param {number} bias @param {string} first @param {string} last @returns {import('./row.js').Example} */
const beginning = (id, title, weight, bias, first, last) => ({
  id,
  title,
  ...SOURCE,
  setup: SETUP,
  numbers: numbersOf({ inputs: [[1]], targets: [[0]], weights: [[[weight]]], biases: [[bias]], rate: 0.15 }),
  notation: 'nielsen',
  printed: [{ key: 'a:0:2:0', text: first }, { key: 'a:0:2:0', text: last, step: 300 }],
  updates: 300,
});

export const nielsen = beginning('nielsen', 'One neuron learns to say 0', 0.6, 0.9, '0.82', '0.09');
export const nielsenSlow = beginning('nielsen-slow', 'The same neuron, badly wrong at first', 2, 2, '0.98', '0.20');

/** @file A perceptron that computes NAND: a step, and all four points. */
import { numbersOf } from './row.js';

const TRUTH = [[0, 0], [0, 1], [1, 0], [1, 1]];

/** @type {import('./row.js').Example} */
export const nand = {
  id: 'nand',
  title: 'A perceptron that computes NAND',
  author: 'Michael Nielsen', work: 'Neural Networks and Deep Learning, chapter 1', year: 2015,
  setup: { sizes: [2, 1], activations: ['step'], cost: 'none', biases: 'neuron', biasesLearn: false, optimizer: 'plain', points: 4 },
  numbers: numbersOf({ inputs: TRUTH, weights: [[[-2, -2]]], biases: [[3]] }),
  notation: 'nielsen',
  printed: [
    { key: 'z:0:2:0', text: '3' }, { key: 'a:0:2:0', text: '1' }, { key: 'a:1:2:0', text: '1' }, { key: 'a:2:2:0', text: '1' },
    { key: 'z:3:2:0', text: '−1' }, { key: 'a:3:2:0', text: '0' },
  ],
};

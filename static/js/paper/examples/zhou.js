/** @file Two of Victor Zhou's: every weight 1, and a forward pass with weights 0 and 1. */
import { numbersOf } from './row.js';

const SOURCE = { author: 'Victor Zhou', work: 'Machine Learning for Beginners: An Introduction to Neural Networks', year: 2019 };

/** @type {import('./row.js').Example} */
export const zhou = {
  id: 'zhou',
  title: 'One output neuron, every weight 1',
  ...SOURCE,
  setup: { sizes: [2, 2, 1], activations: ['sigmoid', 'sigmoid'], cost: 'mean', biases: 'neuron', biasesLearn: true, optimizer: 'plain', points: 1 },
  numbers: numbersOf({ inputs: [[-2, -1]], targets: [[1]], weights: [[[1, 1], [1, 1]], [[1, 1]]], biases: [[0, 0], [0]], rate: 0.1 }),
  notation: 'chainrule',
  printed: [
    { key: 'a:0:2:0', text: '0.0474' }, { key: 'a:0:2:1', text: '0.0474' }, { key: 'a:0:3:0', text: '0.524' },
    { key: 'd:0:3:0', part: 0, text: '−0.952', label: '\\partial C/\\partial a', why: 'The source goes on with 0.524; with all digits it is −0.9526.' },
    { key: 'gw:2:0:0', text: '0.0214', why: 'The source rounds on the way; with all digits it is 0.02147.' },
  ],
};

/** @type {import('./row.js').Example} */
export const zhouForward = {
  id: 'zhou-forward',
  title: 'A forward pass with weights 0 and 1',
  ...SOURCE,
  setup: { sizes: [2, 2, 1], activations: ['sigmoid', 'sigmoid'], cost: 'none', biases: 'neuron', biasesLearn: false, optimizer: 'plain', points: 1 },
  numbers: numbersOf({ inputs: [[2, 3]], weights: [[[0, 1], [0, 1]], [[0, 1]]], biases: [[0, 0], [0]] }),
  notation: 'chainrule',
  printed: [{ key: 'a:0:2:0', text: '0.9526' }, { key: 'a:0:2:1', text: '0.9526' }, { key: 'a:0:3:0', text: '0.7216' }],
};

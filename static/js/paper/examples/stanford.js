/** @file Four inputs, three classes: softmax and its cost. */
import { numbersOf } from './row.js';

/** @type {import('./row.js').Example} */
export const stanford = {
  id: 'cs231n',
  title: 'Four pixels, three classes, softmax',
  author: 'Stanford CS231n', work: 'Convolutional Neural Networks for Visual Recognition, linear classification', year: 2015,
  setup: { sizes: [4, 3], activations: ['softmax'], cost: 'cross_entropy', biases: 'neuron', biasesLearn: true, optimizer: 'plain', points: 1 },
  numbers: numbersOf({
    inputs: [[-15, 22, -44, 56]], targets: [[0, 0, 1]], rate: 0.0001,
    weights: [[[0.01, -0.05, 0.1, 0.05], [0.7, 0.2, 0.05, 0.16], [0, -0.45, -0.2, 0.03]]], biases: [[0, 0.2, -0.3]],
  }),
  notation: 'chainrule',
  printed: [
    { key: 'z:0:2:0', text: '−2.85' }, { key: 'z:0:2:1', text: '0.86' }, { key: 'z:0:2:2', text: '0.28' },
    { key: 'a:0:2:0', text: '0.016', why: 'The source goes on with the power 0.058; with all digits the share is 0.0154.' }, { key: 'a:0:2:1', text: '0.631' }, { key: 'a:0:2:2', text: '0.353' }, { key: 'C', text: '1.04' },
  ],
  note: 'The source stops at the cost. The rate is ours.',
};

/** @file Two inputs, one hidden neuron, two outputs, to sixteen digits. */
import { numbersOf } from './row.js';

/** @type {import('./row.js').Example} */
export const brownlee = {
  id: 'brownlee',
  title: 'One hidden neuron, to sixteen digits',
  author: 'Jason Brownlee', work: 'How to Code a Neural Network with Backpropagation In Python (from scratch)', year: 2016,
  setup: { sizes: [2, 1, 2], activations: ['sigmoid', 'sigmoid'], cost: 'none', biases: 'neuron', biasesLearn: false, optimizer: 'plain', points: 1 },
  numbers: numbersOf({
    inputs: [[1, 0]],
    weights: [[[0.13436424411240122, 0.8474337369372327]], [[0.2550690257394217], [0.4494910647887381]]],
    biases: [[0.763774618976614], [0.49543508709194095, 0.651592972722763]],
  }),
  notation: 'chainrule',
  printed: [
    { key: 'a:0:2:0', text: '0.7105668883115941' }, { key: 'a:0:3:0', text: '0.6629970129852887' }, { key: 'a:0:3:1', text: '0.7253160725279748' },
  ],
  note: 'The source prints its weights with as many digits as the computer has.',
};

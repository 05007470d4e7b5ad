/** @file Logistic regression: one step from zeros. */
import { numbersOf } from './row.js';

/** @type {import('./row.js').Example} */
export const jurafsky = {
  id: 'jurafsky',
  title: 'Positive and negative words: a first step from zeros',
  author: 'Daniel Jurafsky and James H. Martin', work: 'Speech and Language Processing, logistic regression', year: '3rd edition, draft',
  setup: { sizes: [2, 1], activations: ['sigmoid'], cost: 'cross_entropy', biases: 'neuron', biasesLearn: true, optimizer: 'plain', points: 1 },
  numbers: numbersOf({ inputs: [[3, 2]], targets: [[1]], weights: [[[0, 0]]], biases: [[0]], rate: 0.1 }),
  notation: 'chainrule',
  printed: [
    { key: 'gw:2:0:0', text: '−1.5' }, { key: 'gw:2:0:1', text: '−1.0' }, { key: 'gb:2:0', text: '−0.5' },
    { key: 'w+:2:0:0', text: '.15' }, { key: 'w+:2:0:1', text: '.1' }, { key: 'b+:2:0', text: '.05' },
  ],
};

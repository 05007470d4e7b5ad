/** @file Two inputs, two outputs, shared biases. */
import { numbersOf } from './row.js';

/** @type {import('./row.js').Example} */
export const mazur = {
  id: 'mazur',
  title: 'Two inputs, two outputs, shared biases',
  author: 'Matt Mazur', work: 'A Step by Step Backpropagation Example', year: 2015,
  setup: { sizes: [2, 2, 2], activations: ['sigmoid', 'sigmoid'], cost: 'half_sum', biases: 'layer', biasesLearn: false, optimizer: 'plain', points: 1 },
  numbers: numbersOf({
    inputs: [[0.05, 0.1]], targets: [[0.01, 0.99]], rate: 0.5,
    weights: [[[0.15, 0.2], [0.25, 0.3]], [[0.4, 0.45], [0.5, 0.55]]], biases: [[0.35], [0.6]],
  }),
  notation: 'mazur',
  printed: [
    { key: 'a:0:2:0', text: '0.593269992' }, { key: 'a:0:2:1', text: '0.596884378' },
    { key: 'a:0:3:0', text: '0.75136507' }, { key: 'a:0:3:1', text: '0.772928465' }, { key: 'C', text: '0.298371109' },
    { key: 'd:0:3:0', text: '0.138498562' },
    { key: 'w+:3:0:0', text: '0.35891648' }, { key: 'w+:3:0:1', text: '0.408666186' },
    { key: 'w+:3:1:0', text: '0.511301270' }, { key: 'w+:3:1:1', text: '0.561370121' },
    { key: 'w+:2:0:0', text: '0.149780716' }, { key: 'w+:2:0:1', text: '0.19956143' },
    { key: 'w+:2:1:0', text: '0.24975114' }, { key: 'w+:2:1:1', text: '0.29950229' },
    { key: 'C+', text: '0.291027924', why: 'The source’s last number comes out when the blame goes back through the new output weights already. With the new weights that it prints, it is 0.291027774.' },
  ],
  note: 'The source never updates its biases, so this sheet does not ask for them.',
};

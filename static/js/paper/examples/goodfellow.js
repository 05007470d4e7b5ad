/** @file Exclusive or by two ReLU neurons: all four points. */
import { numbersOf } from './row.js';

const TRUTH = [[0, 0], [0, 1], [1, 0], [1, 1]];
/** What the source prints behind the hidden layer, a row for each point. */
const HIDDEN = [[0, 0], [1, 0], [1, 0], [2, 1]];
const ANSWERS = [0, 1, 1, 0];

/** @type {import('./row.js').Example} */
export const goodfellow = {
  id: 'goodfellow',
  title: 'Exclusive or by two ReLU neurons',
  author: 'Ian Goodfellow, Yoshua Bengio and Aaron Courville', work: 'Deep Learning, section 6.1', year: 2016,
  setup: { sizes: [2, 2, 1], activations: ['relu', 'linear'], cost: 'none', biases: 'neuron', biasesLearn: false, optimizer: 'plain', points: 4 },
  numbers: numbersOf({ inputs: TRUTH, weights: [[[1, 1], [1, 1]], [[1, -2]]], biases: [[0, -1], [0]] }),
  notation: 'chainrule',
  printed: [
    ...ANSWERS.map((answer, point) => ({ key: `z:${point}:3:0`, text: String(answer) })),
    ...HIDDEN.flatMap((row, point) => row.map((value, k) => ({ key: `a:${point}:2:${k}`, text: String(value) }))),
  ],
  note: 'The source gives the weights; nothing is learned.',
};

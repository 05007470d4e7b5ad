/** @file Matt Mazur's example, and any other network on paper, for tests. */
import { parseExact } from '../../../static/js/exact/number.js';
import { placeOf } from '../../../static/js/paper/keys.js';
import { givenKeys } from '../../../static/js/paper/setup.js';

/** @typedef {import('../../../static/js/paper/setup.js').Setup} Setup */
/** @typedef {import('../../../static/js/paper/setup.js').Numbers} Numbers */

/** @type {Setup} */
export const MAZUR = {
  sizes: [2, 2, 2], activations: ['sigmoid', 'sigmoid'], cost: 'half_sum', biases: 'layer', biasesLearn: false, optimizer: 'plain', points: 1,
};
/** @type {Numbers} */
export const MAZUR_NUMBERS = {
  'x:0:0': 0.05, 'x:0:1': 0.1, 'y:0:0': 0.01, 'y:0:1': 0.99, 'w:2:0:0': 0.15, 'w:2:0:1': 0.2, 'w:2:1:0': 0.25, 'w:2:1:1': 0.3,
  'w:3:0:0': 0.4, 'w:3:0:1': 0.45, 'w:3:1:0': 0.5, 'w:3:1:1': 0.55, 'b:2:0': 0.35, 'b:3:0': 0.6, rate: 0.5,
};

/** A number as it is typed. @param {string} text */
export function typed(text) {
  const exact = parseExact(text, { fraction: true });
  if ('fault' in exact) throw new Error(`${text}: ${exact.fault}`);
  return exact;
}

/** A value with so many digits, as somebody would type it. @param {number} value @param {number} digits */
export function typedDigits(value, digits) {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return decimals > 20 ? typed(value.toExponential(digits - 1)) : typed(value.toFixed(decimals));
}

/** @template T @param {readonly T[]} list @param {() => number} random */
const oneOf = (list, random) => list[Math.floor(random() * list.length)];

/** Any network that can be set up, with numbers of two decimals. @param {() => number} random @returns {{setup: Setup, numbers: Numbers}} */
export function anyNetwork(random) {
  const size = () => 1 + Math.floor(random() * 4);
  const hidden = Math.floor(random() * 3);
  const sizes = [size(), ...Array.from({ length: hidden }, size), size()];
  const bends = ['sigmoid', 'tanh', 'relu', 'sine', 'softplus', 'leaky_relu'];
  const last = sizes[sizes.length - 1];
  const isProbability = random() < 0.3;
  const output = isProbability ? (last === 1 ? 'sigmoid' : 'softmax') : oneOf(['sigmoid', 'tanh', 'linear'], random);
  /** @type {Setup} */
  const setup = {
    sizes,
    activations: [...Array.from({ length: hidden }, () => oneOf(bends, random)), output],
    cost: isProbability ? 'cross_entropy' : oneOf(['half_sum', 'sum', 'mean'], random),
    biases: oneOf(/** @type {const} */ (['layer', 'neuron', 'none']), random),
    biasesLearn: random() < 0.5,
    optimizer: oneOf(/** @type {const} */ (['plain', 'momentum']), random),
    points: random() < 0.7 ? 1 : 2,
  };
  const number = () => Math.round((random() * 4 - 2) * 100) / 100 || 0.37;
  /** @type {Numbers} */
  const numbers = Object.fromEntries(givenKeys(setup).map((key) => [key, number()]));
  for (const key of Object.keys(numbers)) {
    const { kind, neuron, point } = placeOf(key);
    if (kind === 'y') numbers[key] = setup.activations[hidden] === 'softmax' ? Number(neuron === point % last) : Math.abs(numbers[key]) / 2.5;
  }
  return { setup, numbers: { ...numbers, rate: 0.3, ...(setup.optimizer === 'momentum' ? { momentum: 0.8 } : {}) } };
}

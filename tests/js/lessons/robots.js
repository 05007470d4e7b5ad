/**
 * @file For each lesson a robot that does it, step by step, and three that do something else at one step, which must not count.
 */

/** @typedef {import('../../../static/js/types.js').Command} Command */
/** @typedef {Command | {answer: number} | {phase: string}} Act   `phase`: of the pass that is followed */
/** @typedef {{name: string, at: number, acts: Act[]}} Wrong   what is done at a step (from 0) in place of what is asked */
/** @typedef {{right: Act[][], wrong: [Wrong, Wrong, Wrong]}} Robots */

/** @param {number} updates @returns {Act} */
const train = (updates) => ({ type: 'step', updates });
/** @param {number} layer @param {number} neuron @param {number | null} source @param {number} value @returns {Act} */
const set = (layer, neuron, source, value) => ({ type: 'set_parameter', layer, neuron, source, value });
/** @param {Partial<import('../../../static/js/types.js').Experiment>} changes @returns {Act} */
const choose = (changes) => ({ type: 'configure', changes });
/** @param {number} index @returns {Act} */
const answer = (index) => ({ answer: index });
/** @type {Act} */
const reset = { type: 'reset' };
/** @type {Act} */
const removeNeuron = { type: 'remove_neuron', layer: 2, neuron: 0 };
/** @param {number} neurons @returns {Act} */
const addLayer = (neurons) => ({ type: 'add_layer', layer: 2, neurons });
/** @param {string} kind @returns {Act} */
const phase = (kind) => ({ phase: kind });

/** @type {Record<string, Robots>} */
export const ROBOTS = {
  weight: {
    right: [[answer(0)], [set(2, 0, 0, 1)], [set(2, 0, 0, -1)], [answer(1), set(2, 0, null, 2)], [train(200)], []],
    wrong: [
      { name: 'trains in place of typing', at: 1, acts: [train(50)] },
      { name: 'makes the weight larger only', at: 2, acts: [set(2, 0, 0, 5), set(2, 0, 0, 2)] },
      { name: 'changes a weight, not a bias', at: 3, acts: [answer(1), set(2, 0, 1, -2)] },
    ],
  },
  xor: {
    right: [[answer(1)], [train(300)], [addLayer(3)], [answer(1), train(1500)], []],
    wrong: [
      { name: 'stops after 100 steps', at: 1, acts: [train(100)] },
      { name: 'adds a layer of two neurons', at: 2, acts: [addLayer(2)] },
      { name: 'does not train on', at: 3, acts: [answer(0), train(3)] },
    ],
  },
  bend: {
    right: [[answer(1)], [train(300)], [choose({ activation: 'tanh' }), train(1500)], [answer(1), removeNeuron, removeNeuron, train(500)], []],
    wrong: [
      { name: 'bends them at once', at: 1, acts: [choose({ activation: 'tanh' }), train(1000)] },
      { name: 'trains the straight ones longer', at: 2, acts: [train(2000)] },
      { name: 'takes neurons away and does not train', at: 3, acts: [answer(1), removeNeuron, removeNeuron] },
    ],
  },
  pass: {
    right: [[phase('forward')], [phase('cost')], [answer(0), phase('backward')], [phase('gradient')], [answer(1), phase('update')], []],
    wrong: [
      { name: 'stays at the input', at: 0, acts: [phase('input')] },
      { name: 'goes back to the input', at: 1, acts: [phase('input')] },
      { name: 'does not answer', at: 4, acts: [phase('update')] },
    ],
  },
  rate: {
    right: [
      [train(200)], [answer(0), choose({ learning_rate: 0.1 }), reset, train(200)], [answer(2), choose({ learning_rate: 100 }), train(400)],
      [choose({ learning_rate: 0.1 }), reset, train(600)], [],
    ],
    wrong: [
      { name: 'stops after 100 steps', at: 0, acts: [train(100)] },
      { name: 'takes a smaller rate', at: 1, acts: [answer(0), choose({ learning_rate: 0.01 }), reset, train(200)] },
      { name: 'takes a rate that holds', at: 2, acts: [answer(2), choose({ learning_rate: 1 }), train(400)] },
    ],
  },
  zeros: {
    right: [[answer(2)], [train(300)], [set(3, 0, 0, 1), train(50)], [choose({ initializer: 'glorot' }), train(2000)], []],
    wrong: [
      { name: 'begins by chance', at: 1, acts: [choose({ initializer: 'glorot' }), train(300)] },
      { name: 'only trains on', at: 2, acts: [train(1000)] },
      { name: 'begins from zeros again', at: 3, acts: [reset, train(2000)] },
    ],
  },
  batch: {
    right: [[train(100)], [answer(1), choose({ batch_size: 10 }), reset, train(150)], [answer(1), choose({ batch_size: 1 }), reset, train(300)], []],
    wrong: [
      { name: 'takes small batches at once', at: 0, acts: [choose({ batch_size: 10 }), train(200)] },
      { name: 'does not begin anew', at: 1, acts: [answer(1), choose({ batch_size: 10 }), train(16)] },
      { name: 'keeps batches of ten', at: 2, acts: [answer(1), reset, train(300)] },
    ],
  },
  momentum: {
    right: [
      [answer(1)], [train(500)], [choose({ optimizer: 'momentum' }), reset, train(60)], [answer(1), choose({ momentum: 0.98 }), reset, train(100)], [],
    ],
    wrong: [
      { name: 'stops too early', at: 1, acts: [train(100)] },
      { name: 'takes a larger rate', at: 2, acts: [choose({ learning_rate: 1 }), reset, train(60)] },
      { name: 'keeps the momentum', at: 3, acts: [answer(1), reset, train(200)] },
    ],
  },
  vanishing: {
    right: [[answer(2)], [train(300)], [answer(0), choose({ activation: 'relu' }), reset, train(1500)], []],
    wrong: [
      { name: 'takes layers away', at: 1, acts: [choose({ hidden: [4, 4] }), train(300)] },
      { name: 'trains the sigmoids longer', at: 2, acts: [answer(0), train(3000)] },
      { name: 'takes a shallow network of ReLUs', at: 2, acts: [answer(0), choose({ activation: 'relu', hidden: [4, 4] }), reset, train(1500)] },
    ],
  },
  overfitting: {
    right: [[answer(0)], [train(300)], [train(2700)], [answer(0), choose({ l2: 0.03 }), reset, train(1000)], []],
    wrong: [
      { name: 'stops after 100 steps', at: 1, acts: [train(100)] },
      { name: 'stops before it turns', at: 2, acts: [train(300)] },
      { name: 'begins anew without a penalty', at: 3, acts: [answer(0), reset, train(1000)] },
    ],
  },
};

/**
 * The names and a few words for every choice that an experiment has, by its name on the wire.
 */

/** @typedef {{title: string, words: string}} Wording */

/** @type {Record<string, Record<string, Wording>>} */
export const WORDS = {
  activation: {
    tanh: { title: 'tanh', words: 'smooth, from −1 to 1' },
    sigmoid: { title: 'sigmoid', words: 'smooth, from 0 to 1' },
    relu: { title: 'ReLU', words: 'zero, then straight up' },
    leaky_relu: { title: 'leaky ReLU', words: 'as ReLU, with a little slope below zero' },
    elu: { title: 'ELU', words: 'straight up, and a soft floor at −1' },
    gelu: { title: 'GELU', words: 'as ReLU, with a soft dip before zero' },
    softplus: { title: 'softplus', words: 'ReLU with its corner rounded off' },
    sine: { title: 'sine', words: 'a wave: the same answer again and again' },
    linear: { title: 'linear', words: 'no bend at all' },
  },
  output: {
    softmax: { title: 'softmax', words: 'probabilities that add up to 1' },
    sigmoid: { title: 'sigmoid', words: 'a probability for each class by itself' },
    tanh: { title: 'tanh', words: 'a number from −1 to 1' },
    linear: { title: 'linear', words: 'any number' },
  },
  cost: {
    cross_entropy: { title: 'cross-entropy', words: 'punishes being sure and wrong without limit' },
    squared_error: { title: 'squared error', words: 'half the square of the distance' },
    huber: { title: 'Huber', words: 'squared near zero, straight beyond 1: calm about outliers' },
  },
  optimizer: {
    gradient_descent: { title: 'gradient descent', words: 'rate times gradient, nothing else' },
    momentum: { title: 'momentum', words: 'keeps part of the last step, like a rolling ball' },
    nesterov: { title: 'Nesterov', words: 'momentum that looks where it is about to be' },
    adagrad: { title: 'AdaGrad', words: 'smaller steps where gradients were large so far' },
    rmsprop: { title: 'RMSProp', words: 'the same, but forgets what is long ago' },
    adam: { title: 'Adam', words: 'momentum and RMSProp together' },
  },
  initializer: {
    glorot: { title: 'Glorot', words: 'keeps signals even through tanh and sigmoid' },
    he: { title: 'He', words: 'larger weights, made for ReLU' },
    lecun: { title: 'LeCun', words: 'scaled by the number of inputs alone' },
    uniform: { title: 'uniform', words: 'evenly spread, whatever the layer’s size' },
    zeros: { title: 'zeros', words: 'all alike: see why neurons must differ at first' },
  },
  features: {
    'x1': { title: 'x₁', words: 'left to right' },
    'x2': { title: 'x₂', words: 'bottom to top' },
    'x1^2': { title: 'x₁²', words: 'distance from the vertical axis' },
    'x2^2': { title: 'x₂²', words: 'distance from the horizontal axis' },
    'x1*x2': { title: 'x₁x₂', words: 'opposite quadrants alike' },
    'sin x1': { title: 'sin x₁', words: 'waves from left to right' },
    'sin x2': { title: 'sin x₂', words: 'waves from bottom to top' },
  },
};

/**
 * The name of a choice as people say it.
 * @param {string} field
 * @param {string} name
 */
export function titleOf(field, name) {
  return WORDS[field]?.[name]?.title ?? name;
}

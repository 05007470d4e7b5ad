/** @file What things on the sheet are called in words, whatever the notation: for headings, and for those who hear the page. */
import { ON_PAPER } from './activations.js';
import { placeOf } from './keys.js';
import { activationOf, layersOf } from './setup.js';

/** @typedef {import('./setup.js').Setup} Setup */

/** "hidden neuron 1", "neuron 2 of layer 3", "output 1". @param {Setup} setup @param {number} layer @param {number} k */
export function neuronName(setup, layer, k) {
  const n = layersOf(setup);
  if (layer === 1) return `input ${k + 1}`;
  if (layer === n) return setup.sizes[n - 1] === 1 ? 'the output' : `output ${k + 1}`;
  return n === 3 ? `hidden neuron ${k + 1}` : `neuron ${k + 1} of layer ${layer}`;
}

/** @param {Setup} setup @param {import('./keys.js').Place} place */
function parameterName(setup, { kind, layer, neuron, source }) {
  if (/w$|^v$/.test(kind)) return `the weight from ${neuronName(setup, layer - 1, source)} to ${neuronName(setup, layer, neuron)}`;
  return setup.biases === 'layer' ? `the bias of layer ${layer}` : `the bias of ${neuronName(setup, layer, neuron)}`;
}

/** In a sentence: "the weighted sum of hidden neuron 1". @param {Setup} setup @param {string} key @returns {string} */
export function nameOf(setup, key) {
  const place = placeOf(key);
  const { kind, layer, neuron, point, isNew } = place;
  const ofPoint = setup.points > 1 && point >= 0 ? `, point ${point + 1}` : '';
  const where = `${neuronName(setup, layer, neuron)}${ofPoint}`;
  const after = isNew ? ' after the update' : '';
  switch (kind) {
    case 'x': return `input ${neuron + 1}${ofPoint}`;
    case 'y': return `the target of ${neuronName(setup, layersOf(setup), neuron)}${ofPoint}`;
    case 'z': return `the weighted sum of ${where}${after}`;
    case 'a': return `${activationOf(setup, layer) === 'softmax' ? 'the share' : 'the activation'} of ${where}${after}`;
    case 'C': return point < 0 ? `the cost${after}` : `the cost of point ${point + 1}${after}`;
    case 'd': return `the blame of ${where}`;
    case 'gw': case 'gb': return `the derivative by ${parameterName(setup, place).replace(/^the /, 'the ')}`;
    case 'v': case 'vb': return `the velocity of ${parameterName(setup, place)}${after}`;
    case 'rate': return 'the learning rate';
    case 'momentum': return 'the momentum';
    default: return isNew ? `the new value of ${parameterName(setup, place)}` : parameterName(setup, place);
  }
}

/** @param {string} text */
const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;

/** Over the formula: "Blame of hidden neuron 1". @param {Setup} setup @param {string} key */
export const headingOf = (setup, key) => capital(nameOf(setup, key).replace(/^the /, ''));

/** Why it is worked out so. @param {Setup} setup @param {import('./quantities.js').Quantity} quantity @returns {string} */
export function whyOf(setup, { kind, place, key }) {
  const { layer, isNew } = place;
  const n = layersOf(setup);
  if (kind === 'cost' && isNew) return 'The same pass once more, now with the new weights. If the step was a good one, the cost is smaller.';
  if (kind === 'cost') return setup.points > 1 && place.point < 0 ? 'The batch counts as one: its cost is the mean over its points.' : 'How far the answer is from what was wanted, as one number.';
  if (kind === 'z') return `Each wire that comes in brings its weight times what it carries${setup.biases === 'none' ? '' : '; the bias comes on top'}.`;
  if (kind === 'a') {
    const name = activationOf(setup, layer);
    if (name === 'softmax') return 'Each output’s power of e, as a share of all of them: together they make 1.';
    return name === 'step' ? 'One above 0, nothing below: a step.' : `The weighted sum, bent by ${ON_PAPER[name].title}.`;
  }
  if (kind === 'delta') return blameWhy(setup, layer, n);
  if (kind === 'gradient') {
    const mean = setup.points > 1 ? ' Of a batch it is the mean over the points.' : '';
    return key.startsWith('gb')
      ? `A bias carries a constant 1, so it takes the blame as it is${setup.biases === 'layer' ? ', from each neuron that shares it' : ''}.${mean}`
      : `What the wire carried, times the blame at its far end.${mean}`;
  }
  if (kind === 'velocity') return 'Momentum keeps a part of the last velocity, and the new derivative is added to it.';
  return setup.optimizer === 'momentum' ? 'A step against the velocity, as long as the rate says.' : 'A step against the derivative, as long as the rate says.';
}

/** @param {Setup} setup @param {number} layer @param {number} n */
function blameWhy(setup, layer, n) {
  const name = activationOf(setup, layer);
  if (layer === n && setup.cost === 'cross_entropy') return 'Here cost and output cancel so well that only the difference remains: answer less target.';
  const slope = name === 'linear' ? 'Nothing bends here, so all of that passes.' : 'Then the slope of its own bend lets a part of that through.';
  if (name === 'step') return 'A step is flat on both sides: its slope is 0, and no blame passes through it.';
  if (layer === n) return `How much the cost rises when this output does. ${slope}`;
  const wires = setup.sizes[layer];
  const through = ['', 'the one wire that leaves it', 'both wires that leave it', 'the three wires that leave it', 'the four wires that leave it'][wires];
  return `It is blamed through ${through}: ${wires === 1 ? 'its weight' : 'each weight'} times the blame at its far end. ${slope}`;
}

/** @file Slips with the weighted sum and with the bend. */
import { act, add, div, mul, num, of, ref, renamed, slope, sub } from '../expression.js';
import { biasKey, placeOf, weightKey, zKey } from '../keys.js';
import { activationOf, range } from '../setup.js';
import { eachLeftOut, slip, termsOf } from './row.js';

/** @typedef {import('../expression.js').Expression} Expression */
/** @typedef {import('./row.js').Quantity} Quantity */
/** @typedef {import('./row.js').Sheet} Sheet */

/** @param {Quantity} quantity */
const biasIn = ({ formula }) => termsOf(formula).find(({ role }) => role === 'bias');
/** @param {Quantity} quantity */
const wiresIn = ({ formula }) => termsOf(formula).filter(({ role }) => role !== 'bias');
/** @param {Quantity} quantity @param {Expression[]} wires */
const withBias = (quantity, wires) => add([...wires, ...[biasIn(quantity)].flatMap((bias) => bias ?? [])]);

/** @param {Quantity} quantity @param {Sheet} sheet @param {(layer: number, k: number, j: number) => [number, number] | null} other */
export function otherWeights({ formula }, { setup }, other) {
  let changed = false;
  const result = renamed(formula, (key) => {
    const { kind, layer, neuron, source, isNew } = placeOf(key);
    if (kind !== 'w') return null;
    const [k, j] = other(layer, neuron, source) ?? [neuron, source];
    if (k >= setup.sizes[layer - 1] || j >= setup.sizes[layer - 2] || (k === neuron && j === source)) return null;
    changed = true;
    return isNew ? `w+:${layer}:${k}:${j}` : weightKey(layer, k, j);
  });
  return changed ? [result] : [];
}

export const SUM_SLIPS = [
  slip('bias forgotten', ['z'], 'That is the sum without the bias.', 'The bias is added once, after all wires.',
    (quantity) => (biasIn(quantity) ? [add(wiresIn(quantity))] : [])),
  slip('wire forgotten', ['z'], 'One wire is missing in that.', 'Every wire that comes in brings its weight times what it carries.',
    (quantity) => (wiresIn(quantity).length > 1 ? eachLeftOut(wiresIn(quantity)).map((wires) => withBias(quantity, wires)) : [])),
  slip('weights transposed', ['z'], 'That is the value with rows and columns of the weights exchanged.', 'Take the weights of the wires that end at this neuron: one from each neuron before it.',
    (quantity, sheet) => otherWeights(quantity, sheet, (_, k, j) => [j, k])),
  slip('neighbour’s weights', ['z'], 'Those are the weights of another neuron.', 'Follow the wires that end here back to where they come from.',
    (quantity, sheet) => range(sheet.setup.sizes[quantity.place.layer - 1]).filter((k) => k !== quantity.place.neuron)
      .flatMap((k) => otherWeights(quantity, sheet, (_, __, j) => [k, j]))),
  slip('inputs exchanged', ['z'], 'That takes each weight with another neuron’s value.', 'A weight goes with the neuron at which its own wire begins.',
    (quantity) => {
      const wires = wiresIn(quantity).filter(({ args }) => args.length === 2);
      return wires.length < 2 ? [] : [withBias(quantity, wires.map(({ args }, at) => mul([args[0], wires[wires.length - 1 - at].args[1]])))];
    }),
  slip('bias sign', ['z'], 'The bias has the other sign there.', 'The bias is added as it is given.',
    (quantity) => {
      const bias = biasIn(quantity);
      return bias ? [sub(add(wiresIn(quantity)), bias)] : [];
    }),
  slip('another bias', ['z'], 'That is with the bias of another neuron.', 'Take the bias of the neuron at which the wires end.',
    (quantity, { setup }) => {
      const { layer, neuron } = quantity.place;
      if (!biasIn(quantity)) return [];
      const others = range(setup.sizes.length - 1).map((at) => at + 2).flatMap((at) => (setup.biases === 'layer' ? [biasKey(at, 0)] : range(setup.sizes[at - 1]).map((k) => biasKey(at, k))));
      return others.filter((key) => key !== biasKey(layer, setup.biases === 'layer' ? 0 : neuron)).map((key) => add([...wiresIn(quantity), ref(key)]));
    }),
  slip('bias on each wire', ['z'], 'That adds the bias once for each wire.', 'The bias is added once, however many wires come in.',
    (quantity) => {
      const bias = biasIn(quantity);
      return bias && wiresIn(quantity).length > 1 ? [add([...wiresIn(quantity), ...wiresIn(quantity).map(() => bias)])] : [];
    }),
  slip('minus lost', ['z'], 'A sign is lost in one of the products.', 'A product is negative when exactly one of its factors is.',
    (quantity) => wiresIn(quantity).map((_, turned) => withBias(quantity, wiresIn(quantity).map((wire, at) => (at === turned ? of('neg', wire) : wire))))),
  slip('bend forgotten before', ['z'], 'That takes the sums of the layer before as they are.', 'What a wire carries is bent already: the activation, not the weighted sum.',
    (quantity, { setup }) => {
      const { layer, point } = quantity.place;
      if (layer === 2 || activationOf(setup, layer - 1) === 'linear') return [];
      return [renamed(quantity.formula, (key) => (placeOf(key).kind === 'a' ? zKey(point, layer - 1, placeOf(key).neuron) : null))];
    }),
  slip('bent already', ['z'], 'That is one step further: the sum is bent already.', 'Here only the weighted sum is asked for; the bend comes next.',
    ({ formula, place }, { setup }) => {
      const name = activationOf(setup, place.layer);
      return ['linear', 'softmax'].includes(name) ? [] : [act(name, formula)];
    }),
];

/** @param {Quantity} quantity @param {Sheet} sheet */
const bend = ({ place, formula }, { setup }) => ({ name: activationOf(setup, place.layer), z: formula.args[0] });
/** @param {string[]} names @param {(z: Expression, name: string) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofBends = (names, variants) => (quantity, sheet) => {
  const { name, z } = bend(quantity, sheet);
  return name !== 'softmax' && (names.length === 0 || names.includes(name)) ? variants(z, name) : [];
};
/** @param {(powers: Expression[], own: Expression, place: number) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofSoftmax = (variants) => ({ formula, place }, { setup }) => (activationOf(setup, place.layer) === 'softmax'
  ? variants(formula.args[1].args, formula.args[0], place.neuron) : []);

export const BEND_SLIPS = [
  slip('bend forgotten', ['a'], 'That is the weighted sum itself.', 'Put it through the activation.', ofBends([], (z) => [z])),
  slip('bend twice', ['a'], 'That is bent twice.', 'The activation is applied once, to the weighted sum.', ofBends([], (z, name) => [act(name, act(name, z))])),
  slip('exponent’s sign', ['a'], 'The exponent has the other sign there.', 'In the sigmoid, e has minus the weighted sum above it.', ofBends(['sigmoid'], (z) => [act('sigmoid', of('neg', z))])),
  slip('slope for value', ['a'], 'That is the slope of the bend.', 'Going forward, the value is needed; the slope comes on the way back.',
    ofBends([], (z, name) => [slope(name, z, act(name, z))])),
  slip('another bend', ['a'], 'That is another activation.', 'Look at the sentence above for what bends this layer.',
    ofBends([], (z, name) => ['sigmoid', 'tanh', 'relu', 'sine'].filter((other) => other !== name).map((other) => act(other, z)))),
  slip('base ten', ['a'], 'That raises 10, not e, to the power.', 'The base is e = 2.71828…',
    ofBends(['sigmoid'], (z) => [div(num(1), add([num(1), of('exp', mul([num(-Math.LN10), z]))]))])),
  slip('upside down', ['a'], 'That is the fraction turned upside down.', 'The 1 stands above the line, and 1 + e^−z below it.',
    ofBends(['sigmoid'], (z) => [add([num(1), of('exp', of('neg', z))])])),
  slip('one left out', ['a'], 'The 1 beside the power is missing.', 'Below the line stands 1 + e^−z.', ofBends(['sigmoid'], (z) => [of('exp', z)])),
  slip('degrees', ['a'], 'That is the sine of so many degrees.', 'The sine is of radians here: set the calculator to RAD.', ofBends(['sine'], (z) => [act('sine', mul([num(Math.PI / 180), z]))])),
  slip('not shared out', ['a'], 'That is the power of e alone.', 'Divide it by the sum of the powers of all outputs.', ofSoftmax((_, own) => [own])),
  slip('sums shared out', ['a'], 'That shares out the weighted sums.', 'Each is put above e first; then the powers are shared out.',
    ofSoftmax((powers, own) => [div(own.args[0], add(powers.map(({ args }) => args[0])))])),
  slip('others only', ['a'], 'That divides by the other powers only.', 'Its own power belongs below the line as well.',
    ofSoftmax((powers, own, place) => [div(own, add(powers.filter((_, at) => at !== place)))])),
  slip('sigmoid for softmax', ['a'], 'That is the sigmoid.', 'With softmax, the outputs share 1 among them: all of them stand below the line.', ofSoftmax((_, own) => [act('sigmoid', own.args[0])])),
  slip('another output', ['a'], 'That is the share of another output.', 'Above the line stands the power of the output that is asked for.',
    ofSoftmax((powers, _, place) => powers.filter((__, at) => at !== place).map((power) => div(power, add(powers))))),
];


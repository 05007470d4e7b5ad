/** @file Slips with δ: of an output, and of a hidden neuron. */
import { ON_PAPER } from '../activations.js';
import { COSTS } from '../costs.js';
import { act, add, div, mul, num, of, partsOf, ref, renamed, replaced, slope, sub } from '../expression.js';
import { aKey, afterUpdate, deltaKey, placeOf, weightKey, zKey } from '../keys.js';
import { outputKey } from '../quantities.js';
import { digitsOf } from '../print.js';
import { activationOf, layersOf, range } from '../setup.js';
import { eachLeftOut, slip, termsOf } from './row.js';

/** @typedef {import('../expression.js').Expression} Expression */
/** @typedef {import('./row.js').Quantity} Quantity */
/** @typedef {import('./row.js').Sheet} Sheet */

/** @type {ReadonlyArray<Quantity['kind']>} */
const DELTA = ['delta'];
/** @param {Quantity} quantity */
const slopeIn = ({ formula }) => partsOf(formula, 'slope')[0];
/** All but the slope. @param {Quantity} quantity @returns {Expression} */
const pulled = ({ formula }) => (formula.op === 'mul' ? mul(formula.args.filter(({ role }) => role !== 'slope')) : formula);
/** Of every δ that has a slope. @param {(quantity: Quantity, slopePart: Expression, sheet: Sheet) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const withSlope = (variants) => (quantity, sheet) => (slopeIn(quantity) ? variants(quantity, slopeIn(quantity), sheet) : []);
/** @param {Quantity} quantity @param {Expression} other */
const otherSlope = ({ formula }, other) => replaced(formula, (part) => (part.role === 'slope' ? other : null));

/** @param {(quantity: Quantity, sheet: Sheet) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofOutput = (variants) => (quantity, sheet) => (quantity.place.layer === layersOf(sheet.setup) ? variants(quantity, sheet) : []);
/** @param {(quantity: Quantity, sheet: Sheet) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofHidden = (variants) => (quantity, sheet) => (quantity.place.layer < layersOf(sheet.setup) ? variants(quantity, sheet) : []);

/** The weights by which blame comes back. @param {Quantity} quantity */
const weightsIn = ({ formula }) => partsOf(formula, 'weight').map(({ key }) => /** @type {string} */ (key));

/** σ′ as a function of what is put in. @param {string} name @param {Expression} at @returns {Expression} */
const slopeAt = (name, at) => slope(name, at, act(name, at));
/** What stands in people's formula of the slope for a. @param {string} name @param {Expression} a @param {Expression} z @returns {Expression} */
const slopeFrom = (name, a, z) => slope(name, z, a);

export const SLOPE_SLIPS = [
  slip('slope left out', DELTA, 'The slope is left out.', 'Only a part of the blame passes the bend: multiply by the slope there.', withSlope((quantity) => [pulled(quantity)])),
  slip('slope of a', DELTA, 'That takes the slope at a, where it belongs at z.', 'The slope is that of the bend at z. What is at a already is not bent again.',
    withSlope((quantity, { name = '', args: [, a] }) => [otherSlope(quantity, slopeAt(name, a))])),
  slip('z in the slope', DELTA, 'That puts z into the formula that takes a.', 'The slope is made of the activation here, not of the weighted sum.',
    withSlope((quantity, { name = '', args: [z] }) => (ON_PAPER[name].slopeOf === 'a' ? [otherSlope(quantity, slopeFrom(name, z, z))] : []))),
  slip('slope twice', DELTA, 'The slope is taken twice.', 'The blame passes its own bend once.', withSlope(({ formula }, part) => [mul([formula, part])])),
  slip('half a slope', DELTA, 'That takes only one factor of the slope.', 'The sigmoid’s slope has two factors: a and 1 − a.',
    withSlope((quantity, { name, args: [, a] }) => (name === 'sigmoid' ? [otherSlope(quantity, a), otherSlope(quantity, sub(num(1), a))] : []))),
  slip('square in the slope forgotten', DELTA, 'The square in the slope is missing.', 'The slope of tanh is 1 − a².',
    withSlope((quantity, { name, args: [, a] }) => (name === 'tanh' ? [otherSlope(quantity, sub(num(1), a))] : []))),
  slip('another bend’s slope', DELTA, 'That is the slope of another activation.', 'Look at the sentence above for what bends this layer.',
    withSlope((quantity, { name, args: [z, a] }) => ['sigmoid', 'tanh'].filter((other) => other !== name).map((other) => otherSlope(quantity, slopeFrom(other, a, z))))),
  slip('value for slope', DELTA, 'That multiplies by the activation itself.', 'It is the slope of the bend that lets blame through.',
    withSlope((quantity, { name, args: [, a] }) => (name === 'sigmoid' ? [] : [otherSlope(quantity, a)]))),
  slip('degrees', DELTA, 'That is the cosine of so many degrees.', 'The slope of a sine is the cosine of radians: set the calculator to RAD.',
    withSlope((quantity, { name, args: [z] }) => (name === 'sine' ? [otherSlope(quantity, slopeAt(name, mul([num(Math.PI / 180), z])))] : []))),
  slip('neighbour’s slope', DELTA, 'That is the slope of another neuron of the layer.', 'Blame passes the bend of the neuron to which it comes.',
    withSlope((quantity, { name = '' }, { setup }) => range(setup.sizes[quantity.place.layer - 1]).filter((k) => k !== quantity.place.neuron)
      .map((k) => otherSlope(quantity, slopeFrom(name, ref(aKey(quantity.place.point, quantity.place.layer, k)), ref(zKey(quantity.place.point, quantity.place.layer, k))))))),
  slip('only the slope', DELTA, 'That is the slope alone.', 'Multiply it by the blame that comes to it.', withSlope((_, part) => [part])),
];

export const OUTPUT_SLIPS = [
  slip('y − a', DELTA, 'The difference is taken the wrong way round.', 'It is answer less target: a − y. Where the answer is too large, the blame is positive.',
    ofOutput(({ formula }) => [of('neg', formula)])),
  slip('target forgotten', DELTA, 'The target is left out.', 'Take the answer less the target.',
    ofOutput(({ formula }) => [replaced(formula, (part) => (part.role === 'error' ? part.args[0] : null))])),
  slip('two kept', DELTA, 'There is a 2 too much in that.', 'The half in front of the cost and the 2 of the square cancel.',
    ofOutput(({ formula }, { setup }) => (COSTS[setup.cost].factor === 1 ? [mul([num(2), formula])] : []))),
  slip('two forgotten', DELTA, 'The 2 of the square is missing.', 'Without a half in front, the derivative of a square keeps its 2.',
    ofOutput(({ formula }, { setup }) => (COSTS[setup.cost].factor === 2 ? [mul([num(0.5), formula])] : []))),
  slip('mean forgotten', DELTA, 'That is not divided by the number of outputs.', 'The cost is their mean, so each output counts only for its share.',
    ofOutput(({ formula }, { setup }) => (setup.cost === 'mean' && setup.sizes[setup.sizes.length - 1] > 1 ? [mul([num(setup.sizes[setup.sizes.length - 1]), formula])] : []))),
  slip('divided by the outputs', DELTA, 'That is divided by the number of outputs.', 'The cost is their sum, so each output counts in full.',
    ofOutput(({ formula }, { setup }) => (setup.cost !== 'mean' && setup.sizes[setup.sizes.length - 1] > 1 ? [div(formula, num(setup.sizes[setup.sizes.length - 1]))] : []))),
  slip('slope counted again', DELTA, 'That multiplies by the slope of the output.', 'With this cost the slope cancels: only answer less target remains.',
    ofOutput(({ formula, place }, { setup }) => {
      if (setup.cost !== 'cross_entropy') return [];
      const a = ref(aKey(place.point, place.layer, place.neuron));
      return [mul([formula, a, sub(num(1), a)])];
    })),
  slip('neighbour’s target', DELTA, 'That compares with the target of another output.', 'Each output has a target of its own.',
    ofOutput(({ formula, place }, { setup }) => range(setup.sizes[place.layer - 1]).filter((k) => k !== place.neuron)
      .map((k) => renamed(formula, (key) => (placeOf(key).kind === 'y' ? `y:${place.point}:${k}` : null))))),
];

export const HIDDEN_SLIPS = [
  slip('weights after the update', DELTA, 'That is the value with the weights after the update.',
    (quantity, { valueOf }) => {
      const list = (/** @type {string[]} */ keys) => keys.map((key) => digitsOf(valueOf(key))).join(' and ');
      const keys = weightsIn(quantity);
      return `Blame flows back through the weights that made the answer: ${list(keys)}, not ${list(keys.map(afterUpdate))}.`;
    },
    ofHidden(({ formula }) => [renamed(formula, (key) => (placeOf(key).kind === 'w' ? afterUpdate(key) : null))])),
  slip('path left out', DELTA, 'One of the paths is left out.', 'Blame comes back through every wire that leaves this neuron.',
    ofHidden(({ formula }) => partsOf(formula, 'blame').flatMap((blame) =>
      eachLeftOut(termsOf(blame)).map((left) => replaced(formula, (part) => (part === blame ? add(left) : null)))))),
  slip('weights transposed', DELTA, 'That is the value with rows and columns of the weights exchanged.', 'Take the weights of the wires that leave this neuron: one to each neuron behind it.',
    ofHidden(({ formula, place: { layer } }, { setup }) => {
      const fits = setup.sizes[layer] === setup.sizes[layer - 1] && setup.sizes[layer] > 1;
      const turn = (/** @type {string} */ key) => {
        const { kind, neuron, source } = placeOf(key);
        return kind === 'w' ? weightKey(layer + 1, source, neuron) : null;
      };
      return fits ? [renamed(formula, turn)] : [];
    })),
  slip('neighbour’s weights', DELTA, 'Those are the weights of another neuron’s wires.', 'Blame comes back through the wires that leave this neuron.',
    ofHidden(({ formula, place: { layer, neuron } }, { setup }) => range(setup.sizes[layer - 1]).filter((k) => k !== neuron)
      .map((k) => renamed(formula, (key) => (placeOf(key).kind === 'w' ? weightKey(layer + 1, placeOf(key).neuron, k) : null))))),
  slip('weight left out', DELTA, 'The weights are left out.', 'Each wire passes its weight times the blame at its far end.',
    ofHidden(({ formula }) => [replaced(formula, (part) => (part.role === 'weight' ? num(1) : null))])),
  slip('blame exchanged', DELTA, 'That takes each weight with the blame of another neuron.', 'A weight goes with the blame at the far end of its own wire.',
    ofHidden(({ formula, place: { point, layer } }, { setup }) => {
      const last = setup.sizes[layer] - 1;
      return last < 1 ? [] : [renamed(formula, (key) => (placeOf(key).kind === 'd' ? deltaKey(point, layer + 1, last - placeOf(key).neuron) : null))];
    })),
  slip('answer for blame', DELTA, 'That sends the activations back.', 'On the way back each wire carries the blame of its far end, not its activation.',
    ofHidden(({ formula, place: { point, layer } }, { setup }) => [renamed(formula, (key) => (placeOf(key).kind === 'd' ? outputKey(setup, point, layer + 1, placeOf(key).neuron) : null))])),
  slip('blame without slope', DELTA, 'The blame that comes back has not passed the bend behind.', 'Take the δ of the neurons behind, in which their own slope is.',
    ofHidden(({ formula }, { byKey }) => [replaced(formula, (part) => {
      const behind = part.role === 'delta' && part.key ? byKey.get(part.key) : undefined;
      return behind ? pulled(behind) : null;
    })])),
  slip('mean of the paths', DELTA, 'That is the mean over the paths.', 'Blame from several wires is added up.',
    ofHidden(({ formula }) => partsOf(formula, 'blame').map((blame) => div(formula, num(termsOf(blame).length))))),
  slip('sign turned', DELTA, 'The sign is turned.', 'Blame keeps its sign on the way back, unless a weight turns it.', ofHidden(({ formula }) => [of('neg', formula)])),
  slip('layer’s activation', DELTA, 'That multiplies by what this neuron hands on.', 'On the way back the slope counts, not the value.',
    ofHidden((quantity, { setup }) => {
      const { point, layer, neuron } = quantity.place;
      return activationOf(setup, layer) === 'sigmoid' ? [mul([pulled(quantity), ref(aKey(point, layer, neuron)), slopeIn(quantity)])] : [];
    })),
];

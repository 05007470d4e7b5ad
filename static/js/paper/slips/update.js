/** @file Slips with the derivatives by weights and biases, and with the step that is made of them. */
import { add, div, mul, num, of, partsOf, ref, renamed, replaced, sub } from '../expression.js';
import { MOMENTUM, RATE, afterUpdate, deltaKey, gradientOf, placeOf, velocityOf, zKey } from '../keys.js';
import { COSTS } from '../costs.js';
import { outputKey } from '../quantities.js';
import { activationOf, parameterKeys, range } from '../setup.js';
import { slip } from './row.js';

/** @typedef {import('../expression.js').Expression} Expression */
/** @typedef {import('./row.js').Quantity} Quantity */
/** @typedef {import('./row.js').Sheet} Sheet */

/** @type {ReadonlyArray<Quantity['kind']>} */
const GRADIENT = ['gradient'];
/** @type {ReadonlyArray<Quantity['kind']>} */
const PARAMETER = ['parameter'];

/** Of derivatives by weights. @param {(quantity: Quantity, sheet: Sheet) => Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofWeights = (variants) => (quantity, sheet) => (quantity.place.kind === 'gw' ? variants(quantity, sheet) : []);
/** With another neuron's number in a place. @param {Quantity} quantity @param {string} role @param {(key: string) => string | null} other */
const withOther = ({ formula }, role, other) => replaced(formula, (part) => {
  const key = part.role === role && part.key ? other(part.key) : null;
  return key === null ? null : { ...part, key };
});

export const GRADIENT_SLIPS = [
  slip('wrong weight', GRADIENT, 'That is the derivative by another weight.', 'Take what this wire carries, and the blame at its own far end.',
    ofWeights((quantity, { setup }) => {
      const { layer, neuron, source } = quantity.place;
      const carried = range(setup.sizes[layer - 2]).filter((j) => j !== source)
        .map((j) => withOther(quantity, 'source', (key) => outputKey(setup, placeOf(key).point, layer - 1, j)));
      const blamed = range(setup.sizes[layer - 1]).filter((k) => k !== neuron).map((k) => withOther(quantity, 'delta', (key) => deltaKey(placeOf(key).point, layer, k)));
      return [...carried, ...blamed];
    })),
  slip('far end’s activation', GRADIENT, 'That takes the activation at the wrong end of the wire.', 'It is what the wire carried that counts: the activation where it begins.',
    ofWeights((quantity, { setup }) => [withOther(quantity, 'source', (key) => outputKey(setup, placeOf(key).point, quantity.place.layer, quantity.place.neuron))])),
  slip('z for a', GRADIENT, 'That takes the weighted sum of the neuron before.', 'The wire carried what was bent already: the activation.',
    ofWeights((quantity, { setup }) => {
      const { layer, source } = quantity.place;
      return layer > 2 && activationOf(setup, layer - 1) !== 'linear' ? [withOther(quantity, 'source', (key) => zKey(placeOf(key).point, layer - 1, source))] : [];
    })),
  slip('activation left out', GRADIENT, 'That is the blame alone.', 'Multiply it by what the wire carried.',
    ofWeights(({ formula }) => [replaced(formula, (part) => (part.role === 'source' ? num(1) : null))])),
  slip('blame left out', GRADIENT, 'The blame is left out.', 'Multiply what the wire carried by the δ at its far end.',
    ofWeights(({ formula }) => [replaced(formula, (part) => (part.role === 'delta' ? num(1) : null))])),
  slip('weight for activation', GRADIENT, 'That multiplies the blame by the weight.', 'For the derivative by a weight, the blame is multiplied by what the wire carried.',
    ofWeights((quantity) => [withOther(quantity, 'source', () => quantity.key.slice(1))])),
  slip('slope left out of δ', GRADIENT, 'The slope is left out of the blame in that.', 'Take the whole δ: its slope belongs to it.',
    ({ formula }, { byKey }) => [replaced(formula, (part) => {
      const blame = part.role === 'delta' && part.key ? byKey.get(part.key)?.formula : undefined;
      return blame?.op === 'mul' ? mul(blame.args.filter(({ role }) => role !== 'slope')) : null;
    })]),
  slip('two in the square', GRADIENT, 'A factor 2 is wrong in that.', 'Look at the cost: a half in front cancels the 2 of the square; without it the 2 stays.',
    ({ formula }, { setup }) => (setup.cost === 'cross_entropy' ? [] : [mul([num(COSTS[setup.cost].factor === 1 ? 2 : 0.5), formula])])),
  slip('rate already in', GRADIENT, 'The learning rate is in that already.', 'Here only the derivative is asked for; the rate comes with the update.', ({ formula }) => [mul([ref(RATE), formula])]),
  slip('sign turned', GRADIENT, 'The sign is turned.', 'The derivative is asked for, not yet the step against it. If your δ is a − y times the slope, nothing turns the sign.', ({ formula }) => [of('neg', formula)]),
  slip('times the bias', GRADIENT, 'That multiplies the blame by the bias.', 'A bias is multiplied by nothing in the sum, so its derivative is the blame itself.',
    (quantity) => (quantity.place.kind === 'gb' ? [mul([ref(quantity.key.slice(1)), quantity.formula])] : [])),
  slip('one sharer only', GRADIENT, 'That is the blame of one neuron alone.', 'The neurons of this layer share the bias: it takes the blame of all of them.',
    (quantity) => (quantity.place.kind === 'gb' ? partsOf(quantity.formula, 'blame').flatMap((blame) => (blame.op === 'add' && quantity.formula === blame ? blame.args : [])) : [])),
  slip('sum for mean', GRADIENT, 'That is the sum over the points.', 'Of a batch, the derivative is the mean: divide by how many points there are.',
    ({ formula }) => (formula.role === 'mean' ? [formula.args[0]] : [])),
  slip('one point only', GRADIENT, 'That is the derivative of one point alone.', 'Of a batch, it is the mean over all points.',
    ({ formula }) => (formula.role === 'mean' ? formula.args[0].args : [])),
];

/** What is left of what. @param {Quantity} quantity @param {Sheet} sheet */
function stepOf({ place, key }, { setup }) {
  const parameter = key.replace('+', '');
  const velocity = velocityOf(parameter);
  return { parameter: ref(parameter), gradient: ref(gradientOf(parameter)), velocity: ref(velocity), by: ref(setup.optimizer === 'plain' ? gradientOf(parameter) : afterUpdate(velocity)), place };
}

export const UPDATE_SLIPS = [
  slip('rate forgotten', PARAMETER, 'The learning rate is forgotten.', 'The step is the rate times the derivative.', (quantity, sheet) => [sub(stepOf(quantity, sheet).parameter, stepOf(quantity, sheet).by)]),
  slip('plus for minus', PARAMETER, 'That goes uphill.', 'The derivative points uphill; the step goes against it, so it is subtracted.',
    (quantity, sheet) => [add([stepOf(quantity, sheet).parameter, mul([ref(RATE), stepOf(quantity, sheet).by])])]),
  slip('rate twice', PARAMETER, 'The rate is applied twice.', 'It is multiplied with the derivative once.', (quantity, sheet) => [sub(stepOf(quantity, sheet).parameter, mul([ref(RATE), ref(RATE), stepOf(quantity, sheet).by]))]),
  slip('only the step', PARAMETER, 'That is the step alone.', 'Take it off the old value.', (quantity, sheet) => {
    const step = mul([ref(RATE), stepOf(quantity, sheet).by]);
    return [step, of('neg', step)];
  }),
  slip('divided by the rate', PARAMETER, 'That divides by the rate.', 'The step is the rate times the derivative.', (quantity, sheet) => [sub(stepOf(quantity, sheet).parameter, div(stepOf(quantity, sheet).by, ref(RATE)))]),
  slip('another derivative', PARAMETER, 'That takes the derivative by another weight.', 'Each weight has a step of its own.',
    (quantity, sheet) => parameterKeys(sheet.setup).map((key) => key).filter((key) => key !== quantity.key.replace('+', '') && placeOf(key).layer === quantity.place.layer)
      .map((key) => renamed(quantity.formula, (name) => {
        const { kind, isNew } = placeOf(name);
        if (kind === 'gw' || kind === 'gb') return gradientOf(key);
        return (kind === 'v' || kind === 'vb') && isNew ? afterUpdate(velocityOf(key)) : null;
      }))),
  slip('not changed', PARAMETER, 'That is the old value.', 'Take the rate times the derivative off it.', (quantity, sheet) => [stepOf(quantity, sheet).parameter]),
  slip('momentum forgotten', [...PARAMETER, 'velocity'], 'Momentum is left out.', 'A part of the last velocity is kept.',
    (quantity, sheet) => {
      const { velocity, parameter, gradient } = stepOf(quantity, sheet);
      if (sheet.setup.optimizer === 'plain') return [];
      return quantity.kind === 'velocity' ? [ref(gradientOf(parameterOf(velocity.key ?? '')))] : [sub(parameter, mul([ref(RATE), gradient]))];
    }),
  slip('momentum’s sign', ['velocity'], 'The kept part has the wrong sign.', 'What is kept of the last velocity is added to the derivative.',
    ({ formula }) => [sub(formula.args[1], formula.args[0]), sub(formula.args[0], formula.args[1])]),
  slip('rate already in', ['velocity'], 'The learning rate is in that already.', 'The velocity gathers derivatives; the rate comes with the step.',
    ({ formula }) => [add([formula.args[0], mul([ref(RATE), formula.args[1]])])]),
  slip('derivative weighed down', ['velocity'], 'That weighs the derivative by 1 − μ.', 'Here the derivative is added as it is.',
    ({ formula }) => [add([formula.args[0], mul([sub(num(1), ref(MOMENTUM)), formula.args[1]])])]),
  slip('nothing lost', ['velocity'], 'That keeps all of the last velocity.', 'Only a part is kept: the momentum times the last velocity.',
    ({ formula }) => [add([formula.args[0].args[1], formula.args[1]])]),
];

/** The parameter of a velocity. @param {string} key */
function parameterOf(key) {
  return key.replace('+', '').replace(/^vb:/, 'b:').replace(/^v:/, 'w:');
}

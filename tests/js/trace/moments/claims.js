/** Checks what a caption claims against the arrays of its moment, claim by claim, apart from what made the caption. */

import { rateShare } from '../../../../static/js/network/schedules.js';

/** @typedef {import('../../../../static/js/trace/types.js').Subject} Subject */
/** @typedef {import('../../../../static/js/words/sentence.js').Claim} Claim */

/**
 * @typedef {Object} Moment
 * @property {Subject} subject
 * @property {number} layer     of the neuron that the caption is about
 * @property {number} neuron
 * @property {number | null} [source]   of the parameter that an update is told of
 */

/** @param {(number[] | null)[]} lists @param {number} layer @param {number} neuron */
const at = (lists, layer, neuron) => /** @type {number[]} */ (lists[layer])[neuron];
const total = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0);

/** @param {Moment} moment */
function weightsOut({ subject: { trace, architecture }, layer, neuron }) {
  return /** @type {number[]} */ (trace.deltas[layer + 1]).map((delta, m) =>
    ({ delta, weight: trace.parameters[architecture.weightIndex(layer + 1, m, neuron)] }));
}

/** @param {Subject} subject @param {{layer: number, neuron: number, source?: number | null}} place */
const indexOf = ({ architecture }, { layer, neuron, source = null }) =>
  (source === null ? architecture.biasIndex(layer, neuron) : architecture.weightIndex(layer, neuron, source));

/** The slope of the cost at each output activation; its sign and zeros are all that is asked. @param {Subject} subject */
const costSlopes = ({ trace, architecture }) =>
  /** @type {number[]} */ (trace.activations[architecture.layers]).map((a, k) => a - trace.target[k]);

/**
 * A number as it was printed, and how far the true one may be from it.
 * @param {string} text
 */
export function readPrinted(text) {
  const plain = text.replaceAll('\u2212', '-');
  const [mantissa, exponent = '0'] = plain.split('e');
  const decimals = (mantissa.split('.')[1] ?? '').length;
  return { value: Number(plain), half: 0.5 * 10 ** (Number(exponent) - decimals) };
}

/** @param {string} text @param {number} value */
export function isPrinted(text, value) {
  const { value: read, half } = readPrinted(text);
  if (read === 0) return value === 0 && text === '0';
  if (value === read) return true;
  // What looks whole is whole; from four digits on, places behind the point are left out.
  if (!/[.e]/.test(text) && Math.abs(read) < 1000) return false;
  return Math.sign(read) === Math.sign(value) && Math.abs(value - read) <= half * (1 + 1e-9) + Number.EPSILON * Math.abs(value) && text.replace(/\D/g, '').length >= 4;
}

/** @type {Record<string, (trace: Subject['trace'], claim: any, subject: Subject) => number>} */
const QUANTITIES = {
  'a': (trace, { layer, neuron }) => at(trace.activations, layer, neuron),
  'z': (trace, { layer, neuron }) => at(trace.pre_activations, layer, neuron),
  'delta': (trace, { layer, neuron }) => at(trace.deltas, layer, neuron),
  'cost': (trace) => trace.cost,
  'derivative': (trace, claim, subject) => trace.gradient[indexOf(subject, claim)],
  'batch cost': (trace) => /** @type {any} */ (trace.batch).cost,
  'penalty': (trace) => /** @type {any} */ (trace.batch).penalty,
  'parameter': (trace, claim, subject) => trace.parameters[indexOf(subject, claim)],
  'training gradient': (trace, claim, subject) => /** @type {any} */ (trace.update).gradient[indexOf(subject, claim)],
  'batch derivative': (trace, claim, subject) => /** @type {any} */ (trace.batch).gradient[indexOf(subject, claim)],
};

/** What may make a delta 0, and whether it does. @type {Record<string, (moment: Moment) => boolean>} */
const ZERO_BY = {
  'error of all': ({ subject }) => costSlopes(subject).every((slope) => slope === 0),
  'error': ({ subject, neuron }) => costSlopes(subject)[neuron] === 0 && !ZERO_BY['error of all']({ subject, layer: 0, neuron }),
  'activation': ({ subject: { trace, architecture }, neuron }) => at(trace.activations, architecture.layers, neuron) === 0,
  'errors cancel': ({ subject, neuron }) => {
    const outputs = /** @type {number[]} */ (subject.trace.activations[subject.architecture.layers]);
    const slopes = costSlopes(subject);
    return Math.abs(slopes[neuron] - total(slopes.map((slope, m) => slope * outputs[m]))) < 1e-15;
  },
  'slope': ({ subject: { trace }, layer, neuron }) => at(trace.slopes, layer, neuron) === 0,
  'no blame above': (moment) => weightsOut(moment).every(({ delta }) => delta === 0) && !ZERO_BY['error of all'](moment),
  'weights': (moment) => weightsOut(moment).every(({ weight }) => weight === 0),
  'weights and blame': (moment) => weightsOut(moment).every(({ weight, delta }) => weight * delta === 0 && (weight === 0 || delta === 0)),
  'shares cancel': (moment) => {
    const shares = weightsOut(moment).map(({ weight, delta }) => weight * delta);
    return shares.some((share) => share !== 0) && Math.abs(total(shares)) <= 1e-14 * total(shares.map(Math.abs));
  },
  'underflow': ({ subject: { trace }, layer, neuron }) => at(trace.slopes, layer, neuron) !== 0,
};

/** By the `that` of a claim: whether it holds. @type {Record<string, (claim: any, moment: Moment) => boolean>} */
export const CHECKERS = {
  'is printed': (claim, { subject }) => isPrinted(claim.printed, QUANTITIES[claim.quantity](subject.trace, claim, subject)),
  'layer 1 holds': ({ features }, { subject }) => features.join() === subject.architecture.features.join(),
  'a is z': (_, { subject: { trace }, layer, neuron }) => at(trace.activations, layer, neuron) === at(trace.pre_activations, layer, neuron),
  'z above 0': ({ is }, { subject: { trace }, layer, neuron }) => (at(trace.pre_activations, layer, neuron) > 0) === is,
  'arrive': ({ layer, wires }, { subject }) => subject.architecture.sizes[layer - 2] === wires,
  'arrive back': ({ layer, wires }, { subject }) => subject.architecture.sizes[layer] === wires,
  'brings nearly all': ({ neuron: from, turns }, moment) => {
    const shares = weightsOut(moment).map(({ weight, delta }) => Math.abs(weight * delta));
    const others = total(shares.filter((_, m) => m !== from));
    return shares[from] > 4 * others * (1 - 1e-12) && turns === weightsOut(moment)[from].weight < 0;
  },
  'error is cut': ({ neuron, slope }, { subject }) => {
    const error = costSlopes(subject)[neuron];
    return Math.abs(error) > 1 && Math.sign(error) === slope;
  },
  'output rounds to 1': ({ neuron }, { subject: { trace, architecture } }) =>
    trace.target[neuron] === 1 && at(trace.activations, architecture.layers, neuron) > 1 - 1e-10,
  'asks': ({ sum }, { subject: { trace }, layer, neuron }) =>
    (sum === 'to shrink' ? at(trace.deltas, layer, neuron) > 0 : at(trace.deltas, layer, neuron) < 0),
  'delta is 0': ({ factor }, moment) => at(moment.subject.trace.deltas, moment.layer, moment.neuron) === 0 && ZERO_BY[factor](moment),
  'slope lets through': ({ much, turns = false, printed }, { subject: { trace }, layer, neuron }) => {
    const slope = at(trace.slopes, layer, neuron);
    const size = Math.abs(slope);
    const bounds = { none: [0, 0], little: [0, 0.05], part: [0.05, 0.7], most: [0.7, 1], all: [1, 1], more: [1, Infinity] };
    const [low, high] = bounds[/** @type {keyof typeof bounds} */ (much)];
    return size >= low && size <= high && (size === 0) === (much === 'none') && turns === slope < 0 && isPrinted(printed, slope);
  },
  'shares are 0': ({ all, count }, { subject: { trace, architecture }, layer, neuron }) => {
    const inputs = /** @type {number[]} */ (trace.activations[layer - 1]);
    const zeros = inputs.filter((_, j) => trace.gradient[architecture.weightIndex(layer, neuron, j)] === 0);
    return all ? zeros.length === inputs.length && at(trace.deltas, layer, neuron) === 0 : zeros.length >= count
      && inputs.filter((a) => a === 0).length === count;
  },
  'cost is the point\u2019s own': ({ penalty }, { subject: { experiment } }) => penalty === (experiment.l1 > 0 || experiment.l2 > 0),
  'cost is 0': (_, { subject: { trace } }) => trace.cost === 0,
  'cost is not 0': (_, { subject: { trace } }) => trace.cost > 0,
  'move': ({ moved, all }, { subject: { trace } }) => {
    const after = Array.from(/** @type {any} */ (trace.update).after);
    return all === trace.parameters.length && moved === after.filter((value, index) => value !== trace.parameters[index]).length;
  },
  'batch has': ({ points }, { subject: { trace } }) => trace.batch?.ids.length === points,
  'penalty': ({ on }, { subject: { experiment } }) => on === (experiment.l1 > 0 || experiment.l2 > 0),
  'rate of the update': ({ now, whole }, { subject: { trace, experiment } }) =>
    isPrinted(whole, experiment.learning_rate) && isPrinted(now, /** @type {any} */ (trace.update).learning_rate)
    && isPrinted(now, experiment.learning_rate * rateShare(experiment, trace.step)),
  'gradient is clipped': ({ norm, most, longer, clipped }, { subject: { trace, experiment } }) => {
    const { gradient, clipping } = /** @type {any} */ (trace.update);
    const length = Math.hypot(...gradient);
    return isPrinted(norm, clipping.norm) && Math.abs(clipping.norm - length) <= 1e-9 * length && isPrinted(most, experiment.largest_norm)
      && longer === clipping.norm > experiment.largest_norm && clipped === clipping.share < 1
      && (longer || !clipped || clipping.share > 1 - 1.1e-6 / experiment.largest_norm);
  },
  'is next': ({ next }, { subject: { trace } }) => trace.batch?.next === next,
  'gradient is 0, yet it moves': (_, { subject, layer, neuron, source }) => {
    const index = indexOf(subject, { layer, neuron, source });
    const { update, parameters } = subject.trace;
    return update?.gradient[index] === 0 && update?.after[index] !== parameters[index];
  },
  'gradient is rounded': ({ added, exact }, { subject, layer, neuron, source }) => {
    const index = indexOf(subject, { layer, neuron, source });
    const { batch, update } = /** @type {any} */ (subject.trace);
    return isPrinted(added, update.gradient[index]) && isPrinted(exact, batch.gradient[index]) && added !== exact;
  },
  'step goes with the gradient': (_, { subject, layer, neuron, source }) => {
    const index = indexOf(subject, { layer, neuron, source });
    const { update, parameters } = /** @type {any} */ (subject.trace);
    return update.gradient[index] * (update.after[index] - parameters[index]) > 0;
  },
  'goes': ({ to, against, ...place }, { subject }) => {
    const index = indexOf(subject, place);
    const { update, parameters } = /** @type {any} */ (subject.trace);
    const change = update.after[index] - parameters[index];
    return (to === 'up' ? change > 0 : change < 0) && against === update.gradient[index] * Math.sign(change) < 0;
  },
  'are blamed most': ({ layer, neurons, others, count }, { subject: { trace } }) => {
    const sizes = /** @type {number[]} */ (trace.deltas[layer]).map(Math.abs);
    const rest = sizes.filter((_, k) => !neurons.includes(k));
    const least = Math.min(...neurons.map((/** @type {number} */ k) => sizes[k]));
    return sizes.length === count && isPrinted(others, Math.max(...rest)) && readPrinted(others).value < least * (1 + 1e-9)
      && rest.every((size) => size < least);
  },
  'moves': ({ from, to, ...place }, { subject }) => {
    const index = indexOf(subject, place);
    const [old, next] = [subject.trace.parameters[index], /** @type {any} */ (subject.trace.update).after[index]];
    return isPrinted(from, old) && isPrinted(to, next) && (old === next) === (from === to);
  },
};

/** What no sentence, name or number may hold. */
export const BROKEN = /NaN|undefined|null|\[object|Infinity|\u221e|-0\.?0*(?![\d.])|\u22120\.?0*(?![\d.])| {2}|\b1 (points|neurons|weights|steps)\b|\.\.(?!\.)/;

/** Numbers with a point or a power of ten in a text. @param {string} text */
const numbersIn = (text) => text.match(/\u2212?\d+\.\d+(?:e\u2212?\d+)?|\u2212?\d+e\u2212?\d+/g) ?? [];

/**
 * What is wrong with words and their claims; nothing where all is well.
 * @param {readonly string[]} texts
 * @param {readonly Claim[]} claims
 * @param {Moment} moment
 * @returns {string[]}
 */
export function faultsOf(texts, claims, moment) {
  const told = new Set(claims.flatMap((claim) => Object.values(claim).filter((value) => typeof value === 'string')));
  return [
    ...texts.filter((text) => BROKEN.test(text) || text.trim() === '').map((text) => `broken: ${JSON.stringify(text)}`),
    ...texts.flatMap(numbersIn).filter((number) => !told.has(number)).map((number) => `nobody claims ${number}: ${texts.join(' ')}`),
    ...claims.filter((claim) => {
      if (!(claim.that in CHECKERS)) throw new Error(`No one checks that \u201c${claim.that}\u201d.`);
      return !CHECKERS[claim.that](claim, moment);
    }).map((claim) => `untrue: ${JSON.stringify(claim)}: ${texts.join(' ')}`),
  ];
}

/** @file The checkers of what is claimed of a neuron, a wire or a bias that is looked at, by an own forward pass. */

import assert from 'node:assert/strict';
import { parseKey } from '../../../static/js/network/keys.js';
import { namesIn, passThrough } from './own_pass.js';
import { assertPrinted } from './printed.js';

/** @typedef {import('./moments.js').Moment} Moment */
/** @typedef {{layer: number, neuron: number}} Place */

/** The whole plane takes a thousand passes: it is gone over in one of so many moments. */
const SURVEYED = 16;

/** @param {Moment} moment */
const shapeOf = ({ snapshot: { architecture } }) => architecture ?? assert.fail();
/** @param {Moment} moment */
const frameOf = ({ snapshot: { frame } }) => frame ?? assert.fail();

/** @param {Moment} moment @param {Place} place */
const answersOf = (moment, { layer, neuron }) => moment.snapshot.points.filter(({ test }) => !test)
  .map((point) => ({ target: point.target, value: passThrough(moment, point).activations[layer][neuron] }));

/** What a neuron's answers are held against. @param {Moment} moment @param {number} layer */
function thresholdOf(moment, layer) {
  const { layers, activation, output } = shapeOf(moment);
  if (layer === layers) return ['softmax', 'sigmoid', 'one_sigmoid'].includes(output) ? 0.5 : 0;
  return layer > 1 ? /** @type {Record<string, number>} */ ({ sigmoid: 0.5, softplus: Math.LN2 })[activation] ?? 0 : 0;
}

/** @param {Moment} moment @param {Place} place */
function sharesAbove(moment, place) {
  const answers = answersOf(moment, place);
  const at = thresholdOf(moment, place.layer);
  return namesIn(moment).flatMap((name, kind) => {
    const own = answers.filter(({ target }) => target === kind);
    return own.length === 0 ? [] : [{ name, above: own.filter(({ value }) => value > at).length, of: own.length }];
  });
}

/** Pearson's, from z-scores. @param {{target: number, value: number}[]} pairs */
function correlationOf(pairs) {
  const scores = (/** @type {number[]} */ all) => {
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const deviation = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
    return all.map((one) => (one - mean) / deviation);
  };
  const [a, b] = [scores(pairs.map(({ target }) => target)), scores(pairs.map(({ value }) => value))];
  return a.reduce((sum, one, at) => sum + one * b[at], 0) / pairs.length;
}

/** What each verdict means. @type {Record<string, (moment: Moment, claim: any) => boolean>} */
const VERDICTS = {
  'no points': (moment, claim) => answersOf(moment, claim).length === 0,
  'same': (moment, claim) => {
    const values = answersOf(moment, claim).map(({ value }) => value);
    return Math.max(...values) - Math.min(...values) <= 0.2 * Math.max(1, ...values.map(Math.abs)) * (1 + 1e-9);
  },
  'rises': (moment, claim) => correlationOf(answersOf(moment, claim)) > 0.69,
  'falls': (moment, claim) => correlationOf(answersOf(moment, claim)) < -0.69,
  'one height': (moment, claim) => new Set(answersOf(moment, claim).map(({ target }) => target)).size === 1,
  'other': (moment, claim) => Math.abs(correlationOf(answersOf(moment, claim))) < 0.71,
  'one kind': (moment, claim) => sharesAbove(moment, claim).length === 1,
  'apart': (moment, claim) => {
    const shares = sharesAbove(moment, claim).map(({ above, of }) => above / of);
    return shares.some((share) => share >= 0.9) && shares.some((share) => share <= 0.1 + 1e-9);
  },
  'mixes': (moment, claim) => {
    const shares = sharesAbove(moment, claim).map(({ above, of }) => above / of);
    return Math.max(...shares) - Math.min(...shares) < 0.4;
  },
  'leans': (moment, claim) => {
    const splits = sharesAbove(moment, claim);
    const own = splits.find(({ name }) => name === claim.towards) ?? assert.fail();
    return splits.every(({ above, of }) => above / of <= own.above / own.of)
      && splits.some(({ above, of }) => own.above / own.of - above / of >= 0.4);
  },
};

/** A weight or bias by the layout of \u03b8. @param {Moment} moment @param {string} key */
function parameterAt(moment, key) {
  const { sizes, layers } = shapeOf(moment);
  const { kind, layer, neuron, source } = parseKey(key, layers) ?? assert.fail(key);
  const start = sizes.slice(1, layer - 1).reduce((sum, size, at) => sum + (sizes[at] + 1) * size, 0);
  const index = start + (kind === 'bias' ? sizes[layer - 2] : source) * sizes[layer - 1] + neuron;
  return { index, value: frameOf(moment).parameters[index], layer, neuron, source };
}

/** All weights without the biases. @param {Moment} moment */
function allWeights(moment) {
  const { sizes } = shapeOf(moment);
  let start = 0;
  return sizes.slice(1).flatMap((size, at) => {
    const weights = Array.from(frameOf(moment).parameters.slice(start, start + sizes[at] * size));
    start += (sizes[at] + 1) * size;
    return weights;
  });
}

/** @type {Record<string, (claim: any, moment: Moment, place: string) => void>} */
export const CLOSER_CHECKERS = {
  'neuron verdict': (claim, moment) => assert.ok(VERDICTS[claim.is](moment, claim), claim.is),
  'neuron beyond numbers': (claim, moment) => assert.ok(answersOf(moment, claim).some(({ value }) => !Number.isFinite(value))),
  'threshold': ({ at, layer }, moment) => assertPrinted(at, thresholdOf(moment, layer)),
  'above': (claim, moment) => {
    const { above, of } = sharesAbove(moment, claim).find(({ name }) => name === claim.class) ?? assert.fail();
    assert.deepEqual([claim.above, claim.of], [String(above), String(of)]);
  },
  'parameter is': ({ key, printed }, moment) => assertPrinted(printed, parameterAt(moment, key).value),
  'parameter beyond numbers': ({ key }, moment) => assert.ok(!Number.isFinite(parameterAt(moment, key).value)),
  'wire sign': ({ key, sign }, moment) => assert.equal(Math.sign(parameterAt(moment, key).value) + 0, sign + 0),
  'wire strength': ({ key, strength }, moment) => {
    const share = Math.abs(parameterAt(moment, key).value) / Math.max(...allWeights(moment).map(Math.abs));
    const expected = share > 0.6 ? 'strong' : share < 0.15 ? 'faint' : null;
    assert.equal(strength, expected);
  },
  'last change': ({ key, printed }, moment) => assertPrinted(printed, frameOf(moment).update[parameterAt(moment, key).index]),
  'over the plane': ({ of, low, high }, moment) => {
    if (moment.seed % SURVEYED !== 0) return;
    const [what, key] = of.split(' ');
    const { value, layer, neuron, source } = parameterAt(moment, key);
    /** @type {number[]} */
    const values = [];
    for (let row = 0; row < 33; row++) {
      for (let column = 0; column < 33; column++) {
        const { sums, activations } = passThrough(moment, { x1: -3 + (6 * column) / 32, x2: 3 - (6 * row) / 32, more: [...moment.snapshot.architecture?.held ?? []] });
        const incoming = activations[layer - 1][source];
        values.push({ incoming, product: value * incoming, sum: sums[layer][neuron] }[/** @type {'sum'} */ (what)]);
      }
    }
    const ends = [Math.min(...values), Math.max(...values)];
    const span = Math.max(...ends.map(Math.abs));
    [low, high].forEach((text, at) => {
      const printed = Number(text.replace('\u2212', '-').replace(/\u00b710(.*)/, (/** @type {string} */ _, /** @type {string} */ raised) => `e${[...raised].map((digit) => (digit === '\u207b' ? '-' : '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'.indexOf(digit))).join('')}`));
      // Pictures are made in float32, where sums may cancel.
      assert.ok(Math.abs(printed - ends[at]) <= 0.051 * Math.max(1, Math.abs(ends[at])) + 1e-3 * span, `${text} for ${ends[at]}`);
    });
  },
};

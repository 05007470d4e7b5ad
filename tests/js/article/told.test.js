import assert from 'node:assert/strict';
import test from 'node:test';

import { checkTexts } from '../../../static/js/article/check_figure.js';
import { crossEntropy, squaredError, withOutput } from '../../../static/js/article/cost_figure.js';
import { costSentence } from '../../../static/js/article/cost_words.js';
import { deepSentence } from '../../../static/js/article/deep_figure.js';
import { LINES } from '../../../static/js/article/now.js';
import { answerSentence } from '../../../static/js/article/pass_figure.js';
import { traceOf } from '../../../static/js/article/trace.js';
import { faultOf } from '../trace/arithmetic.js';
import { BROKEN, isPrinted, readPrinted } from '../trace/moments/claims.js';
import { wordFaults } from '../trace/moments/captions.js';
import { numbersFrom } from '../trace/textbook.js';
import { NETWORKS } from './networks.js';

/** @typedef {import('../../../static/js/words/sentence.js').Sentence} Sentence */

/**
 * @template Moment
 * @param {Sentence} sentence
 * @param {Record<string, (claim: any, moment: Moment) => boolean>} checkers
 * @param {Moment} moment
 */
function holds({ text, claims }, checkers, moment) {
  assert.doesNotMatch(text, BROKEN);
  assert.ok(claims.length > 0, text);
  for (const claim of claims) assert.ok(checkers[claim.that](claim, moment), `${text} ${JSON.stringify(claim)}`);
}

/** Points all over the plane, and some at places of their own. */
function points() {
  const random = numbersFrom(8);
  const place = () => Math.round(800 * random() - 400) / 100;
  const drawn = Array.from({ length: 60 }, (_, id) => ({ id, x1: place(), x2: place(), target: id % 2, test: false }));
  return [...drawn, { id: 60, x1: 0, x2: 0, target: 0, test: false }, { id: 61, x1: 100, x2: -100, target: 1, test: false },
    { id: 62, x1: -0, x2: 0.03, target: 1, test: false }];
}

/** @typedef {{outputs: number[], truth: number}} Outputs */
/** @type {Record<string, (claim: any, moment: Outputs) => boolean>} */
const COSTS = {
  'costs are': ({ entropy, squares }, { outputs, truth }) =>
    isPrinted(entropy, crossEntropy(outputs, truth)) && isPrinted(squares, squaredError(outputs, truth)),
  'truth got': ({ share }, { outputs, truth }) => isPrinted(share, outputs[truth]),
  'the answer is': ({ what }, { outputs, truth }) => {
    const others = Math.max(...outputs.filter((_, k) => k !== truth));
    if (what === 'wrong') return outputs[truth] < others;
    if (what === 'undecided') return outputs[truth] === others;
    return outputs[truth] > others && (what === 'sure') === outputs[truth] > 0.9;
  },
};

test('what two costs make of three outputs is so, wherever the sliders stand', () => {
  const random = numbersFrom(4);
  for (let turn = 0; turn < 1000; turn++) {
    const outputs = turn === 0 ? [1 / 3, 1 / 3, 1 / 3] : turn === 1 ? [0.4, 0.4, 0.2]
      : withOutput(withOutput([0.2, 0.7, 0.1], turn % 3, random()), (turn + 1) % 3, random() ** 3);
    const truth = turn % 3;
    const costs = { entropy: crossEntropy(outputs, truth), squares: squaredError(outputs, truth) };
    holds(costSentence(outputs, truth, costs), COSTS, { outputs, truth });
  }
  assert.match(costSentence([0.4, 0.4, 0.2], 1, { entropy: crossEntropy([0.4, 0.4, 0.2], 1), squares: 0.28 }).text, /^Undecided/);
});

/** @typedef {{first: number, last: number}} Blame */
/** @type {Record<string, (claim: any, moment: Blame) => boolean>} */
const BLAME = {
  'blame': ({ fate, printed }, { first, last }) => {
    if (fate === 'none' || fate === 'lost') return fate === 'none' ? last === 0 : first === 0 && last > 0;
    const ratio = first / last;
    const bounds = /** @type {Record<string, [number, number]>} */ ({ fades: [0, 1 / 3], arrives: [1 / 3, 3], grows: [3, Infinity] });
    return isPrinted(printed, ratio) && ratio >= bounds[fate][0] && ratio <= bounds[fate][1];
  },
};

test('how blame fares in a deep network is told from its size, none included', () => {
  for (const first of [0, 1e-30, 0.1, 0.5, 1.4, 1000]) {
    for (const last of [0, 0.37, 1e-12]) holds(deepSentence(first, last), BLAME, { first, last });
  }
});

test('the article\u2019s network answers with a probability that is not rounded to certainty', () => {
  /** @type {Record<string, (claim: any, moment: {outputs: number[], point: ReturnType<typeof points>[number]}) => boolean>} */
  const checkers = {
    'at': ({ place }, { point }) => [point.x1, point.x2].every((value, which) => Math.abs(readPrinted(place[which]).value - value) <= 0.005),
    'answers': ({ classes, share }, { outputs }) => classes.every((/** @type {number} */ k) => isPrinted(share, outputs[k]))
      && outputs.filter((a) => a === Math.max(...outputs)).length === classes.length,
    'is right': ({ right }, { outputs, point }) => right === (outputs[point.target] === Math.max(...outputs)),
  };
  for (const point of points()) {
    const outputs = /** @type {number[]} */ (traceOf(NETWORKS.article, point).activations[4]);
    holds(answerSentence(outputs, point), checkers, { outputs, point });
  }
  holds(answerSentence([0.5, 0.5], points()[0]), checkers, { outputs: [0.5, 0.5], point: points()[0] });
});

test('formulas with numbers give what calculating with the printed numbers gives, for every weight and many points', () => {
  const { architecture } = NETWORKS.article;
  let checked = 0;
  for (const point of points()) {
    const trace = traceOf(NETWORKS.article, point);
    for (let layer = 2; layer <= architecture.layers; layer++) {
      for (let neuron = 0; neuron < architecture.sizes[layer - 1]; neuron++) {
        for (const [name, lineOf] of Object.entries(LINES)) {
          const pieces = lineOf({ trace, architecture, chosen: { layer, neuron, source: 0 } });
          const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
          assert.doesNotMatch(text, BROKEN);
          if (name === 'bias') continue;
          const [result, sum] = text.slice(text.indexOf(': ') + 2).split(/ [=\u2248] /);
          const plain = (/** @type {string} */ part) => part.replaceAll('\u2212', '-').replaceAll(' · ', '*');
          assert.equal(faultOf(`x = ${plain(sum)} ${text.includes('\u2248') ? '\\approx' : '='} ${plain(result)}`), null, text);
          checked++;
        }
      }
    }
  }
  assert.ok(checked > 1500);
});

test('the captions of the article\u2019s passes claim what is so', () => {
  const { architecture, experiment } = NETWORKS.article;
  for (const point of points()) {
    assert.deepEqual(wordFaults({ trace: traceOf(NETWORKS.article, point), architecture, experiment }).faults, []);
  }
});

test('a nudge that changes nothing is told without a sign before 0 and without dividing by it', () => {
  const zero = '0.000000000';
  assert.deepEqual(checkTexts(1, 1 + 2e-16, 1e-3, -1e-12), ['1.000000000', '1.000000000', zero, zero, '8.9\u00b710\u207b\u00b9']);
  assert.deepEqual(checkTexts(1, 1, 1e-3, 0).slice(2), [zero, zero, '0']);
});

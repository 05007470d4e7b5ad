/** @file Figure 5: the reader drags three outputs and sees what squared error and cross-entropy make of them. */

import { plainNumber } from '../trace/printed.js';
import { make, makeSvg, setText } from '../ui/dom.js';
import { CLASS_NAMES, shapePath } from '../ui/shapes.js';
import { costSentence } from './cost_words.js';
import { createChoices, createSlider, part } from './parts.js';

const CLASSES = [0, 1, 2];
const START = { outputs: [0.2, 0.7, 0.1], truth: 0 };
const LEAST = 0.001;
const CHART = { width: 380, height: 240, left: 34, right: 12, top: 12, bottom: 34, most: 4, samples: 120 };
const TICKS = { across: [0, 0.5, 1], up: [0, 1, 2, 3, 4] };

/** @param {number} share */
const toX = (share) => CHART.left + share * (CHART.width - CHART.left - CHART.right);

/** @param {number} cost */
const toY = (cost) => CHART.top + (1 - cost / CHART.most) * (CHART.height - CHART.top - CHART.bottom);

/** (C1). @param {readonly number[]} outputs @param {number} truth */
export const crossEntropy = (outputs, truth) => -Math.log(outputs[truth]);

/** (C2). @param {readonly number[]} outputs @param {number} truth */
export const squaredError = (outputs, truth) =>
  outputs.reduce((sum, a, j) => sum + 0.5 * (a - (j === truth ? 1 : 0)) ** 2, 0);

/**
 * One output becomes `wished`; the others keep their ratio, so that all add up to 1.
 * @param {readonly number[]} outputs
 * @param {number} k
 * @param {number} wished
 */
export function withOutput(outputs, k, wished) {
  const others = outputs.reduce((sum, a, j) => (j === k ? sum : sum + a), 0);
  const most = 1 - LEAST * (outputs.length - 1);
  const share = Math.max(LEAST, Math.min(most, wished));
  return outputs.map((a, j) => {
    if (j === k) return share;
    return others > 0 ? (a / others) * (1 - share) : (1 - share) / (outputs.length - 1);
  });
}

/** @param {HTMLElement} figure */
export function mount(figure) {
  let { outputs, truth } = START;
  const sliders = CLASSES.map((k) => createSlider({
    label: CLASS_NAMES[k], min: 0, max: 1, step: 0.001, value: outputs[k], words: (a) => plainNumber(a, 3),
    onInput(a) {
      outputs = withOutput(outputs, k, a);
      show();
    },
  }));
  sliders.forEach(({ element }, k) => element.prepend(makeSvg('svg', { viewBox: '-8 -8 16 16', class: 'class-mark', 'aria-hidden': 'true' },
    makeSvg('path', { d: shapePath(k, 0, 0, 6), class: `class-${k}` }))));
  const answer = createChoices({
    label: 'The right class',
    choices: CLASSES.map((k) => /** @type {const} */ ([String(k), CLASS_NAMES[k]])),
    value: String(truth),
    onChoose(chosen) {
      truth = Number(chosen);
      show();
    },
  });
  part(figure, 'controls').append(
    ...sliders.map(({ element }) => element), make('div', { class: 'truth' }, 'The truth: ', answer.element));

  const entropy = makeSvg('path', { class: 'value' }), squares = makeSvg('path', { class: 'second' });
  const entropyPoint = makeSvg('circle', { class: 'reading', r: 4.5 }), squaresPoint = makeSvg('circle', { class: 'reading', r: 4.5 });
  part(figure, 'live').append(makeSvg('svg', {
    viewBox: `0 0 ${CHART.width} ${CHART.height}`, role: 'img', 'aria-label': 'Both costs over the probability given to the truth',
  }, ...axes(), squares, entropy, squaresPoint, entropyPoint));
  const [entropyText, squaresText, words] = ['entropy', 'squares', 'said'].map((name) => part(figure, name));

  /** @param {(share: number) => number} cost */
  const curve = (cost) => {
    const points = [];
    for (let at = 0; at <= CHART.samples; at++) {
      const share = Math.max(LEAST, Math.min(1 - 2 * LEAST, at / CHART.samples));
      const height = cost(share);
      if (height <= CHART.most) points.push(`${toX(share).toFixed(1)} ${toY(height).toFixed(1)}`);
    }
    return `M${points.join('L')}`;
  };

  function show() {
    const costs = { entropy: crossEntropy(outputs, truth), squares: squaredError(outputs, truth) };
    sliders.forEach(({ show: showValue }, k) => showValue(outputs[k]));
    entropy.setAttribute('d', curve((share) => crossEntropy(withOutput(outputs, truth, share), truth)));
    squares.setAttribute('d', curve((share) => squaredError(withOutput(outputs, truth, share), truth)));
    for (const [mark, cost] of /** @type {const} */ ([[entropyPoint, costs.entropy], [squaresPoint, costs.squares]])) {
      mark.setAttribute('cx', String(toX(outputs[truth])));
      mark.setAttribute('cy', String(toY(Math.min(cost, CHART.most))));
    }
    setText(entropyText, `Cross-entropy ${plainNumber(costs.entropy)}`);
    setText(squaresText, `Squared error ${plainNumber(costs.squares)}`);
    setText(words, costSentence(outputs, truth, costs).text);
  }
  show();
}

function axes() {
  const label = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ words, anchor = 'middle') => {
    const text = makeSvg('text', { x, y, 'text-anchor': anchor, class: 'tick' });
    text.textContent = words;
    return text;
  };
  return [
    makeSvg('path', { class: 'axis', d: `M${toX(0)} ${toY(CHART.most)}V${toY(0)}H${toX(1)}` }),
    ...TICKS.across.map((share) => label(toX(share), toY(0) + 14, String(share))),
    ...TICKS.up.map((cost) => label(toX(0) - 6, toY(cost) + 4, String(cost), 'end')),
    label((toX(0) + toX(1)) / 2, CHART.height - 4, 'probability given to the truth'),
  ];
}

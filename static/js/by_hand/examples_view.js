/** @file The examples, a row each: drawing, source, network, what is printed, and how far one is with it. */
import { ON_PAPER } from '../paper/activations.js';
import { COSTS } from '../paper/costs.js';
import { EXAMPLES } from '../paper/examples.js';
import { NOTATIONS, symbolOf } from '../paper/notation.js';
import { laterLayers, layersOf, range } from '../paper/setup.js';
import { createSheet } from '../paper/sheet.js';
import { make, makeSvg } from '../ui/dom.js';
import { fetchPart } from '../ui/parts.js';
import { setFormula } from '../ui/tex.js';
import { geometryOf, wirePath } from './geometry.js';
import { keptWork } from './keeping.js';
import { SEED, spiralPoints, uniform } from './spiral_points.js';

/** @typedef {import('../paper/examples/row.js').Example} Example */

const WIDTH = 172;
const HEIGHT = 84;
const MOST_PRINTED = 3;

/** @param {Example} example */
function drawing({ setup, numbers }) {
  const geometry = { ...geometryOf(setup.sizes, WIDTH * 2, HEIGHT * 2.4), tile: 26 };
  const picture = makeSvg('svg', { class: 'drawing', viewBox: `30 20 ${WIDTH * 2 - 40} ${HEIGHT * 2 + 10}`, 'aria-hidden': 'true' });
  for (const layer of laterLayers(setup)) {
    for (const k of range(setup.sizes[layer - 1])) {
      for (const j of range(setup.sizes[layer - 2])) {
        const weight = Math.abs(numbers[`w:${layer}:${k}:${j}`]);
        picture.append(makeSvg('path', { class: 'wire', d: wirePath(geometry.spot(layer - 1, j), geometry.spot(layer, k), 26), 'stroke-width': 1 + 4 * Math.min(1, weight) }));
      }
    }
  }
  for (let layer = 1; layer <= layersOf(setup); layer++) {
    for (const k of range(setup.sizes[layer - 1])) {
      const { x, y } = geometry.spot(layer, k);
      picture.append(makeSvg('rect', { class: 'box', x: x - 13, y: y - 13, width: 26, height: 26, rx: layer === 1 ? 13 : 4 }));
    }
  }
  return picture;
}

/** @param {Example} example @returns {string[]} */
function networkLines({ setup, numbers, updates }) {
  const { sizes, activations, cost, biases, biasesLearn } = setup;
  const bends = [...new Set(activations)].map((name) => ON_PAPER[name].title).join(', ');
  const outputs = sizes[sizes.length - 1];
  const learning = `${COSTS[cost]?.title(outputs) ?? ''}, rate ${numbers.rate}${updates ? `, ${updates} updates` : ''}`;
  const biasWords = { layer: 'Shared biases', neuron: 'A bias for each neuron', none: 'No biases' }[biases];
  return [
    `${sizes.join(', ')}, ${bends}`,
    cost === 'none' ? 'Forward only, no cost' : learning[0].toUpperCase() + learning.slice(1),
    ...(cost !== 'none' && biases !== 'none' && !biasesLearn ? [`${biasWords}, which do not learn`] : []),
  ];
}

/** @param {Example} example */
function printedLines({ printed, setup, notation }) {
  return printed.slice(0, MOST_PRINTED).map(({ key, text, label, step }) => {
    const symbol = make('span', { class: 'sym' });
    setFormula(symbol, label ?? symbolOf(NOTATIONS[notation], setup, key, { isInline: true }));
    return make('div', { class: 'printed' }, symbol, make('span', { class: 'digits' }, `${text}${step ? ` after ${step} updates` : ''}`));
  });
}

/** @param {Example} example */
function progressOf({ id, setup, numbers }) {
  return { right: keptWork(id)?.right ?? 0, all: createSheet(setup, numbers).quantities.length };
}

/** What is too large for paper. */
function spiralRow() {
  const points = spiralPoints(uniform(SEED)).map(({ x1, x2, target }) => makeSvg('circle', { class: `class-${target}`, cx: x1, cy: -x2, r: 0.07 }));
  const button = make('button', { class: 'second', 'aria-label': 'In the playground: Spiral of three arms' }, 'In the playground');
  const remark = make('p', { role: 'status' }, 'Too large for paper');
  button.addEventListener('click', async () => {
    try {
      const { spiralLink } = await fetchPart(() => import('./spiral.js'));
      location.assign(new URL(`./${await spiralLink()}`, document.baseURI));
    } catch {
      remark.textContent = 'It could not be fetched from the server. Try again when the connection is back.';
    }
  });
  const printed = (/** @type {string} */ name, /** @type {string} */ text) => make('div', { class: 'printed' }, make('span', {}, name), make('span', { class: 'digits' }, text));
  return make('article', { class: 'example' },
    makeSvg('svg', { class: 'drawing', viewBox: '-6.3 -3.1 12.6 6.2', 'aria-hidden': 'true' }, ...points),
    make('div', {}, make('h2', {}, 'Spiral of three arms'), make('p', { class: 'cite' }, 'Stanford CS231n, ', make('cite', {}, 'Putting it together: minimal neural network case study'))),
    make('div', { class: 'shape' }, make('p', {}, '300 points, three classes'), make('p', {}, 'No hidden layer, then 100 ReLU neurons')),
    make('div', {}, printed('no hidden layer', '0.49 right'), printed('100 neurons', '0.98 right'),
      make('p', { class: 'remark' }, 'On the points drawn here, 0.51 to 0.53, and 0.99 with 16 neurons already.')),
    make('div', { class: 'go' }, remark, button));
}

/** @param {HTMLElement} element */
export function drawExamples(element) {
  const rows = EXAMPLES.map((example) => {
    const { right, all } = progressOf(example);
    const more = example.printed.length - MOST_PRINTED;
    return make('article', { class: 'example' },
      drawing(example),
      make('div', {}, make('h2', {}, example.title), make('p', { class: 'cite' }, `${example.author}, `, make('cite', {}, example.work), `, ${example.year}`)),
      make('div', { class: 'shape' }, ...networkLines(example).map((line) => make('p', {}, line))),
      make('div', {}, ...printedLines(example), ...(more > 0 ? [make('p', { class: 'remark' }, `and ${more} more`)] : [])),
      make('div', { class: 'go' }, ...(right > 0 ? [make('p', {}, `${right} of ${all} right`)] : []),
        make('a', { class: 'second', href: `#${example.id}`, 'aria-label': `${right > 0 ? 'Go on' : 'Begin'}: ${example.title}` }, right > 0 ? 'Go on' : 'Begin')));
  });
  element.replaceChildren(
    make('div', { class: 'opening' }, make('h1', {}, 'Worked examples you can check against their books'), make('p', {}, 'Or ', make('a', { class: 'link', href: '#own' }, 'begin with your own network'), '.')),
    ...rows, spiralRow(),
    make('p', { class: 'remark' }, 'The digits are the source’s. Each number was worked out again here; where a source rounds on the way, the exact one stands beside it.'),
  );
}

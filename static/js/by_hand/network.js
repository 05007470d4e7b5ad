/**
 * @file The network as a picture: wires as thick as their weights, numbers that are given to be changed in place, those that
 * are worked out when the learner has them, and what the formula in hand is made of on yellow.
 */
import { refsOf } from '../paper/expression.js';
import { deltaKey, inputKey, placeOf, targetKey, weightKey } from '../paper/keys.js';
import { nameOf } from '../paper/names.js';
import { symbolOf } from '../paper/notation.js';
import { outputKey } from '../paper/quantities.js';
import { digitsOf } from '../paper/print.js';
import { biasOf, laterLayers, layersOf, range } from '../paper/setup.js';
import { make, makeSvg } from '../ui/dom.js';
import { setFormula } from '../ui/tex.js';
import { alongWire, geometryOf, wirePath } from './geometry.js';
import { createGivenField } from './given_field.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./geometry.js').Geometry} Geometry */

/** More wires than these between two layers show their numbers only where the formula needs them. */
const FEW_WIRES = 4;
const THICKEST = 6;
/** Pictures less wide have no room for what can be read elsewhere. */
const NARROW = 560;

/** Parts of the picture that a key stands for, so that they can be washed. @param {Work} work @param {string} key @returns {string[]} */
function partsFor({ setup }, key) {
  const { kind, layer, neuron, source } = placeOf(key);
  switch (kind) {
    case 'x': return [`n:1:${neuron}`];
    case 'y': return [`n:${layersOf(setup)}:${neuron}`];
    case 'z': case 'a': case 'd': return [`n:${layer}:${neuron}`];
    case 'w': case 'gw': case 'v': return [`w:${layer}:${neuron}:${source}`];
    case 'C': return ['C'];
    default: return setup.biases === 'layer' && layer ? range(setup.sizes[layer - 1]).map((k) => `n:${layer}:${k}`) : [`n:${layer}:${neuron}`];
  }
}

/** What the formula in hand touches. @param {Work} work @returns {Set<string>} */
function washedBy(work) {
  const { key, formula } = work.current;
  return new Set([key, ...refsOf(formula)].filter((one) => !['rate', 'momentum'].includes(one)).flatMap((one) => partsFor(work, one)));
}

/** Where along a wire its number stands, so that no two meet. @param {number} rise @param {number} width */
function labelAt(rise, width) {
  if (Math.abs(rise) < 1) return 0.5;
  return width < NARROW ? 0.68 : 0.26;
}

/** @param {HTMLElement} element @param {Work} work */
export function mountNetwork(element, work) {
  const picture = makeSvg('svg', { class: 'wires', 'aria-hidden': 'true' });
  const labels = make('div', { class: 'labels' });
  element.append(picture, labels);

  /** @param {Node} node @param {import('./geometry.js').Spot} spot */
  const put = (node, { x, y }) => {
    const label = make('div', { class: 'label' }, node);
    label.style.left = `${x}px`;
    label.style.top = `${y}px`;
    labels.append(label);
    return label;
  };
  /** @param {string} key @param {import('./geometry.js').Spot} spot @param {string} [className] */
  const symbol = (key, spot, className = '') => {
    const label = make('span', { class: `sym ${className}` });
    setFormula(label, symbolOf(work.notation, { ...work.setup, points: 1 }, key));
    return put(label, spot);
  };
  /** @param {string} key @param {import('./geometry.js').Spot} spot @param {string} [className] */
  const given = (key, spot, className = '') => {
    const label = put(createGivenField(work, key), spot);
    label.classList.add('given', ...(className ? [className] : []));
    return label;
  };
  /** A number of the learner's. @param {string} key @param {import('./geometry.js').Spot} spot @param {string} [className] */
  const value = (key, spot, className = '') => {
    if (!work.has(key) || key === work.current.key) return;
    const label = put(make('span', { class: `value ${className}` }, digitsOf(work.sheet.valueOf(key), 3)), spot);
    if (className) label.classList.add(className);
  };

  /** @param {Geometry} geometry @param {Set<string>} washed @param {number} point */
  function drawWires(geometry, washed, point) {
    const { setup, sheet } = work;
    const { tile, spot } = geometry;
    const largest = Math.max(1, ...laterLayers(setup).flatMap((layer) => range(setup.sizes[layer - 1]).flatMap((k) =>
      range(setup.sizes[layer - 2]).map((j) => Math.abs(sheet.valueOf(weightKey(layer, k, j)))))));
    for (const layer of laterLayers(setup)) {
      const wires = setup.sizes[layer - 1] * setup.sizes[layer - 2];
      const isFew = wires <= FEW_WIRES && geometry.width >= NARROW;
      const hasRoom = wires <= FEW_WIRES || geometry.width >= NARROW;
      for (const k of range(setup.sizes[layer - 1])) {
        for (const j of range(setup.sizes[layer - 2])) {
          const [from, to] = [spot(layer - 1, j), spot(layer, k)];
          const key = weightKey(layer, k, j);
          const isWashed = washed.has(key);
          const weight = sheet.valueOf(key);
          const d = wirePath(from, to, tile);
          if (isWashed) picture.append(makeSvg('path', { d, class: 'wash' }));
          picture.append(makeSvg('path', { d, class: weight < 0 ? 'wire negative' : 'wire', 'stroke-width': 0.8 + (THICKEST - 0.8) * Math.abs(weight) / largest }));
          picture.append(makeSvg('path', { d, class: 'reach', 'data-part': key }));
          drawBlame(geometry, layer, j, k, point, isWashed);
          if (isFew || (isWashed && hasRoom)) given(key, alongWire(from, to, tile, labelAt(from.y - to.y, geometry.width)), isWashed ? 'washed' : '');
        }
      }
    }
  }

  /** Blame that the learner has travels back on a wire of the formula. @param {Geometry} geometry @param {number} layer @param {number} j @param {number} k @param {number} point @param {boolean} isWashed */
  function drawBlame({ spot, tile }, layer, j, k, point, isWashed) {
    const back = deltaKey(point, layer, k);
    if (work.current.place.kind !== 'd' || !isWashed || !work.has(back)) return;
    const d = wirePath(spot(layer - 1, j), spot(layer, k), tile);
    const tip = alongWire(spot(layer - 1, j), spot(layer, k), tile, 0.02);
    picture.append(makeSvg('path', { d, class: 'blame' }), makeSvg('path', { d: `M${tip.x} ${tip.y}l11 -5v10z`, class: 'tip' }));
  }

  /** @param {Geometry} geometry @param {Set<string>} washed @param {number} point */
  function drawNeurons({ spot, tile, width }, washed, point) {
    const { setup, sheet } = work;
    const n = layersOf(setup);
    const under = (/** @type {import('./geometry.js').Spot} */ { x, y }) => ({ x, y: y + tile / 2 + 12 });
    for (const layer of range(n).map((at) => at + 1)) {
      for (const k of range(setup.sizes[layer - 1])) {
        const at = spot(layer, k);
        const key = outputKey(setup, point, layer, k);
        const box = { x: at.x - tile / 2, y: at.y - tile / 2, width: tile, height: tile, rx: layer === 1 ? tile / 2 : 6 };
        if (washed.has(`n:${layer}:${k}`)) picture.append(makeSvg('rect', { ...box, class: 'wash box' }));
        const shade = work.has(key) ? Math.max(-1, Math.min(1, sheet.valueOf(key))) : 0;
        const tileShape = makeSvg('rect', { ...box, class: shade < 0 ? 'tile negative' : 'tile', 'data-part': `n:${layer}:${k}` });
        /** @type {SVGElement} */ (tileShape).style.setProperty('--shade', `${Math.round(Math.abs(shade) * 70)}%`);
        picture.append(tileShape);
        if (layer === 1) {
          symbol(inputKey(point, k), { x: at.x - tile / 2 - (width < NARROW ? 16 : 26), y: at.y });
          given(key, under(at));
          continue;
        }
        const bias = biasOf(setup, layer, k);
        if (bias) {
          picture.append(makeSvg('path', { d: `M${at.x - tile / 4} ${at.y + tile / 2}v8`, class: 'stub' }));
          if (width >= NARROW) given(bias, { x: at.x - 1, y: at.y + tile / 2 + 17 }, 'bias');
        }
        value(key, { x: at.x + (bias ? 4 : 0), y: under(at).y }, bias ? 'beside' : '');
        if (layer === n && setup.cost !== 'none') drawEnd(at, tile, k, point, width);
        else if (layer < n) value(deltaKey(point, layer, k), { x: at.x, y: at.y - tile / 2 - 10 }, 'back');
      }
    }
  }

  /** A target beside its output, and the blame that comes in there. @param {import('./geometry.js').Spot} at @param {number} tile @param {number} k @param {number} point @param {number} width */
  function drawEnd(at, tile, k, point, width) {
    const isNarrow = width < NARROW;
    const x = at.x + tile / 2 + (isNarrow ? 26 : 44);
    if (!isNarrow) symbol(targetKey(point, k), { x: x - 12, y: at.y + 8 }, 'target');
    given(targetKey(point, k), { x: x + (isNarrow ? 0 : 34), y: at.y + 8 });
    value(deltaKey(point, layersOf(work.setup), k), { x, y: at.y - 14 }, 'back');
  }

  /** @param {Geometry} geometry @param {Set<string>} washed */
  function drawCost({ cost, spot, tile, width }, washed) {
    const { setup } = work;
    if (setup.cost === 'none') return;
    const radius = width < NARROW ? 20 : 28;
    const n = layersOf(setup);
    for (const k of range(setup.sizes[n - 1])) picture.append(makeSvg('path', { d: wirePath(spot(n, k), { x: cost.x - radius + tile / 2, y: cost.y }, tile), class: 'thin' }));
    if (washed.has('C')) picture.append(makeSvg('circle', { cx: cost.x, cy: cost.y, r: radius, class: 'wash box' }));
    picture.append(makeSvg('circle', { cx: cost.x, cy: cost.y, r: radius, class: 'cost', 'data-part': 'C' }));
    symbol('C', cost);
    value('C', { x: cost.x, y: cost.y + radius + 12 });
  }

  /** The number in hand is a hole over its place. @param {Geometry} geometry */
  function drawHole({ spot, tile, cost }) {
    const { key, place: { kind, layer, neuron, source } } = work.current;
    const label = make('span', { class: 'hole' });
    setFormula(label, `${symbolOf(work.notation, work.setup, key, { isInline: true })} = \\,?`);
    const top = (/** @type {import('./geometry.js').Spot} */ { x, y }) => ({ x, y: y - tile / 2 - 14 });
    const isWire = ['gw', 'w', 'v'].includes(kind);
    const middle = isWire ? alongWire(spot(layer - 1, source), spot(layer, neuron), tile, 0.62) : null;
    put(label, kind === 'C' ? { x: cost.x, y: cost.y - 44 } : middle ?? top(spot(layer, neuron)));
  }

  let drawn = '';
  function draw() {
    element.dataset.rows = String(Math.max(...work.setup.sizes));
    const { clientWidth: width, clientHeight: height } = element;
    if (width === 0) return;
    const state = JSON.stringify([width, height, work.kept(), work.note, [...labels.querySelectorAll('[aria-invalid]')].length]);
    if (state === drawn) return;
    drawn = state;
    const focused = document.activeElement instanceof HTMLInputElement && labels.contains(document.activeElement) ? document.activeElement.dataset.given : null;
    const geometry = geometryOf(work.setup.sizes, width, height);
    const washed = washedBy(work);
    const point = Math.max(0, work.point);
    picture.replaceChildren();
    labels.replaceChildren();
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawWires(geometry, washed, point);
    drawCost(geometry, washed);
    drawNeurons(geometry, washed, point);
    drawHole(geometry);
    element.setAttribute('aria-label', `The network. In hand: ${nameOf(work.setup, work.current.key)}.`);
    if (focused) /** @type {HTMLElement | null} */ (labels.querySelector(`[data-given="${focused}"]`))?.focus();
  }
  /** What is pressed opens its question: the first that is open of those that belong to it. */
  picture.addEventListener('click', ({ target }) => {
    const part = target instanceof Element ? target.getAttribute('data-part') : null;
    const own = work.sheet.quantities.filter(({ key, place }) => part !== null && partsFor(work, key).includes(part) && (!'zad'.includes(place.kind) || place.point === work.point));
    const wanted = own.find(({ key }) => !work.isRight(key)) ?? own[0];
    if (wanted) work.choose(wanted.key);
  });
  work.listen(draw);
  new ResizeObserver(draw).observe(element);
}

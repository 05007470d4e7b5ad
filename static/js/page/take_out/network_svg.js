/**
 * @file The network as a picture: neurons in columns, wires as wide as their weights are strong, dashed where they are negative,
 * biases as pins. Each neuron holds the map of what it answers, where there is one.
 */
import { biasesOf, weightsOf } from './blocks.js';
import { element, picture, text } from './svg.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

export const SIZE = { width: 720, height: 420 };
const EDGE = { x: 64, top: 20, bottom: 44 };
const TILE = { most: 48, share: 0.7, corner: 0.17 };
const WIRE = { least: 0.7, more: 5.2, dash: '6 4', opacity: 0.8 };
const PIN = { reach: 14, radius: 3 };
const LABEL = { size: 13, below: 14 };

/** @typedef {{features: string[], activation: string, output: string}} Titles   what people call them */

/**
 * Where each neuron stands, by layer from 1, and how large its tile is.
 * @param {Architecture} architecture
 */
export function placesOf({ sizes, layers }) {
  const [width, height] = [SIZE.width - 2 * EDGE.x, SIZE.height - EDGE.top - EDGE.bottom];
  const tile = Math.min(TILE.most, TILE.share * height / Math.max(...sizes), TILE.share * width / layers);
  return {
    tile,
    places: sizes.map((count, column) => Array.from({ length: count }, (_, neuron) => ({
      x: EDGE.x + width * column / Math.max(1, layers - 1), y: EDGE.top + height * (neuron + 0.5) / count,
    }))),
  };
}

/**
 * @param {object} shown
 * @param {Architecture} shown.architecture
 * @param {ArrayLike<number>} shown.parameters
 * @param {(layer: number, neuron: number) => string | null} shown.map address of a neuron's picture
 * @param {Titles} shown.titles
 * @param {import('../../ui/colours.js').Colours} shown.colours
 */
export function networkSvg({ architecture, parameters, map, titles, colours }) {
  const { places, tile } = placesOf(architecture);
  const layers = Array.from({ length: architecture.layers - 1 }, (_, index) => index + 2);
  const strongest = Array.from(parameters).reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const stroke = (/** @type {number} */ value) => ({
    fill: 'none', stroke: value < 0 ? colours.negative : colours.positive, opacity: WIRE.opacity,
    'stroke-width': WIRE.least + WIRE.more * Math.abs(value) / strongest, 'stroke-dasharray': value < 0 ? WIRE.dash : undefined,
  });
  const wires = layers.flatMap((layer) => weightsOf(architecture, parameters, layer).flatMap((row, k) => row.map((weight, j) => {
    const [from, to] = [places[layer - 2][j], places[layer - 1][k]];
    const middle = (from.x + to.x) / 2;
    return element('path', { d: `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`, ...stroke(weight) });
  })));
  const pins = layers.flatMap((layer) => biasesOf(architecture, parameters, layer).map((bias, k) => {
    const { x, y } = places[layer - 1][k];
    const foot = y + tile / 2;
    return element('path', { d: `M${x} ${foot}v${PIN.reach}`, ...stroke(bias) })
      + element('circle', { cx: x, cy: foot + PIN.reach, r: PIN.radius, fill: colours.paper, stroke: bias < 0 ? colours.negative : colours.positive });
  }));
  const tiles = places.flatMap((column, index) => column.map(({ x, y }, neuron) => {
    const [left, top] = [x - tile / 2, y - tile / 2];
    const box = { x: left, y: top, width: tile, height: tile, rx: index === 0 ? tile / 2 : tile * TILE.corner };
    const address = map(index + 1, neuron);
    return element('rect', { ...box, fill: colours.raised })
      + (address ? element('image', { x: left, y: top, width: tile, height: tile, href: address }) : '')
      + element('rect', { ...box, fill: 'none', stroke: colours.control });
  }));
  const labels = places.map((column, index) => text(column[0].x, SIZE.height - LABEL.below, labelOf(architecture.layers, titles, index), {
    fill: colours.ink3, 'font-size': LABEL.size, 'text-anchor': 'middle',
  }));
  const inputs = places[0].map(({ x, y }, neuron) => text(x - tile / 2 - 8, y, titles.features[neuron], {
    fill: colours.ink, 'font-size': LABEL.size, 'text-anchor': 'end', 'dominant-baseline': 'middle',
  }));
  return picture({ ...SIZE, title: `Network ${architecture.sizes.join('-')}`, paper: colours.paper }, ...wires, ...pins, ...tiles, ...labels, ...inputs);
}

/** @param {number} layers @param {Titles} titles @param {number} index */
function labelOf(layers, { activation, output }, index) {
  if (index === 0) return 'inputs';
  return `layer ${index + 1}, ${index === layers - 1 ? output : activation}`;
}

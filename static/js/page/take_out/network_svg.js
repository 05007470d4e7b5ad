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
const LABEL = { size: 13, below: 14, gap: 8, sign: 7, most: 24 };

/** @typedef {{features: string[], classes?: string[], activation: string, output: string}} Titles   what people call them; `classes`: where a table names them */

/** As much of a name as there is room for beside a network. @param {string} name */
const short = (name) => ([...name].length > LABEL.most ? `${[...name].slice(0, LABEL.most - 1).join('')}…` : name);

/** The room that names take beside a column. @param {readonly string[]} names */
const room = (names) => TILE.most / 2 + 2 * LABEL.gap + LABEL.sign * Math.max(0, ...names.map((name) => [...short(name)].length));

/**
 * Where each neuron stands, by layer from 1, and how large its tile is.
 * @param {Architecture} architecture
 * @param {Titles} titles
 */
export function placesOf({ sizes, layers }, { features, classes = [] }) {
  const [left, right] = [Math.max(EDGE.x, room(features)), Math.max(EDGE.x, room(classes))];
  const [width, height] = [SIZE.width - left - right, SIZE.height - EDGE.top - EDGE.bottom];
  const tile = Math.min(TILE.most, TILE.share * height / Math.max(...sizes), TILE.share * width / layers);
  return {
    tile,
    places: sizes.map((count, column) => Array.from({ length: count }, (_, neuron) => ({
      x: left + width * column / Math.max(1, layers - 1), y: EDGE.top + height * (neuron + 0.5) / count,
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
  const { places, tile } = placesOf(architecture, titles);
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
  /** @param {{x: number, y: number}[]} column @param {readonly string[]} names @param {1 | -1} side */
  const beside = (column, names, side) => column.map(({ x, y }, neuron) => (names[neuron] === undefined ? '' : text(
    x + side * (tile / 2 + LABEL.gap), y, short(names[neuron]), {
      fill: colours.ink, 'font-size': LABEL.size, 'text-anchor': side < 0 ? 'end' : 'start', 'dominant-baseline': 'middle',
    })));
  const names = [...beside(places[0], titles.features, -1), ...beside(places[places.length - 1], titles.classes ?? [], 1)];
  return picture({ ...SIZE, title: `Network ${architecture.sizes.join('-')}`, paper: colours.paper }, ...wires, ...pins, ...tiles, ...labels, ...names);
}

/** @param {number} layers @param {Titles} titles @param {number} index */
function labelOf(layers, { activation, output }, index) {
  if (index === 0) return 'inputs';
  return `layer ${index + 1}, ${index === layers - 1 ? output : activation}`;
}

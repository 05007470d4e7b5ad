/** @file Figure 2: the weight matrix between two layers; row, column and wire light together. */

import { biasKey, neuronKey, weightKey } from '../network/keys.js';
import { mount as mountNetwork } from '../figures/network/network.js';
import { PLAIN } from '../figures/network/scene.js';
import { setAttribute } from '../ui/dom.js';
import { pointing } from './network_figure.js';
import { part } from './parts.js';

/** The matrix W^{2,3}. */
const LAYER = 3;

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export function mount(figure, { networks: { article }, reader, field }) {
  const { architecture, parameters } = article;
  const table = part(figure, 'matrix');
  const [sources, neurons] = [architecture.sizes[LAYER - 2], architecture.sizes[LAYER - 1]];
  const network = mountNetwork(part(figure, 'live'), { field, cost: false, ...pointing(reader, architecture.sizes) });

  /** The elements that a cell of the table stands for: one weight, a whole column or a whole row. @param {HTMLElement} cell */
  function keysOf({ dataset: { from, to } }) {
    const rows = to === undefined ? range(neurons) : [Number(to)];
    const columns = from === undefined ? range(sources) : [Number(from)];
    const weights = rows.flatMap((neuron) => columns.map((source) => weightKey(LAYER, neuron, source)));
    if (from === undefined) return [...weights, ...rows.map((neuron) => neuronKey(LAYER, neuron))];
    if (to === undefined) return [...weights, ...columns.map((source) => neuronKey(LAYER - 1, source))];
    return weights;
  }

  const cells = /** @type {HTMLElement[]} */ ([...table.querySelectorAll('[data-from], [data-to]')]);
  for (const cell of cells) {
    const light = () => reader.set({ lit: new Set(keysOf(cell)) });
    const dark = () => reader.set({ lit: new Set() });
    cell.tabIndex = 0;
    for (const name of ['pointerenter', 'focus']) cell.addEventListener(name, light);
    for (const name of ['pointerleave', 'blur']) cell.addEventListener(name, dark);
  }

  reader.follow(({ lit }) => {
    network.update({ ...PLAIN, architecture, parameters, highlight: lit });
    for (const cell of cells) {
      const { from, to } = cell.dataset;
      const isLit = from !== undefined && to !== undefined
        ? lit.has(weightKey(LAYER, Number(to), Number(from)))
        : to !== undefined ? litNeuron(LAYER, Number(to)) : litNeuron(LAYER - 1, Number(from));
      setAttribute(cell, 'data-lit', isLit ? 'full' : leads(cell) ? 'line' : null);
    }

    /** @param {number} layer @param {number} neuron */
    function litNeuron(layer, neuron) {
      return lit.has(neuronKey(layer, neuron)) || lit.has(biasKey(layer, neuron));
    }

    /** Whether the cell stands in the row and column of the one weight that is lit. @param {HTMLElement} cell */
    function leads({ dataset: { from, to } }) {
      if (lit.size !== 1) return false;
      const ofRow = to !== undefined && range(sources).some((source) => lit.has(weightKey(LAYER, Number(to), source)));
      return ofRow || (from !== undefined && range(neurons).some((neuron) => lit.has(weightKey(LAYER, neuron, Number(from)))));
    }
  });
}

/** @param {number} count */
const range = (count) => Array.from({ length: count }, (_, at) => at);

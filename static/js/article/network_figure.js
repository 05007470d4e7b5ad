/** @file Figure 1: the live network; every symbol of the text and its element light up together. */

import { describe } from '../figures/network/describe.js';
import { mount as mountNetwork } from '../figures/network/network.js';
import { PLAIN } from '../figures/network/scene.js';
import { feedforward } from '../network/forward.js';
import { setText } from '../ui/dom.js';
import { chosenBy } from './kinds.js';
import { part } from './parts.js';

/** The elements whose symbols always stand in the picture. */
const NAMED = new Set(['a:2:0', 'w:3:2:0', 'b:3:2']);

/**
 * What is lit, and what the reader may do with a network: point at its elements.
 * @param {import('./reader.js').Reader} reader
 * @param {readonly number[]} sizes
 */
export function pointing(reader, sizes) {
  const light = (/** @type {string | null} */ key) => reader.set({
    lit: new Set(key ? [key] : []),
    chosen: (key && chosenBy(key, sizes)) || reader.state.chosen,
  });
  return { onHover: light, onOpen: light };
}

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export function mount(figure, { networks: { article }, reader, field }) {
  const { architecture, parameters } = article;
  const said = part(figure, 'said');
  const invitation = said.textContent ?? '';
  const network = mountNetwork(part(figure, 'live'), { field, cost: true, ...pointing(reader, architecture.sizes) });
  reader.follow(({ lit, point }) => {
    const pass = feedforward(architecture, parameters, point.x1, point.x2);
    const scene = {
      ...PLAIN, architecture, parameters, highlight: lit, symbols: NAMED, point: { ...pass, x1: point.x1, x2: point.x2 },
    };
    network.update(scene);
    const [key] = lit;
    setText(said, lit.size === 1 ? sentence(describe(key, scene).text) : invitation);
  });
}

/** @param {string} words */
const sentence = (words) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;

/** @file The button that opens a network of the article in the playground, with its point and its weights. */

import { encodeVector } from '../network/parameters.js';
import { make } from '../ui/dom.js';
import { handOver } from '../ui/handover.js';

/** Beside the article, wherever the site begins. */
const PLAYGROUND = './';

/** @param {HTMLElement} element @param {import('./context.js').Context} context */
export function mount(element, { networks }) {
  const { experiment, points, parameters } = element.dataset.network === 'worked' ? networks.worked : networks.article;
  const progress = { step: 0, epoch: 0, batch: 0, parameters: encodeVector(parameters), optimizer: {} };
  const said = make('span', { role: 'status' });
  const button = make('button', {
    type: 'button', class: 'second',
    onclick() {
      if (handOver({ version: 1, experiment, points, progress })) location.assign(PLAYGROUND);
      else said.textContent = 'This browser keeps no data for this site, so the network can’t be handed over. Allow it, then try again.';
    },
  }, 'Open this network in the playground');
  element.append(button, said);
}

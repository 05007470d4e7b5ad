/** @file Figures 6 and 11: the real cost of the network over two of its weights, and the ways down that descent takes on it. */

import { make, setText } from '../ui/dom.js';
import { createMethods, createPresets, createRate, createSteps, createWalkButton } from './mountain/controls.js';
import { METHODS } from './mountain/descent.js';
import { landOf } from './mountain/land.js';
import { mountHills, mountMap } from './mountain/pictures.js';
import { newWalk, sharedWalk } from './mountain/walk.js';
import { raceWords, wordsOf } from './mountain/words.js';
import { part } from './parts.js';

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export async function mount(figure, { networks }) {
  const land = landOf(networks);
  const { surface } = land;
  const races = figure.dataset.methods === 'all';
  const walk = races ? newWalk(networks, surface, 'all') : sharedWalk(networks, surface);

  const rates = METHODS.filter(({ name }) => races || name === 'plain').map(({ name }) => ({
    name, element: make('div', { class: 'rates' }, createRate(walk, name), createPresets(walk, name, networks.mountain.rates[name])),
  }));
  part(figure, 'controls').append(
    ...(races ? [createMethods(walk)] : []), ...rates.map(({ element }) => element),
    make('div', { class: 'rates' }, createSteps(walk), createWalkButton(figure, walk)));

  const said = part(figure, 'said');
  walk.follow(({ state, paths }) => {
    // With all three at once each keeps the rate that it has.
    for (const { name, element } of rates) element.hidden = races && state.shown !== name;
    setText(said, (paths.length > 1 ? raceWords(paths, surface) : wordsOf(paths[0].stops, surface)).text);
  });
  await Promise.all([mountHills(part(figure, 'hills'), land, walk), mountMap(part(figure, 'map'), land, walk)]);
}

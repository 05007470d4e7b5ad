/** @file The opening: the mountain of Figure 6 beside the title, to turn and to walk down. */

import { setText } from '../ui/dom.js';
import { othersTurn } from '../ui/pieces.js';
import { createPresets, createWalkButton } from './mountain/controls.js';
import { landOf } from './mountain/land.js';
import { mountHills } from './mountain/pictures.js';
import { sharedWalk } from './mountain/walk.js';
import { wordsOf } from './mountain/words.js';
import { part } from './parts.js';

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export async function mount(figure, { networks }) {
  const land = landOf(networks);
  await othersTurn();
  const walk = sharedWalk(networks, land.surface);
  part(figure, 'presets').append(createPresets(walk, 'plain', networks.mountain.rates.plain));
  part(figure, 'go').append(createWalkButton(figure, walk));
  await othersTurn();
  const said = part(figure, 'said');
  walk.follow(({ paths: [{ stops }] }) => setText(said, wordsOf(stops, land.surface).text));
  await mountHills(part(figure, 'hills'), land, walk);
}

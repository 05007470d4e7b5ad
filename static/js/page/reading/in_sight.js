/** @file Brings the network and the words below it into sight together: below each other on a phone, they just fill it. */

import { byId } from '../../ui/dom.js';

export function bringExplanationIntoSight() {
  const inSight = byId('reading').getBoundingClientRect().bottom <= window.innerHeight;
  byId('network').scrollIntoView({ block: inSight ? 'nearest' : 'start' });
}

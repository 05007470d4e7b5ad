/**
 * What ties a neuron's map on the plane to its tile: the map's name in the plane's corner, and the thread between them.
 */
import { mount as mountThread } from '../../figures/closer/tile_thread.js';
import { nameOf } from './names.js';
import { activation, feature } from '../../trace/symbols.js';
import { byId, make, setText } from '../../ui/dom.js';
import { capital } from '../../ui/format.js';
import { setFormula } from '../../ui/tex.js';

/** @typedef {import('./answers.js').Place} Place */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** Between the thread and the tiles of its column, in CSS pixels. */
const GUTTER = 10;

/** The tile's box in the window: that of the button that stands for it. @param {string} key */
const boxOf = (key) => byId('network').querySelector(`.focus-layer [data-key="${key}"]`)?.getBoundingClientRect() ?? null;

/** Where there is room between the headings and the tiles: y, in the window. */
function laneOf() {
  const network = byId('network');
  const feet = [...network.querySelectorAll('.layer-heading, .insert')].map((element) => element.getBoundingClientRect().bottom);
  const tops = [...network.querySelectorAll('.focus-layer button')].map((element) => element.getBoundingClientRect().top);
  const [foot, top] = [Math.max(...feet, network.getBoundingClientRect().top), Math.min(...tops)];
  return Math.max((foot + top) / 2, top - GUTTER);
}

export function createMap() {
  const [symbol, name] = [make('span'), make('span')];
  const label = make('p', { class: 'map-name' }, symbol, name);
  label.hidden = true;
  byId('plane-frame').append(label);
  const thread = mountThread(byId('main'));

  return {
    /** @param {Architecture | null} architecture @param {Place | null} place @param {string | null} key */
    update(architecture, place, key) {
      const frame = byId('plane-frame');
      const isShown = architecture !== null && place !== null && place.neuron < (architecture.sizes[place.layer - 1] ?? 0);
      frame.classList.toggle('mapped', isShown);
      label.hidden = !isShown;
      const tile = isShown && key ? boxOf(key) : null;
      if (!isShown || !tile) {
        thread.update(null);
        return;
      }
      const { layer, neuron } = place;
      setText(name, capital(nameOf(layer, neuron, architecture)));
      setFormula(symbol, layer === 1 ? feature(architecture.features[neuron], neuron) : activation(layer, neuron));
      const plane = frame.getBoundingClientRect();
      const way = { gutter: tile.left - GUTTER, lane: laneOf() };
      // Before the first column stand the inputs' names: there it goes straight.
      const room = layer === 1 ? { ...rectOf(tile), left: tile.left - tile.width * 0.75 - GUTTER } : rectOf(tile);
      thread.update({ plane: rectOf(plane), tile: room, way: layer === 1 ? null : way });
    },
  };
}

/** @param {DOMRect} rect */
const rectOf = ({ left, right, top, bottom }) => ({ left, right, top, bottom });

/** @file The bend of the neuron in hand, with its tangent where the blame passes: for z, a and δ. */
import { ON_PAPER } from '../paper/activations.js';
import { aKey, zKey } from '../paper/keys.js';
import { digitsOf } from '../paper/print.js';
import { activationOf } from '../paper/setup.js';
import { make, makeSvg } from '../ui/dom.js';

/** @typedef {import('./work.js').Work} Work */

const WIDTH = 270;
const HEIGHT = 120;
const MARGIN = 10;
const STEPS = 90;

/** @param {HTMLElement} element @param {Work} work */
export function drawBend(element, work) {
  const { kind, place: { point, layer, neuron } } = work.current;
  const name = layer > 1 ? activationOf(work.setup, layer) : 'linear';
  const isShown = ['z', 'a', 'delta'].includes(kind) && !['linear', 'softmax'].includes(name) && !(work.setup.cost === 'cross_entropy' && layer === work.setup.sizes.length && kind === 'delta');
  element.hidden = !isShown || !work.has(zKey(point, layer, neuron));
  if (element.hidden) return;
  const { value, slope } = ON_PAPER[name];
  const z = work.sheet.valueOf(zKey(point, layer, neuron));
  const reach = Math.max(4, Math.abs(z) * 1.4);
  const at = (/** @type {number} */ i) => -reach + (2 * reach * i) / STEPS;
  const heights = Array.from({ length: STEPS + 1 }, (_, i) => value(at(i)));
  const [low, high] = [Math.min(...heights, 0), Math.max(...heights, 0)];
  const x = (/** @type {number} */ input) => ((input + reach) / (2 * reach)) * WIDTH;
  const y = (/** @type {number} */ output) => HEIGHT - MARGIN - ((output - low) / (high - low || 1)) * (HEIGHT - 2 * MARGIN);
  const d = heights.map((height, i) => `${i === 0 ? 'M' : 'L'}${x(at(i)).toFixed(1)} ${y(height).toFixed(1)}`).join('');
  const picture = makeSvg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
    makeSvg('path', { class: 'axis', d: `M0 ${y(0)}H${WIDTH}M${x(0)} 0V${HEIGHT}` }), makeSvg('path', { class: 'curve', d }));
  if (kind === 'delta') {
    const rise = slope(z, work.sheet.valueOf(aKey(point, layer, neuron)));
    const run = reach / 2.4;
    picture.append(makeSvg('path', { class: 'tangent', d: `M${x(z - run)} ${y(value(z) - rise * run)}L${x(z + run)} ${y(value(z) + rise * run)}` }));
  }
  picture.append(makeSvg('path', { class: 'drop', d: `M${x(z)} ${y(value(z))}V${y(0)}` }), makeSvg('circle', { class: 'dot', cx: x(z), cy: y(value(z)), r: 4 }));
  element.replaceChildren(picture, make('p', {}, `${ON_PAPER[name].title} at ${digitsOf(z, 4)}`));
}

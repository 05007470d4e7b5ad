/**
 * An activation function as a small drawn curve, with the place a neuron's sum has reached on it, and its slope there.
 */

import { ACTIVATIONS } from '../network/activations.js';
import { formatNumber } from '../ui/format.js';
import { makeSvg } from '../ui/dom.js';
import { said } from '../words/sentence.js';

const SIZE = { width: 188, height: 112, left: 12, right: 12, top: 12, bottom: 20 };
const REACH = 3;
const SAMPLES = 96;
/** Half the length of the drawn tangent, as a share of the width. */
const TANGENT = 0.2;
const MARGIN = 0.12;

/**
 * @typedef {object} CurveScene
 * @property {import('../types.js').ActivationName} activation
 * @property {number} z
 * @property {'value' | 'slope'} shows   the point on the curve, or the tangent in the backward voice
 * @property {number} [travelled]   0..1: how far the point has come from z on the axis to σ(z)
 */

/**
 * The window of the curve: as wide as it takes to hold z.
 * @param {CurveScene} scene
 */
function windowOf({ activation, z }) {
  const { value } = ACTIVATIONS[activation];
  const reach = Math.max(REACH, Math.abs(z) * (1 + MARGIN));
  const values = Array.from({ length: SAMPLES + 1 }, (_, at) => value(reach * ((2 * at) / SAMPLES - 1)));
  const low = Math.min(0, ...values), high = Math.max(0, ...values);
  const margin = (high - low) * MARGIN;
  return { reach, values, low: low - margin, high: high + margin };
}

/** Where the neuron stands on the curve. @param {CurveScene} scene */
export function curveWords({ activation, z, shows }) {
  const bend = ACTIVATIONS[activation];
  const [sum, a, slope] = [z, bend.value(z), bend.slope(z)].map((number) => formatNumber(number, 3));
  return shows === 'slope'
    ? said(`slope ${slope} at z = ${sum}`, { that: 'on the curve', activation, z: sum, slope })
    : said(`z = ${sum}, a = ${a}`, { that: 'on the curve', activation, z: sum, a });
}

/**
 * @param {HTMLElement} element
 * @returns {{update: (scene: CurveScene) => void, destroy: () => void}}
 */
export function mount(element) {
  const curve = makeSvg('path', { class: 'curve' });
  const axes = makeSvg('path', { class: 'axis' });
  const drop = makeSvg('path', { class: 'drop' });
  const tangent = makeSvg('path', { class: 'tangent' });
  const point = makeSvg('circle', { class: 'point', r: 4.5 });
  const label = makeSvg('text', { class: 'label', 'text-anchor': 'middle', x: SIZE.width / 2, y: SIZE.height - 4 });
  const svg = makeSvg('svg', { class: 'activation-curve', viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: 'img' },
    axes, drop, curve, tangent, point, label);
  element.append(svg);
  /** What is drawn, as text. */
  let drawn = '';

  return {
    update(scene) {
      const { activation, z, shows, travelled = 1 } = scene;
      const asked = `${activation} ${z} ${shows} ${travelled}`;
      if (asked === drawn) return; // a pass asks in every frame
      drawn = asked;
      const { reach, values, low, high } = windowOf(scene);
      const bend = ACTIVATIONS[activation];
      const x = (/** @type {number} */ at) =>
        SIZE.left + ((at / reach + 1) / 2) * (SIZE.width - SIZE.left - SIZE.right);
      const y = (/** @type {number} */ at) =>
        SIZE.top + ((high - at) / (high - low)) * (SIZE.height - SIZE.top - SIZE.bottom);
      const path = values.map((at, index) => `${x(reach * ((2 * index) / SAMPLES - 1)).toFixed(1)} ${y(at).toFixed(1)}`);
      curve.setAttribute('d', `M${path.join('L')}`);
      axes.setAttribute('d', `M${SIZE.left} ${y(0)}H${SIZE.width - SIZE.right}M${x(0)} ${SIZE.top}V${SIZE.height - SIZE.bottom}`);

      const a = bend.value(z), slope = bend.slope(z);
      const height = travelled * a;
      drop.setAttribute('d', `M${x(z)} ${y(0)}V${y(height)}`);
      point.setAttribute('cx', String(x(z)));
      point.setAttribute('cy', String(y(height)));
      const run = TANGENT * reach;
      // The tangent keeps its length on the screen whatever its slope.
      const rise = (y(0) - y(slope * run)) / (x(run) - x(0));
      const half = (x(run) - x(0)) / Math.hypot(1, rise);
      tangent.setAttribute('d', `M${x(z) - half} ${y(a) + rise * half}L${x(z) + half} ${y(a) - rise * half}`);
      svg.classList.toggle('backward', shows === 'slope');
      const { text } = curveWords(scene);
      label.textContent = text;
      svg.setAttribute('aria-label', `Curve of ${activation.replace('_', ' ')}: ${text}`);
    },
    destroy() {
      svg.remove();
    },
  };
}

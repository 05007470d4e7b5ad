/** @file Figure 4: nine activation functions with their slopes, all read at one z. */

import { ACTIVATIONS } from '../network/activations.js';
import { makeSvg, setText } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { createSlider, part } from './parts.js';

/** The window of the stills: z from −4 to 4, values from −1.6 to 2.4 on 200 by 120. */
const WINDOW = { width: 200, height: 120, reach: 4, low: -1.6, high: 2.4 };
const START = 1;
const TANGENT = 30;

/** @param {number} z */
const toX = (z) => (WINDOW.width * (z / WINDOW.reach + 1)) / 2;

/** @param {number} value */
const toY = (value) => (WINDOW.height * (WINDOW.high - value)) / (WINDOW.high - WINDOW.low);

/** @param {HTMLElement} figure */
export function mount(figure) {
  const panels = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll('[data-activation]')]).map((panel) => {
    const name = /** @type {import('../types.js').ActivationName} */ (panel.dataset.activation);
    const tangent = makeSvg('path', { class: 'tangent' });
    const point = makeSvg('circle', { class: 'reading', r: 4 });
    const svg = /** @type {SVGElement} */ (panel.querySelector('svg'));
    svg.append(tangent, point);
    svg.addEventListener('pointermove', (event) => {
      const { left, width } = svg.getBoundingClientRect();
      slider.show(read(WINDOW.reach * (2 * ((event.clientX - left) / width) - 1)));
    });
    return { name, tangent, point, numbers: part(panel, 'reading-numbers') };
  });

  /** @param {number} wished */
  function read(wished) {
    const z = Math.max(-WINDOW.reach, Math.min(WINDOW.reach, wished));
    for (const { name, tangent, point, numbers } of panels) {
      const activation = ACTIVATIONS[name];
      const a = activation.value(z), slope = activation.slope(z);
      const x = toX(z), y = toY(a);
      const rise = toY(slope) - toY(0), run = toX(1) - toX(0);
      const half = TANGENT / Math.hypot(rise, run);
      tangent.setAttribute('d', `M${x - run * half} ${y - rise * half}L${x + run * half} ${y + rise * half}`);
      point.setAttribute('cx', String(x));
      point.setAttribute('cy', String(y));
      setText(numbers, `σ = ${formatNumber(a)}, σ′ = ${formatNumber(slope)}`);
    }
    return z;
  }

  const slider = createSlider({
    label: 'z', min: -WINDOW.reach, max: WINDOW.reach, step: 0.01, value: START, words: (z) => formatNumber(z), onInput: read,
  });
  part(figure, 'controls').append(slider.element);
  read(START);
}

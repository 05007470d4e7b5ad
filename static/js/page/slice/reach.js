/**
 * What the plane's slice is, and how far off it points are half faded: a phrase, whose press opens a slider for it.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';

/** @typedef {(reach: number) => {before: string, far: string, behind: string}} Words */

/** In steps of the plane, which is six of them wide; each step of the slider is as much larger as the one before it. */
const [LEAST, MOST, STEPS] = [0.1, 6, 36];
const LABEL = 'How far off points are half faded';

const toStep = (/** @type {number} */ reach) => (STEPS * Math.log(reach / LEAST)) / Math.log(MOST / LEAST);
const toReach = (/** @type {number} */ step) => LEAST * (MOST / LEAST) ** (step / STEPS);

/** @param {(reach: number) => void} onChoose */
export function createReach(onChoose) {
  const [before, behind] = [make('span'), make('span')];
  const far = make('button', { 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: open });
  const slider = make('input', { type: 'range', min: 0, max: STEPS, step: 1, 'aria-label': LABEL, oninput: () => onChoose(toReach(slider.valueAsNumber)) });
  const value = make('output');
  function open() {
    openPopover(far, { label: LABEL, content: [make('section', { class: 'setting' }, make('h3', {}, LABEL), make('div', { class: 'field' }, value, slider))] });
    slider.focus();
  }
  return {
    element: make('p', { class: 'recipe' }, before, far, behind),
    /** @param {number} reach @param {Words} words */
    show(reach, words) {
      const told = words(reach);
      setText(before, told.before);
      setText(far, told.far);
      setText(behind, told.behind);
      setAttribute(far, 'aria-label', `${told.far}, ${LABEL.toLowerCase()}`);
      setText(value, told.far);
      slider.value = String(toStep(reach));
      slider.style.setProperty('--filled', `${Math.min(100, (100 * toStep(reach)) / STEPS)}%`);
      setAttribute(slider, 'aria-valuetext', told.far);
    },
  };
}

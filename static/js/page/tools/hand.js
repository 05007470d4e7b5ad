/**
 * What lies over the plane while a spray, a lasso or a rectangle is in the hand, and which of them a press is for.
 */
import { EXTENT } from '../../figures/plane/geometry.js';
import { placeIn } from '../../figures/growth.js';
import { byId, make, makeSvg } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';
import { createChoosing } from './choosing.js';
import { isCovered } from '../keyboard/above.js';
import { createSpraying } from './spraying.js';

/** @type {Record<import('./state.js').Tool, string>} */
const LABELS = {
  click: '',
  spray: 'Spray points on the plane',
  lasso: 'Lasso on the plane: Control A chooses all points, the table some of them',
  rectangle: 'Rectangle on the plane: Control A chooses all points, the table some of them',
};

/** @param {import('../page.js').Page} page */
export function mountHand(page) {
  const { state, view } = page;
  const layer = make('div', { class: 'hand-layer', tabindex: 0, role: 'application' });
  const spraying = createSpraying(page);
  const choosing = createChoosing(page, layer);
  layer.append(makeSvg('svg', { class: 'strokes', viewBox: '-3 -3 6 6', 'aria-hidden': 'true' }, spraying.marks, ...choosing.lines, spraying.ring));
  byId('plane-frame').append(layer);
  byId('plane-frame').after(choosing.toolbar);
  /** What the pressed button does. @type {'spray' | 'choose' | null} */
  let doing = null;

  /** @param {PointerEvent} event */
  const placeOf = (event) => {
    const { x, y } = placeIn(layer, event);
    const side = layer.clientWidth;
    return { x1: ((2 * x) / side - 1) * EXTENT, x2: (1 - (2 * y) / side) * EXTENT };
  };

  layer.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || doing) return;
    layer.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    if (view.tools.tool === 'spray') doing = spraying.begin(place) ? 'spray' : null;
    else {
      doing = 'choose';
      choosing.begin(place, event.shiftKey ? 'add' : event.altKey ? 'take away' : 'new', event.pointerType);
    }
  });
  layer.addEventListener('pointermove', (event) => {
    const place = placeOf(event);
    if (view.tools.tool === 'spray') spraying.follow(place);
    else if (doing) choosing.follow(place);
    else layer.classList.toggle('holds', !event.shiftKey && !event.altKey && choosing.holds(place, event.pointerType));
  });
  /** @param {boolean} isKept */
  const end = (isKept) => {
    if (doing === 'spray') spraying.end();
    else if (doing) choosing.end(isKept);
    doing = null;
  };
  layer.addEventListener('pointerup', () => end(true));
  layer.addEventListener('pointercancel', () => end(false));
  layer.addEventListener('wheel', (event) => {
    if (view.tools.tool !== 'spray') return;
    event.preventDefault();
    spraying.resize(event.deltaY < 0);
  }, { passive: false });

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was for the tool */
  function press(event) {
    const { key } = event;
    if (view.tools.tool === 'spray' && view.keyboard.single_keys && (key === '[' || key === ']')) spraying.resize(key === ']');
    else if (choosing.press(event)) return true;
    else if (key === 'Escape' && !view.instead.occupant) view.tools.tool = 'click';
    else return false;
    return true;
  }
  document.addEventListener('keydown', (event) => {
    if (view.tools.tool === 'click' || event.defaultPrevented || isCovered()) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    const isChooser = view.tools.tool !== 'spray';
    const isWith = event.ctrlKey || event.metaKey;
    if (isWith && event.key === 'a' && event.target === layer && isChooser) choosing.chooseAll();
    else if (isWith && event.key === 'd' && isChooser) choosing.duplicate();
    else if (isWith || event.altKey || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  effect(() => {
    const { tool } = view.tools;
    layer.hidden = tool === 'click' || state.diverged !== null;
    layer.setAttribute('aria-label', LABELS[tool]);
    spraying.ring.setAttribute('visibility', tool === 'spray' ? 'visible' : 'hidden');
    if (tool === 'click' || tool === 'spray') choosing.letGo();
  });
}

/**
 * A popover beside the control that opened it. The browser does the rest: Escape, a click elsewhere, the top
 * layer.
 */
import { make } from './dom.js';

const GAP = 10;
const EDGE = 12;
const NARROW = '(max-width: 560px)';

/**
 * Where a popover goes: below its anchor, above where there is more room, never over the window's edge.
 * @param {{left: number, top: number, bottom: number}} anchor
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} space the window
 * @returns {{left: number, top: number}}
 */
export function placePopover(anchor, size, space) {
  const left = Math.max(EDGE, Math.min(anchor.left - GAP, space.width - size.width - EDGE));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= space.height - EDGE;
  const wished = fitsBelow || space.height - anchor.bottom > anchor.top ? below : above;
  return { left, top: Math.max(EDGE, Math.min(wished, space.height - size.height - EDGE)) };
}

/**
 * @typedef {object} Popover
 * @property {HTMLElement} element
 * @property {() => void} close
 */

/** The control that takes the focus when a popover opens. @param {HTMLElement} element */
function firstControl(element) {
  const chosen = '[aria-checked=true], [aria-pressed=true]';
  const control = element.querySelector(chosen) ?? element.querySelector('button, input');
  return /** @type {HTMLElement | null} */ (control);
}

/**
 * Opens a popover with the given content; it is gone from the page when it closes.
 * @param {HTMLElement} anchor
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.role]
 * @param {string} [options.className]
 * @param {Node[]} options.content
 * @param {() => void} [options.onClose]
 * @returns {Popover}
 */
export function openPopover(anchor, { label, role = 'dialog', className = '', content, onClose }) {
  const attributes = { class: `pop ${className}`, popover: 'auto', role, 'aria-label': label };
  const element = make('div', attributes, ...content);
  (anchor.closest('section') ?? document.body).append(element); // a landmark, and next in the order of Tab

  const place = () => {
    if (matchMedia(NARROW).matches && !element.classList.contains('menu')) {
      element.style.inset = 'auto 0 0 0';
      return;
    }
    const space = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const size = element.getBoundingClientRect();
    const { left, top } = placePopover(anchor.getBoundingClientRect(), size, space);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };
  const sizes = new ResizeObserver(place);

  element.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') return;
    anchor.setAttribute('aria-expanded', 'false');
    sizes.disconnect();
    window.removeEventListener('resize', place);
    const focused = document.activeElement;
    if (!focused || focused === document.body || element.contains(focused)) anchor.focus();
    element.remove();
    onClose?.();
  });

  element.showPopover();
  anchor.setAttribute('aria-expanded', 'true');
  place();
  sizes.observe(element);
  window.addEventListener('resize', place);
  firstControl(element)?.focus();
  return { element, close: () => element.isConnected && element.hidePopover() };
}

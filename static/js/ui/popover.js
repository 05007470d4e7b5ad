/**
 * A popover beside the control that opened it. The browser does the rest: Escape, a click elsewhere, the top
 * layer.
 */
import { make } from './dom.js';
import { placePopover } from './popover_place.js';

const NARROW = '(max-width: 560px)';

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

/** Where a control stands; that of a sentence spares all lines of it. @param {HTMLElement} anchor */
function placeOf(anchor) {
  const { left, right } = anchor.getBoundingClientRect();
  const { top, bottom } = (anchor.closest('.recipe') ?? anchor).getBoundingClientRect();
  return { left, right, top, bottom };
}

/**
 * Opens a popover with the given content; it is gone from the page when it closes.
 * @param {HTMLElement} anchor
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.role]
 * @param {string} [options.className]
 * @param {Node[]} options.content
 * @param {Element[]} [options.spare] what it had better not cover: what its choice changes
 * @param {() => void} [options.onClose]
 * @returns {Popover}
 */
export function openPopover(anchor, { label, role = 'dialog', className = '', content, spare = [], onClose }) {
  const attributes = { class: `pop ${className}`, popover: 'auto', role, 'aria-label': label };
  const element = make('div', attributes, ...content);
  (anchor.closest('section') ?? document.body).append(element); // a landmark, and next in the order of Tab

  const place = () => {
    if (matchMedia(NARROW).matches && !element.classList.contains('menu')) {
      element.style.inset = 'auto 0 0 0';
      return;
    }
    // Turned by hand, a phone zooms out for as long as figures have their old size, and innerHeight is of that.
    const { clientWidth: width, clientHeight } = document.documentElement;
    const space = { width, height: Math.min(window.innerHeight, clientHeight) };
    const size = element.getBoundingClientRect();
    const boxes = spare.map((each) => each.getBoundingClientRect());
    const { left, top } = placePopover(placeOf(anchor), size, space, boxes);
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
  for (const each of [element, document.body]) sizes.observe(each); // figures take a new size after the window
  window.addEventListener('resize', place);
  firstControl(element)?.focus();
  return { element, close: () => element.isConnected && element.hidePopover() };
}

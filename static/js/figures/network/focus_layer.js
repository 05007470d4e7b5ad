/**
 * The invisible layer that makes the drawn network reachable by keyboard and by a screen reader: a button
 * for each neuron, and one more for the wire or bias that the arrow keys have reached. One of them is in
 * the tab order.
 */

import { setAttribute } from '../../ui/dom.js';
import { describe, networkName } from './describe.js';
import { COST_KEY, neuronKey, neuronKeys, parseKey } from '../../network/keys.js';
import { isArrow, nearestKey, step, stepWire } from './walk.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */
/** @typedef {import('./walk.js').Arrow} Arrow */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * The box of a neuron or the cost, for its button.
 * @param {string} key
 * @param {NetworkLayout} layout
 * @returns {Box | null}
 */
function boxOf(key, { sizes, neurons, tile, costX, costRadius, middle }) {
  const square = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ side) =>
    ({ x: x - side / 2, y: y - side / 2, width: side, height: side });
  const element = parseKey(key, sizes.length);
  if (element?.kind === 'cost' && costX !== null) return square(costX, middle, 2 * costRadius);
  if (element?.kind !== 'neuron') return null;
  const { x, y } = neurons[element.layer - 1][element.neuron];
  return square(x, y, tile);
}

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {() => {scene: NetworkScene, layout: NetworkLayout} | null} options.now
 * @param {(key: string) => Box | null} options.labelBox box of the label of a focused wire or bias
 * @param {(key: string | null) => void} options.onFocus
 * @param {(key: string, isShifted: boolean) => void} options.onOpen
 * @param {(layer: number, neuron: number) => void} options.onRemoveNeuron
 */
export function createFocusLayer(host, { now, labelBox, onFocus, onOpen, onRemoveNeuron }) {
  const element = document.createElement('div');
  element.className = 'focus-layer';
  element.setAttribute('role', 'application');
  element.setAttribute('aria-roledescription', 'network');
  host.append(element);
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  let current = neuronKey(1, 0);
  /** The neuron whose wires the arrow keys walk through. */
  let hub = current;

  /** @param {string} key */
  const isFixed = (key) => key === COST_KEY || parseKey(key, 0)?.kind === 'neuron';

  /** @param {string} key */
  const createButton = (key) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.key = key;
    button.tabIndex = -1;
    button.addEventListener('focus', () => {
      makeCurrent(key); // by whatever way the focus came
      onFocus(key);
    });
    button.addEventListener('blur', () => onFocus(null));
    // A press by a screen reader; the pointer's presses go to the canvas.
    button.addEventListener('click', () => onOpen(key, false));
    element.append(button);
    buttons.set(key, button);
    return button;
  };

  /** @param {HTMLButtonElement} button @param {string} key @param {NetworkLayout} layout */
  const placeButton = (button, key, layout) => {
    const box = boxOf(key, layout) ?? labelBox(key);
    if (!box) return;
    button.style.left = `${box.x}px`;
    button.style.top = `${box.y}px`;
    button.style.width = `${box.width}px`;
    button.style.height = `${box.height}px`;
  };

  /** @param {string} key */
  const makeCurrent = (key) => {
    const before = buttons.get(current);
    if (before) before.tabIndex = -1;
    current = key;
    if (isFixed(key)) hub = key;
    const state = now();
    const button = buttons.get(key) ?? createButton(key);
    if (state) {
      placeButton(button, key, state.layout);
      button.setAttribute('aria-label', describe(key, state.scene).text);
    }
    button.tabIndex = 0;
    return button;
  };

  /** @param {string} key */
  const moveTo = (key) => {
    const before = buttons.get(current);
    const last = current;
    makeCurrent(key).focus({ preventScroll: true });
    if (before && last !== key && !isFixed(last)) {
      before.remove();
      buttons.delete(last);
    }
  };

  element.addEventListener('keydown', (event) => {
    const state = now();
    if (!state || event.ctrlKey || event.metaKey || event.altKey) return;
    const { sizes, costX } = state.layout;
    const from = isFixed(current) ? current : hub;
    if (isArrow(event.key)) {
      const toWire = () => stepWire(hub, current, /** @type {Arrow} */ (event.key), sizes);
      moveTo(event.shiftKey ? toWire() : step(from, event.key, sizes, costX !== null));
    } else if (event.key === 'Enter') {
      onOpen(current, event.shiftKey);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const at = parseKey(current, sizes.length);
      if (at?.kind !== 'neuron') return;
      onRemoveNeuron(at.layer, at.neuron);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element,
    /** After the network or its size has changed. */
    update() {
      const state = now();
      if (!state) return;
      const { scene, layout } = state;
      const { sizes, costX } = layout;
      element.setAttribute('aria-label', networkName(scene.architecture).text);
      const hadFocus = element.contains(document.activeElement);
      const keys = new Set(neuronKeys(sizes));
      if (costX !== null) keys.add(COST_KEY);
      const kept = nearestKey(current, sizes);
      hub = isFixed(kept) ? kept : nearestKey(hub, sizes);
      for (const [key, button] of buttons) {
        if (keys.has(key) || key === kept) continue;
        button.remove();
        buttons.delete(key);
      }
      for (const key of keys) {
        const button = buttons.get(key) ?? createButton(key);
        placeButton(button, key, layout);
        button.setAttribute('aria-label', describe(key, scene).text);
      }
      const button = makeCurrent(kept);
      if (hadFocus && document.activeElement !== button) button.focus({ preventScroll: true });
    },
    /** After the values of the network's elements have changed. */
    rename() {
      const state = now();
      if (!state) return;
      for (const [key, button] of buttons) setAttribute(button, 'aria-label', describe(key, state.scene).text);
    },
    destroy() {
      element.remove();
    },
  };
}

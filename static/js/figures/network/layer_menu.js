/**
 * The small menu of a hidden layer: its number of neurons, layers before and after it, and its removal.
 */

import { createStepper, explainDisabled } from './controls.js';

/** @typedef {import('./controls.js').LayerState} LayerState */

/** @param {string} text @param {() => void} act */
function createItem(text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') act();
  });
  return button;
}

/**
 * @param {HTMLElement} host gets the menu's element
 * @param {import('./controls.js').LayerActions} actions
 */
export function createLayerMenu(host, actions) {
  /** @type {LayerState | null} */
  let state = null;
  /** @type {HTMLElement | null} */
  let opener = null;
  const element = document.createElement('div');
  element.className = 'layer-menu';
  element.setAttribute('popover', 'auto');
  element.setAttribute('role', 'dialog');
  const stepper = createStepper(actions);
  const act = (/** @type {(layer: number) => void} */ action, offset = 0) => () => {
    if (!state) return;
    element.hidePopover();
    action(state.layer + offset);
  };
  const before = createItem('Add a layer before', act(actions.onAddLayer));
  const after = createItem('Add a layer after', act(actions.onAddLayer, 1));
  const remove = createItem('Remove this layer', act(actions.onRemoveLayer));
  const title = document.createElement('h3');
  const limit = document.createElement('p');
  limit.className = 'limit';
  element.append(title, stepper.element, before, after, remove, limit);
  host.append(element);

  const place = () => {
    if (!opener) return;
    const from = opener.getBoundingClientRect();
    const { width } = element.getBoundingClientRect();
    const left = Math.max(0, Math.min(document.documentElement.clientWidth - width, from.left + from.width / 2 - width / 2));
    element.style.left = `${left}px`;
    element.style.top = `${from.bottom}px`;
  };

  element.addEventListener('toggle', (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === 'open';
    opener?.setAttribute('aria-expanded', String(open));
    if (!open) state = null;
  });

  /** @param {LayerState} next */
  const show = (next) => {
    state = next;
    title.textContent = next.name;
    element.setAttribute('aria-label', next.name);
    stepper.update(next);
    for (const item of [before, after]) explainDisabled(item, next.complete);
    // There are no tooltips by touch.
    limit.textContent = [next.full, next.complete].filter((why) => why !== null).map((why) => `${why}.`).join(' ');
  };

  return {
    /** @param {HTMLElement} button @param {LayerState} next */
    open(button, next) {
      if (opener === button && state) {
        element.hidePopover();
        return;
      }
      opener = button;
      show(next);
      element.showPopover();
      place();
      stepper.element.querySelector('button')?.focus();
    },
    /** Keeps an open menu up to date; closes it when its layer is gone. @param {readonly LayerState[]} layers */
    update(layers) {
      if (!state) return;
      const next = layers.find(({ layer, hidden }) => layer === state?.layer && hidden);
      if (next) show(next);
      else element.hidePopover();
    },
    destroy() {
      element.remove();
    },
  };
}

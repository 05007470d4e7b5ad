/**
 * The buttons that edit the network: a stepper for the neurons of a layer, and one that adds a layer.
 *
 * At a limit a button keeps its focus and says why, so it is marked as disabled rather than made so.
 */

import { createIcon } from './icons.js';

/**
 * How large a network may grow.
 * @typedef {{neurons: number, layers: number}} Limits
 */

/** @typedef {{label: string, why?: string | null}} ButtonState `why` it can't be pressed, null where it can */

/** @param {Limits} limits */
export function neuronsWords({ neurons }) {
  return `At most ${neurons} ${neurons === 1 ? 'neuron' : 'neurons'} in a layer on this server`;
}

/** @param {Limits} limits */
export function layersWords({ layers }) {
  if (layers === 0) return 'No hidden layers on this server';
  return `At most ${layers} hidden ${layers === 1 ? 'layer' : 'layers'} on this server`;
}

/**
 * Marks a control that keeps its focus as one that can't be pressed now. The tooltip, which is its description too, says why.
 * @param {HTMLElement} control
 * @param {string | null} why null where it can be pressed
 * @param {string} [otherwise] the tooltip then
 */
export function explainDisabled(control, why, otherwise = '') {
  control.setAttribute('aria-disabled', String(why !== null));
  control.title = why ?? otherwise;
}

/**
 * @param {'minus' | 'plus' | 'insert'} icon
 * @param {() => void} act
 */
function createIconButton(icon, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = icon;
  button.append(createIcon(icon));
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') act();
  });
  return {
    element: button,
    /** @param {ButtonState} state */
    update({ label, why = null }) {
      button.setAttribute('aria-label', label);
      explainDisabled(button, why, label);
    },
  };
}

/**
 * What the controls of a layer need to know.
 * @typedef {object} LayerState
 * @property {number} layer
 * @property {string} name
 * @property {string} plain its name with its number
 * @property {number} count
 * @property {boolean} hidden whether it is a hidden layer, which can be edited
 * @property {string | null} full why the layer can take no more neurons, null where it can
 * @property {string | null} complete why the network can take no more hidden layers, null where it can
 */

/**
 * @typedef {object} LayerActions
 * @property {(layer: number) => void} onAddNeuron
 * @property {(layer: number, neuron: number) => void} onRemoveNeuron
 * @property {(layer: number) => void} onAddLayer
 * @property {(layer: number) => void} onRemoveLayer
 */

/**
 * − n +, where − on a layer's only neuron removes the layer.
 * @param {LayerActions} actions
 */
export function createStepper({ onAddNeuron, onRemoveNeuron, onRemoveLayer }) {
  /** @type {LayerState} */
  let state;
  const element = document.createElement('div');
  element.className = 'stepper';
  const number = document.createElement('b');
  const minus = createIconButton('minus', () => {
    if (state.count === 1) onRemoveLayer(state.layer);
    else onRemoveNeuron(state.layer, state.count - 1);
  });
  const plus = createIconButton('plus', () => onAddNeuron(state.layer));
  element.append(minus.element, number, plus.element);
  return {
    element,
    /** @param {LayerState} next */
    update(next) {
      state = next;
      const { layer, count, full } = next;
      number.textContent = String(count);
      minus.update({ label: count === 1 ? `Remove layer ${layer}` : `Remove a neuron from layer ${layer}` });
      plus.update({ label: `Add a neuron to layer ${layer}`, why: full });
    },
  };
}

/**
 * ⊕ before a layer.
 * @param {LayerActions} actions
 */
export function createInsert({ onAddLayer }) {
  /** @type {LayerState} */
  let state;
  const button = createIconButton('insert', () => onAddLayer(state.layer));
  return {
    element: button.element,
    /** Adds a layer before the one that the state describes. @param {LayerState} next */
    update(next) {
      state = next;
      button.update({ label: 'Add a layer here', why: next.complete });
    },
  };
}

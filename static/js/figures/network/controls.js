/**
 * The buttons by which the network is edited: a stepper of neurons, and one that adds a layer.
 *
 * At a limit a button keeps its focus and says why, so it is marked disabled, not made so.
 */

import { createIcon } from './icons.js';

/** @typedef {{label: string, disabled?: boolean}} ButtonState */

/**
 * @param {'minus' | 'plus' | 'insert'} icon
 * @param {() => void} act
 */
export function createIconButton(icon, act) {
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
    update({ label, disabled = false }) {
      button.setAttribute('aria-label', label);
      button.title = label;
      button.setAttribute('aria-disabled', String(disabled));
    },
  };
}

/**
 * What the controls of a layer need to know.
 * @typedef {object} LayerState
 * @property {number} layer
 * @property {string} name
 * @property {number} count
 * @property {boolean} hidden whether it is a hidden layer, which can be edited
 * @property {number} mostNeurons
 * @property {number} mostLayers
 * @property {boolean} roomForLayer whether another hidden layer may be added
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
      const { layer, count, mostNeurons } = next;
      number.textContent = String(count);
      minus.update({ label: count === 1 ? `Remove layer ${layer}` : `Remove a neuron from layer ${layer}` });
      const full = count >= mostNeurons;
      const label = full ? `A layer has ${mostNeurons} neurons at most` : `Add a neuron to layer ${layer}`;
      plus.update({ label, disabled: full });
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
    /** Adds a layer before the one of the state. @param {LayerState} next */
    update(next) {
      state = next;
      const { roomForLayer, mostLayers } = next;
      const label = roomForLayer ? 'Add a layer here' : `A network has ${mostLayers} hidden layers at most`;
      button.update({ label, disabled: !roomForLayer });
    },
  };
}

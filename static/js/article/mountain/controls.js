/** @file What sets a walk going: rates to try, its steps, and a button that takes them one after the other. */

import { make } from '../../ui/dom.js';
import { formatNumber } from '../../ui/format.js';
import { createClock } from '../clock.js';
import { createChoices, createSlider } from '../parts.js';
import { METHODS } from './descent.js';

/** @typedef {import('./descent.js').Method} Method */
/** @typedef {import('./walk.js').Walk} Walk */

const RATE = { least: -1.5, most: 1.7, step: 0.05 };
/** Milliseconds. */
const PER_STEP = 90;

/** Two digits' worth of a rate. @param {number} power */
const rateOf = (power) => Number((10 ** power).toPrecision(2));

/** Sets a rate for the method that is shown; all steps are taken. @param {Walk} walk @param {Method} method @param {number} rate */
const setRate = (walk, method, rate) => walk.set({ rates: { ...walk.state.rates, [method]: rate }, steps: walk.most });

/**
 * Rates to try of one method.
 * @param {Walk} walk @param {Method} method @param {readonly number[]} rates
 */
export function createPresets(walk, method, rates) {
  const presets = createChoices({
    label: 'Learning rates to try',
    choices: rates.map((value) => /** @type {const} */ ([String(value), String(value)])),
    value: null,
    onChoose: (value) => setRate(walk, method, Number(value)),
  });
  walk.follow(({ state }) => presets.show(rates.includes(state.rates[method]) ? String(state.rates[method]) : null));
  return presets.element;
}

/** Any rate, for one method. @param {Walk} walk @param {Method} method */
export function createRate(walk, method) {
  const slider = createSlider({
    label: 'Learning rate η', min: RATE.least, max: RATE.most, step: RATE.step, value: Math.log10(walk.state.rates[method]),
    words: (power) => formatNumber(rateOf(power)),
    onInput: (power) => setRate(walk, method, rateOf(power)),
  });
  walk.follow(({ state }) => slider.show(Math.log10(state.rates[method])));
  return slider.element;
}

/** @param {Walk} walk */
export function createSteps(walk) {
  const slider = createSlider({
    label: 'Steps', min: 0, max: walk.most, step: 1, value: walk.state.steps, words: String, onInput: (steps) => walk.set({ steps }),
  });
  walk.follow(({ state }) => slider.show(state.steps));
  return slider.element;
}

/** @param {Walk} walk */
export function createMethods(walk) {
  const methods = createChoices({
    label: 'Method',
    choices: [...METHODS.map(({ name, title }) => /** @type {const} */ ([name, title])), ['all', 'All three']],
    value: /** @type {Method | 'all'} */ (walk.state.shown),
    onChoose: (shown) => walk.set({ shown }),
  });
  return methods.element;
}

/** Takes the steps one after the other, while the figure can be seen. @param {HTMLElement} figure @param {Walk} walk */
export function createWalkButton(figure, walk) {
  let walked = 0;
  const clock = createClock(figure, (milliseconds) => {
    walked += milliseconds / PER_STEP;
    const steps = Math.min(walk.most, Math.floor(walked));
    if (steps !== walk.state.steps) walk.set({ steps });
    return steps < walk.most;
  });
  return make('button', {
    type: 'button', class: 'second',
    onclick() {
      walked = 0;
      clock.run();
    },
  }, 'Walk down');
}

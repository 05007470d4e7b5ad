/** @file Figure 6: the real cost of the network over two of its weights, and the ways down that descent takes on it. */

import { createFrameLoop } from '../figures/frame_loop.js';
import { whenFontsArrive } from '../figures/fonts.js';
import { weightKey } from '../network/keys.js';
import { symbolOf } from '../figures/network/symbols.js';
import { colours, onColoursChange } from '../ui/colours.js';
import { make, setText } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { createClock } from './clock.js';
import { descend } from './mountain/descent.js';
import { drawMountain } from './mountain/draw.js';
import { drawMap, layMap, placeAt } from './mountain/map.js';
import { createSurface, heightsOf } from './mountain/surface.js';
import { createTerrain } from './mountain/terrain.js';
import { shadesOf } from './mountain/view.js';
import { wordsOf } from './mountain/words.js';
import { createChoices, createSlider, part } from './parts.js';

/** @typedef {import('./mountain/descent.js').Method} Method */

const NODES = 49;
const CONTOUR_SPACING = 0.125;
const CAMERA = { turn: 0.62, tilt: 0.62 };
const TILT = { least: 0.2, most: 1.4 };
/** Radians for each pixel dragged. */
const TURNING = 0.008;
const KEY = { turn: 0.1, start: 0.25 };
const RATE = { least: -1.5, most: 1.7, step: 0.05 };
const PER_STEP = 90;
const METHODS = /** @type {const} */ ([['plain', 'Plain'], ['momentum', 'Momentum'], ['adam', 'Adam'], ['all', 'All three']]);
/** @type {Record<Method, number[]>} */
const DASHES = { plain: [], momentum: [7, 4], adam: [2, 4] };

/** Two decimals' worth of a rate. @param {number} power */
const rateOf = (power) => Number((10 ** power).toPrecision(2));

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export async function mount(figure, { networks: { article, mountain } }) {
  const surface = createSurface(article, mountain);
  const terrain = createTerrain(await heightsOf(surface, NODES), NODES, CONTOUR_SPACING);
  const shades = shadesOf(terrain);
  const [first, second] = mountain.weights.map(([layer, to, from]) => symbolOf(weightKey(layer, to, from), article.architecture));

  const camera = { ...CAMERA };
  const state = {
    start: mountain.start, rate: mountain.rates[1], method: /** @type {Method | 'all'} */ ('plain'), steps: mountain.steps,
  };
  /** @type {import('./mountain/paths.js').DrawnPath[]} */
  let paths = [];
  const scene = () => ({ terrain, surface, shades, camera, paths, axes: /** @type {const} */ ([first, second]) });

  const hills = createFrameLoop(part(figure, 'hills'), {
    layers: ['mountain'],
    onResize() {},
    draw() {
      drawMountain(hills.contexts[0], scene(), hills.size, colours());
    },
  });
  const chart = createFrameLoop(part(figure, 'map'), {
    layers: ['contours'],
    onResize() {},
    draw() {
      drawMap(chart.contexts[0], scene(), chart.size, colours());
    },
  });
  const redraw = () => {
    hills.invalidate();
    chart.invalidate();
  };

  const said = part(figure, 'said');
  function follow() {
    const methods = state.method === 'all' ? /** @type {Method[]} */ (['plain', 'momentum', 'adam']) : [state.method];
    paths = methods.map((method) => {
      const stops = descend(surface, state.start, method, state.rate, mountain.steps).slice(0, state.steps + 1);
      const label = methods.length > 1 ? /** @type {string} */ (METHODS.find(([own]) => own === method)?.[1]) : '';
      return { stops, label, dash: DASHES[method], out: !surface.contains(stops[stops.length - 1].at) };
    });
    setText(said, paths.map(({ stops, label }) => `${label ? `${label}: ` : ''}${wordsOf(stops, surface).text}`).join(' '));
    redraw();
  }
  /** @param {Partial<typeof state>} changes */
  const set = (changes) => {
    Object.assign(state, changes);
    follow();
  };

  const rate = createSlider({
    label: 'Learning rate η', min: RATE.least, max: RATE.most, step: RATE.step, value: Math.log10(state.rate),
    words: (power) => formatNumber(rateOf(power)),
    onInput(power) {
      set({ rate: rateOf(power) });
      presets.show(null);
    },
  });
  const presets = createChoices({
    label: 'Learning rates to try',
    choices: mountain.rates.map((value) => /** @type {const} */ ([String(value), String(value)])),
    value: String(state.rate),
    onChoose(value) {
      rate.show(Math.log10(Number(value)));
      set({ rate: Number(value) });
    },
  });
  const method = createChoices({ label: 'Method', choices: METHODS, value: 'plain', onChoose: (own) => set({ method: own }) });
  const steps = createSlider({
    label: 'Steps', min: 0, max: mountain.steps, step: 1, value: state.steps, words: String, onInput: (value) => set({ steps: value }),
  });
  let walked = 0;
  const clock = createClock(figure, (milliseconds) => {
    walked += milliseconds / PER_STEP;
    const now = Math.min(mountain.steps, Math.floor(walked));
    steps.show(now);
    set({ steps: now });
    return now < mountain.steps;
  });
  const walk = make('button', {
    type: 'button', class: 'second',
    onclick() {
      walked = 0;
      clock.run();
    },
  }, 'Walk down');
  part(figure, 'controls').append(rate.element, presets.element, method.element, walk, steps.element);

  turnByHand(part(figure, 'hills'), camera, hills.invalidate);
  chooseStart(part(figure, 'map'), () => layMap(chart.size), surface, state, (start) => set({ start }));
  onColoursChange(redraw);
  whenFontsArrive(redraw);
  follow();
}

/** @param {HTMLElement} element @param {{turn: number, tilt: number}} camera @param {() => void} redraw */
function turnByHand(element, camera, redraw) {
  const turn = (/** @type {number} */ round, /** @type {number} */ over) => {
    camera.turn += round;
    camera.tilt = Math.max(TILT.least, Math.min(TILT.most, camera.tilt + over));
    redraw();
  };
  element.addEventListener('pointerdown', ({ pointerId }) => element.setPointerCapture(pointerId));
  element.addEventListener('pointermove', ({ buttons, movementX, movementY }) => {
    if (buttons) turn(-movementX * TURNING, movementY * TURNING);
  });
  element.addEventListener('keydown', (event) => {
    const [round, over] = ARROWS[event.key] ?? [0, 0];
    if (!round && !over) return;
    event.preventDefault();
    turn(-round * KEY.turn, over * KEY.turn);
  });
}

/** What an arrow key moves: to the right, and up. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @param {HTMLElement} element
 * @param {() => import('./mountain/map.js').MapBox} box
 * @param {import('./mountain/surface.js').Surface} surface
 * @param {{start: import('./mountain/surface.js').Pair}} state
 * @param {(start: import('./mountain/surface.js').Pair) => void} onChoose
 */
function chooseStart(element, box, surface, state, onChoose) {
  /** @param {PointerEvent} event */
  const choose = (event) => {
    const { left, top } = element.getBoundingClientRect();
    onChoose(placeAt(box(), surface, event.clientX - left, event.clientY - top));
  };
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    choose(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (event.buttons) choose(event);
  });
  element.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const { low, high } = surface;
    onChoose(/** @type {import('./mountain/surface.js').Pair} */ (state.start.map((value, which) =>
      Math.max(low[which], Math.min(high[which], value + arrow[which] * KEY.start)))));
  });
}

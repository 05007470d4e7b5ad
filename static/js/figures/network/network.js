/**
 * The network figure: neurons with their maps, weights and biases as wires, and the controls that change
 * its shape.
 */

import { colours, onColoursChange } from '../../ui/colours.js';
import { cancelFrame, requestFrame } from '../../ui/frames.js';
import { feedField } from '../field_feed.js';
import { whenFontsArrive } from '../fonts.js';
import { growthOf, placeOnPage } from '../growth.js';
import { createFrameLoop } from '../frame_loop.js';
import { createPace } from '../pace.js';
import { drawMarkLayer, drawSignalLayer, drawTileLayer, hasSignals } from './draw.js';
import { emphasisOf } from './emphasis.js';
import { createFocusLayer } from './focus_layer.js';
import { createHeadings } from './headings.js';
import { labelOf } from './highlights.js';
import { COST_KEY } from '../../network/keys.js';
import { isCrowd, layNetwork } from './layout.js';
import { listenToPointer } from './pointer.js';
import { featureSymbol, forgetWidths, symbolWidth } from './symbols.js';
import { createWireLayer } from './wire_layer.js';
import { greatestOf } from './wires.js';

/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

/**
 * @typedef {object} NetworkOptions
 * @property {import('../../network/field/types.js').Field | null} [field] paints the maps; may be shared with a plane
 * @property {boolean} [editable] with steppers and ⊕
 * @property {boolean} [headings] with names over the columns
 * @property {boolean} [cost] with a cost column
 * @property {import('./controls.js').Limits} [limits] until `limit` gives others
 * @property {boolean} [tapShows] a finger's first tap on a wire points at it, the second opens it
 * @property {(key: string | null) => void} [onHover]
 * @property {(key: string) => void} [onOpen]
 * @property {(key: string) => boolean} [onPick] pressed with Shift: whether that is all it does
 * @property {(layer: number) => void} [onAddNeuron]
 * @property {(layer: number, neuron: number) => void} [onRemoveNeuron]
 * @property {(layer: number) => void} [onAddLayer]
 * @property {(layer: number) => void} [onRemoveLayer]
 * @property {() => void} [onLayout] after the places of the neurons changed
 */

const TOP = { fine: 58, coarse: 74, bare: 20 };
/** Size at which symbols are measured. */
const EM = 20;
const MOST_WIRES = 4096;
/** While training, wires are redrawn this many milliseconds apart: nobody sees them widen faster. */
const BETWEEN_WIRES = 45;
/** What moves or responds to a hand, and is drawn in the next frame. @type {Array<keyof NetworkScene>} */
const ALIVE = ['training', 'highlight', 'selected', 'dim', 'pulses', 'symbols', 'story', 'point', 'cost'];
/** What the elements' names are made of. @type {Array<keyof NetworkScene>} */
const TOLD = ['point', 'cost', 'costName', 'told'];
/** The same where it stands still. @type {Array<keyof NetworkScene>} */
const TOLD_AT_REST = [...TOLD, 'parameters', 'training'];
/** Between a thread's end and an input's tile, besides the symbol. */
const THREAD_GAP = 14;
/** Which of the layers signals and marks are drawn on. */
const [SIGNALS, MARKS] = [1, 3];
const nothing = () => {};

/**
 * @param {HTMLElement} element positioned; its box is the figure's
 * @param {NetworkOptions} [options]
 */
export function mount(element, options = {}) {
  const {
    field = null, editable = false, tapShows = false, headings: hasHeadings = true, cost = true,
    limits: firstLimits = { neurons: 16, layers: 8 }, onHover = nothing, onOpen = nothing, onPick = () => false, onAddNeuron = nothing,
    onRemoveNeuron = nothing, onAddLayer = nothing, onRemoveLayer = nothing, onLayout = nothing,
  } = options;
  element.classList.add('network-figure');
  /** @param {string} key @param {boolean} isShifted */
  const press = (key, isShifted) => {
    if (!isShifted || !onPick(key)) onOpen(key);
  };
  /** @type {NetworkScene | null} */
  let scene = null;
  /** @type {import('./layout.js').NetworkLayout | null} */
  let layout = null;
  /** @type {import('./emphasis.js').Emphasis | null} */
  let emphasis = null;
  /** @type {string | null} */
  let pointed = null;
  let limits = firstLimits;
  /** The frame in which another network is laid out; 0 where the layout is that of the scene's. */
  let laying = 0;
  let tilesStale = true;
  /** Whether the tiles, when they are new, many or while training, have left one frame to the rest of the picture. */
  let tilesWaited = false;
  /** Whether anything but parameters has changed since the last drawing. */
  let lively = true;
  /** Whether any signals are drawn. */
  let hasDrawnSignals = false;
  /** The scene whose wires and marks are drawn. @type {NetworkScene | null} */
  let wiresOf = null;
  /** Whether some of its wires wait for the next frame. */
  let wiresLeft = false;
  /** @type {ArrayLike<number> | null} */
  let tilesOf = null;
  const pace = createPace();
  const wirePace = createPace({ period: BETWEEN_WIRES, light: true });

  const loop = createFrameLoop(element, { layers: ['wires', 'signals', 'tiles', 'marks'], seldom: ['signals'], onResize: relayout, draw });
  const wires = createWireLayer(loop.contexts[0], MOST_WIRES);
  const actions = { onAddNeuron, onRemoveNeuron, onAddLayer, onRemoveLayer };
  const headings = hasHeadings ? createHeadings(element, { editable, actions }) : null;
  const now = () => {
    if (laying) relayout();
    return scene && layout ? { scene, layout } : null;
  };
  const focus = createFocusLayer(element, {
    now,
    labelBox(key) {
      const laid = now();
      return laid && labelOf(loop.contexts[MARKS], key, laid.scene, laid.layout, true);
    },
    onFocus: point,
    onOpen: press,
    onRemoveNeuron(layer, neuron) {
      if (!editable || !scene || layer === 1 || layer === scene.architecture.layers) return;
      if (scene.architecture.sizes[layer - 1] > 1) onRemoveNeuron(layer, neuron);
      else onRemoveLayer(layer);
    },
  });

  function relayout() {
    cancelFrame(laying);
    laying = 0;
    if (!scene || loop.size.width === 0) return;
    const { architecture } = scene;
    const { width, height } = loop.size;
    const ems = architecture.features.map((name) =>
      symbolWidth(loop.contexts[MARKS], featureSymbol(name), EM) / EM);
    const coarse = matchMedia('(pointer: coarse)').matches;
    const top = hasHeadings ? TOP[coarse ? 'coarse' : 'fine'] : TOP.bare;
    layout = layNetwork(architecture, width, height, { cost, labelEms: Math.max(...ems), top });
    emphasis = emphasisOf(scene, layout);
    tilesStale = lively = true;
    wires.forget();
    headings?.update(architecture, layout, limits);
    focus.update();
    onLayout();
  }

  /** @param {number} time @returns {number | void} */
  function draw(time) {
    if (laying) relayout();
    if (!scene || !layout) return undefined;
    const [, , tiles, marks] = loop.contexts;
    const highlight = pointed ? new Set(scene.highlight).add(pointed) : scene.highlight;
    const greatest = greatestOf(scene.parameters);
    const picture = { layout, emphasis, highlight, pointed, greatest, colours: colours() };
    const rest = lively || wiresOf === scene ? 0 : wirePace.wait(time, scene.training);
    const tilesWait = tilesStale ? 0 : pace.wait(time, scene.training);
    // While training, wires and tiles take turns: no frame carries both.
    const isTilesTurn = tilesWaited && scene.training && !lively && tilesWait === 0 && tilesOf !== scene.parameters;
    const due = rest === 0 && (lively || wiresOf !== scene) && !isTilesTurn;
    if (due || wiresLeft) wiresLeft = wires.draw(scene, picture, tilesStale);
    if (wiresLeft) loop.invalidate();
    if (due) {
      if (hasDrawnSignals || hasSignals(scene)) drawSignalLayer(loop.use(SIGNALS), scene, picture);
      hasDrawnSignals = hasSignals(scene);
      drawMarkLayer(marks, scene, picture);
      wirePace.painted(time);
      lively = false;
      wiresOf = scene;
    }
    if (!tilesStale && tilesOf === scene.parameters) return rest || undefined;
    if (due && !tilesWaited && (!tilesOf || scene.training || isCrowd(layout))) {
      tilesWaited = true;
      loop.invalidate();
      return undefined;
    }
    if (tilesWait > 0) return rest ? Math.min(tilesWait, rest) : tilesWait;
    if (field && !field.isReady()) {
      loop.invalidate();
      return undefined;
    }
    if (field) feedField(field, scene.architecture, scene.parameters);
    const start = performance.now();
    drawTileLayer(tiles, field, scene, picture);
    pace.painted(time);
    pace.took(performance.now() - start);
    tilesStale = tilesWaited = false;
    tilesOf = scene.parameters;
    if (wiresOf !== scene) loop.invalidate();
    return rest || undefined;
  }

  /** @param {string | null} key */
  function point(key) {
    if (key === pointed) return;
    pointed = key;
    lively = true;
    wires.forget();
    onHover(key);
    loop.invalidate();
  }

  const pointer = listenToPointer(element, { now, onPoint: point, onOpen: press, isShown: (key) => !tapShows || key === pointed });

  const unsubscribe = onColoursChange(() => {
    tilesStale = lively = true;
    wires.forget();
    loop.invalidate();
  });
  whenFontsArrive(() => {
    forgetWidths();
    relayout();
    loop.invalidate();
  });

  return {
    /** @param {NetworkScene} next */
    update(next) {
      const before = scene;
      scene = next;
      const isOther = (/** @type {keyof NetworkScene} */ part) => before === null || before[part] !== next[part];
      lively ||= ALIVE.some(isOther);
      if (!before || before.architecture !== next.architecture) {
        if (pointed !== COST_KEY) point(null);
        // Once for all that this frame brings.
        laying ||= requestFrame(relayout);
      } else if (layout && !laying && (before.selected !== next.selected || before.dim !== next.dim)) {
        emphasis = emphasisOf(next, layout);
        tilesStale = true;
      }
      if (!laying && before?.architecture === next.architecture && (next.training ? TOLD : TOLD_AT_REST).some(isOther)) focus.rename();
      if (before?.training !== next.training) tilesStale = true;
      const time = performance.now();
      const isUrgent = lively || tilesStale || wiresLeft || laying !== 0;
      loop.invalidateIn(isUrgent ? 0 : Math.min(wirePace.wait(time, next.training), pace.wait(time, next.training)));
    },

    /** How far the network may be edited from now on. @param {import('./controls.js').Limits} next */
    limit(next) {
      limits = next;
      if (scene && layout && !laying) headings?.update(scene.architecture, layout, limits);
    },

    /**
     * Where the inputs are fed from, in the page's coordinates.
     * @returns {Array<{x: number, y: number}>}
     */
    inputAnchors() {
      const laid = now();
      if (!laid) return [];
      const { neurons, tile, symbolSize } = laid.layout;
      return neurons[0].map(({ x, y }, neuron) => {
        const name = laid.scene.architecture.features[neuron];
        const width = symbolWidth(loop.contexts[MARKS], featureSymbol(name), symbolSize);
        return placeOnPage(element, { x: x - tile / 2 - width - THREAD_GAP, y });
      });
    },

    /** At which neurons there is room for the numbers of a point. @returns {'all' | 'outputs' | 'none'} */
    get numbers() {
      const laid = now()?.layout;
      if (laid?.outputNumbers !== 'beside') return 'none';
      return laid.numbers ? 'all' : 'outputs';
    },

    /** x of each layer and of the cost, from the figure's left edge, for what stands under the columns. */
    get columns() {
      const laid = now()?.layout;
      if (!laid) return null;
      const growth = growthOf(element);
      return { layers: laid.columns.map((x) => x * growth), cost: laid.costX && laid.costX * growth };
    },

    destroy() {
      cancelFrame(laying);
      element.classList.remove('network-figure', 'over-element');
      unsubscribe();
      pointer.destroy();
      headings?.destroy();
      focus.destroy();
      loop.destroy();
    },
  };
}

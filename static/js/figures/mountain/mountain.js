/**
 * @file The mountain as a figure: the land, turned by mouse, finger and keys or seen from straight above, with what lies on it. It
 * draws a scene that it is given; what a hand chooses it hands back.
 */

import { colours, onColoursChange } from '../../ui/colours.js';
import { whenFontsArrive } from '../fonts.js';
import { createFrameLoop } from '../frame_loop.js';
import { wipe } from '../wipe.js';
import { FIRST_CAMERA, clearestTurn, mapView, placeSeen, viewOf } from './camera.js';
import { drawAxes, drawMapFrame, drawWalls } from './frame.js';
import { listenToHand } from './hand.js';
import { inShares, landOf, ofShares } from './land.js';
import { drawMarks } from './marks.js';
import { fillGround } from './raster.js';
import { pixelsOf, shadesOf } from './tints.js';

/** @typedef {import('./land.js').Land} Land */

/**
 * @typedef {object} MountainScene
 * @property {boolean} isOld   the ground is no longer that of what lies on it
 * @property {readonly [import('./frame.js').AxisName, import('./frame.js').AxisName]} axes
 * @property {readonly import('./marks.js').Way[]} ways
 * @property {readonly import('./marks.js').Mark[]} marks
 * @property {import('./marks.js').Arrow | null} arrow
 */

/** How strong the ground is while it is old. */
const OLD = 0.35;
/** Pixels of the picture at rest for one of the screen's: edges are smooth then. While it turns there are fewer, so that it turns at once. */
const FINE = 2;
const MOST_PIXELS = 1.2e6;
/** Milliseconds after the last turn. */
const REST = 120;

/**
 * @param {HTMLElement} element
 * @param {object} options
 * @param {boolean} options.isFlat   a map, which does not turn
 * @param {boolean} [options.faces]   it is turned at first so that its way is in sight
 * @param {(place: {u: number, v: number}) => void} [options.onPick]
 * @param {boolean} [options.drags]   a map's place is chosen while a hand drags over it, too
 * @param {(east: number, north: number) => void} [options.onArrow]   a key on a map
 * @param {() => void} [options.onEnter]
 * @param {() => void} [options.onDrawn]   after each drawing
 * @param {(factor: number) => void} [options.onZoom]   how much more of the slice is to be seen
 */
export function mount(element, { isFlat, faces = !isFlat, drags = false, onPick, onZoom, onArrow, onEnter, onDrawn }) {
  const camera = { ...FIRST_CAMERA };
  /** @type {MountainScene | null} */
  let scene = null;
  /** @type {Land | null} */
  let land = null;
  /** What it was made of. @type {{heights: object, square: object, scale: string} | null} */
  let laid = null;
  /** @type {Float32Array | null} */
  let shades = null;
  /** @type {Uint32Array | null} */
  let tints = null;
  const ground = document.createElement('canvas');
  const brush = /** @type {CanvasRenderingContext2D} */ (ground.getContext('2d'));
  /** @type {ImageData | null} */
  let picture = null;
  /** Whether the ground has to be filled anew. */
  let isStale = true, isFine = false;
  let isPrepared = false;
  let turned = -Infinity;
  /** Whether it is turned so that the way is in sight; a hand knows better. */
  let isFaced = !faces;

  const view = () => (isFlat ? mapView(figure.size) : viewOf(camera, figure.size));

  /** @param {readonly import('./way.js').Stop[]} stops */
  function face(stops) {
    if (!land) return;
    const seen = land;
    isFaced = isStale = true;
    camera.turn = clearestTurn(land, figure.size, stops.map((stop) => inShares(seen, stop)));
  }

  /** What the ground is filled with. @param {Land} ready */
  function prepare(ready) {
    isPrepared = true;
    return { shades: shades ??= shadesOf(ready, !isFlat), tints: tints ??= pixelsOf(colours()) };
  }

  /** @param {boolean} fine */
  function fill(fine) {
    if (!land) return;
    const { width, height, ratio } = figure.size;
    const wished = fine ? ratio * FINE : Math.min(ratio, 1);
    const scale = Math.min(wished, Math.sqrt(MOST_PIXELS / (width * height)));
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (!picture || picture.width !== across || picture.height !== down) {
      picture = new ImageData(across, down);
      ground.width = across;
      ground.height = down;
    }
    const pixels = new Uint32Array(picture.data.buffer);
    pixels.fill(0);
    fillGround(pixels, across, down, scale, { land, view: view(), ...prepare(land) });
    brush.putImageData(picture, 0, 0);
    isStale = false;
    isFine = fine;
  }

  const figure = createFrameLoop(element, {
    layers: ['ground', 'marks'],
    onResize() {
      isStale = true;
    },
    draw(now) {
      const { size, contexts: [context, marks] } = figure;
      const rests = now - turned >= REST;
      if (!scene || !land) {
        for (const each of figure.contexts) wipe(each);
        return undefined;
      }
      if (!isPrepared) {
        prepare(land);
        return 0; // code that runs for the first time is slow: the picture has the next frame
      }
      if (!isFaced && scene.ways.length > 0) face(scene.ways[0].stops);
      const seen = view(), tones = colours();
      if (isStale || (rests && !isFine)) {
        fill(rests);
        wipe(context);
        context.globalAlpha = scene.isOld ? OLD : 1;
        context.drawImage(ground, 0, 0, size.width, size.height);
        context.globalAlpha = 1;
      }
      wipe(marks);
      drawWalls(marks, land, seen, tones);
      if (isFlat) drawMapFrame(marks, seen, tones);
      const words = drawAxes(marks, land, seen, scene.axes, tones);
      drawMarks(marks, land, seen, scene, size, tones, words);
      onDrawn?.();
      return rests ? undefined : REST;
    },
  });

  const hand = listenToHand(element, {
    turns: !isFlat,
    drags,
    onArrow,
    onEnter,
    onTurn(turn, tilt) {
      isFaced = true;
      Object.assign(camera, { turn, tilt });
      turned = performance.now();
      isStale = true;
      figure.invalidate();
    },
    camera: () => camera,
    onZoom,
    onPick(spot) {
      const place = land && placeSeen(view(), land, spot);
      if (land && place) onPick?.(ofShares(land, place.x, place.y));
    },
  });
  const stopColours = onColoursChange(() => {
    tints = null;
    isStale = true;
    figure.invalidate();
  });
  whenFontsArrive(figure.invalidate);

  return {
    /**
     * The ground: the same for the same heights.
     * @param {import('../../network/mountain/measure.js').Heights} heights
     * @param {import('../../network/mountain/measure.js').Square} square
     * @param {import('./land.js').HeightScale} scale
     * @returns {Land | null} null where no cost is finite
     */
    lay(heights, square, scale) {
      if (laid?.heights === heights && laid.square === square && laid.scale === scale) return land;
      laid = { heights, square, scale };
      land = landOf(heights, square, scale);
      shades = null;
      isStale = true;
      figure.invalidate();
      return land;
    },
    /** @param {MountainScene} next */
    update(next) {
      if (scene?.isOld !== next.isOld) isStale = true;
      scene = next;
      figure.invalidate();
    },
    /** Nothing is there to be seen. */
    clear() {
      scene = land = laid = null;
      isStale = true;
      figure.invalidate();
    },
    /** It is turned so that its way is in sight, until a hand turns it. */
    faceAnew() {
      isFaced = !faces;
    },
    /** What is drawn just now. */
    get land() {
      return land;
    },
    view,
    destroy() {
      hand.destroy();
      stopColours();
      figure.destroy();
    },
  };
}

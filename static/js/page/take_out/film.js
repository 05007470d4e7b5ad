/**
 * A film of the plane while the network learns: what is on the screen is recorded as it goes, until it is stopped.
 */
import { edgePath } from '../../data/formula_edge.js';
import { EXTENT, toPixelX, toPixelY } from '../../figures/plane/geometry.js';
import { tableOf } from '../../state/selectors.js';
import { requestFrame } from '../../ui/frames.js';
import { coloursOf } from '../../ui/colours.js';
import { byId } from '../../ui/dom.js';
import { formatCost, formatCount } from '../../ui/format.js';
import { curveOf } from '../own/formula_curve.js';
import { baseName } from './made.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./state.js').TakeOutState} TakeOutState */

const TYPE = 'video/webm';
const [SIDE, CAPTION, FRAMES_A_SECOND, BITS_A_SECOND] = [720, 48, 30, 6_000_000];
/** Longer films are for other tools. */
const LONGEST = 60_000;

/** Whether this browser can: else no film is offered. */
export const canFilm = () => typeof MediaRecorder === 'function' && 'captureStream' in HTMLCanvasElement.prototype
  && MediaRecorder.isTypeSupported(TYPE);

/** The curve of the formula that points were drawn by, if they were. @param {Page['state']} state */
function curveIn(state) {
  const formula = tableOf(state)?.formula;
  if (formula === undefined) return null;
  const layout = { width: SIDE, height: SIDE, extent: EXTENT };
  return new Path2D(edgePath(curveOf(formula), (x) => toPixelX(layout, x).toFixed(1), (y) => toPixelY(layout, y).toFixed(1)));
}

/**
 * The plane as it is drawn now, with the step below it.
 * @param {CanvasRenderingContext2D} context
 * @param {Page['state']} state
 * @param {TakeOutState['theme']} theme
 * @param {Path2D | null} curve
 */
function draw(context, { frame }, theme, curve) {
  const { paper, ink } = coloursOf(theme);
  context.fillStyle = paper;
  context.fillRect(0, 0, SIDE, SIDE + CAPTION);
  for (const canvas of byId('plane').querySelectorAll('canvas')) {
    if (canvas.width > 0) context.drawImage(canvas, 0, 0, SIDE, SIDE);
  }
  context.fillStyle = context.strokeStyle = ink;
  if (curve) context.stroke(curve);
  context.font = `${CAPTION / 2.4}px sans-serif`;
  context.textBaseline = 'middle';
  const cost = frame && Number.isFinite(frame.train_cost) ? `, cost ${formatCost(frame.train_cost)}` : '';
  context.fillText(`step ${formatCount(frame?.step ?? 0)}${cost}`, CAPTION / 3, SIDE + CAPTION / 2);
}

/** Milliseconds of film that are handed over at a time. */
const PART = 200;

/**
 * `hasBegun` once a picture has been encoded: one that is stopped before, on a slow machine, would hold nothing that plays.
 * @param {CanvasRenderingContext2D} context @returns {{hasBegun: () => boolean, stop: () => Promise<Blob>}}
 */
function record({ canvas }) {
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_A_SECOND), { mimeType: TYPE, videoBitsPerSecond: BITS_A_SECOND });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.start(PART);
  return {
    hasBegun: () => parts.some(({ size }) => size > 0),
    stop: () => new Promise((resolve, reject) => {
      recorder.addEventListener('error', () => reject(new Error('This browser could not make the film.')));
      recorder.addEventListener('stop', () => resolve(new Blob(parts, { type: TYPE })));
      recorder.stop();
    }),
  };
}

/** @type {import('./types.js').Thing} */
export const FILM = {
  key: 'film',
  title: 'the plane as it learns',
  async make(page, wish) {
    const state = /** @type {TakeOutState} */ (wish);
    const mine = state.asked;
    const context = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE + CAPTION }).getContext('2d');
    if (!context) throw new Error('This browser could not make the film.');
    const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
    const starts = page.state.status !== 'training';
    if (starts) await page.send({ type: 'train' });
    const curve = curveIn(page.state);
    draw(context, page.state, theme, curve);
    const first = page.state.frame?.step ?? 0;
    const recording = record(context);
    const began = performance.now();
    await new Promise((resolve) => {
      let isStopped = false;
      state.filming = { stop: () => { isStopped = true; } };
      const onFrame = () => {
        draw(context, page.state, theme, curve);
        const isUnwanted = state.asked !== mine;
        const isLong = performance.now() - began > LONGEST;
        const isOver = isStopped || page.state.diverged !== null;
        if (isUnwanted || isLong || (isOver && recording.hasBegun())) resolve(null);
        else requestFrame(onFrame);
      };
      requestFrame(onFrame);
    });
    if (state.asked === mine) state.filming = null;
    const seconds = (performance.now() - began) / 1000;
    const content = await recording.stop();
    if (starts && page.state.status === 'training') await page.send({ type: 'pause' });
    return {
      name: `${baseName(page)}-plane.webm`, type: TYPE, content, shown: 'picture',
      picture: /** @type {HTMLCanvasElement} */ (context.canvas).toDataURL(),
      words: `${seconds.toFixed(1)} seconds, from step ${formatCount(first)} to ${formatCount(page.state.frame?.step ?? 0)}. Above is its last picture.`,
    };
  },
};

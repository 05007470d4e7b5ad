/**
 * @file What is drawn of a survey: the figure's scene, made from one moment.
 */
import { symbolOf } from '../../figures/network/symbols.js';
import { placeIn } from '../../network/mountain/directions.js';
import { formatCost, formatPercent } from '../../ui/format.js';
import { movementIn, wayOf } from './survey.js';

/** @typedef {import('./survey.js').Told} Told */
/** @typedef {import('../../figures/mountain/frame.js').AxisName} AxisName */

/** What the figure shows of a moment; the land is its own to make. @typedef {Omit<Told, 'land'> & {scale: 'linear' | 'log', lowest: {u: number, v: number, cost: number} | null}} Shown */

/** @param {Shown} shown @returns {readonly [AxisName, AxisName]} */
function namesOf({ survey, stops }) {
  const { kind, axes, architecture } = survey;
  if (axes) return [{ symbol: symbolOf(axes[0], architecture) }, { symbol: symbolOf(axes[1], architecture) }];
  const shares = kind === 'path' ? movementIn({ survey, stops }) : null;
  const notes = shares?.map((share, at) => `${formatPercent(share)}${at === 0 ? ' of the movement' : ''}`) ?? ['', ''];
  const what = kind === 'path' ? 'direction' : 'random direction';
  return [{ words: `first ${what}`, note: notes[0] }, { words: `second ${what}`, note: notes[1] }];
}

/** @param {Shown} shown @returns {import('../../figures/mountain/mountain.js').MountainScene} */
export function sceneOf(shown) {
  const { survey, stops, shape, scale, isOld, lowest } = shown;
  const { slice, heights, square } = survey;
  const way = wayOf(survey, stops);
  const [first, now] = [stops[0], stops.at(-1)];
  const [start, end] = [way[0], way.at(-1)];
  /** @type {import('../../figures/mountain/marks.js').Mark[]} */
  const marks = [];
  if (lowest) marks.push({ kind: 'lowest', u: lowest.u, v: lowest.v, words: `lowest ${formatCost(lowest.cost)}` });
  if (first && now && start && first !== now) {
    marks.push({ kind: 'start', u: start.u, v: start.v, words: `${first.step === 0 ? 'start' : `step ${first.step}`} ${formatCost(first.cost)}` });
  }
  if (now && end) marks.push({ kind: 'now', u: end.u, v: end.v, words: Number.isFinite(now.cost) ? `now ${formatCost(now.cost)}` : 'now' });
  const [u, v] = now ? placeIn(slice, now.parameters) : [0, 0];
  return {
    heights, square, scale, isOld, axes: namesOf(shown),
    ways: way.length > 1 ? [{ stops: way, voice: 'back', dash: [], label: '' }] : [],
    marks,
    arrow: shape && !isOld ? { u, v, along: [-shape.slope[0], -shape.slope[1]], words: 'downhill' } : null,
  };
}

/**
 * @file What is drawn of a survey: the figure's scene, made from one moment.
 */
import { symbolOf } from '../../figures/network/symbols.js';
import { placeIn } from '../../network/mountain/directions.js';
import { formatCost, formatPercent } from '../../ui/format.js';
import { factorOf } from './next_step.js';
import { movementIn, wayOf } from './survey.js';

/** @typedef {import('./survey.js').Told} Told */
/** @typedef {import('../../figures/mountain/frame.js').AxisName} AxisName */

/**
 * What the figure shows of a moment.
 * @typedef {Omit<Told, 'land'> & {later: readonly import('./path.js').Stop[], others: ReadonlyArray<{name: string, stops: import('./path.js').Stop[]}>, walks: readonly import('./walks.js').Walk[], chosen: import('./elsewhere.js').Chosen | null}} Shown
 */

/** @param {Shown} shown @returns {readonly [AxisName, AxisName]} */
function namesOf({ survey, stops }) {
  const { kind, axes, architecture } = survey;
  if (axes) return [{ symbol: symbolOf(axes[0], architecture) }, { symbol: symbolOf(axes[1], architecture) }];
  const shares = kind === 'path' ? movementIn({ survey, stops }) : null;
  const notes = shares?.map((share, at) => `${formatPercent(share)}${at === 0 ? ' of the movement' : ''}`) ?? ['', ''];
  const what = kind === 'path' ? 'direction' : 'random direction';
  return [{ words: `first ${what}`, note: notes[0] }, { words: `second ${what}`, note: notes[1] }];
}

/** @param {Shown} shown @param {import('../../figures/mountain/land.js').Land} land @returns {import('../../figures/mountain/mountain.js').MountainScene} */
export function sceneOf(shown, { lowest }) {
  const { survey, stops, later, others, shape, next, isOld, walks, chosen } = shown;
  const { slice, square } = survey;
  const way = wayOf(survey, stops);
  const [first, now] = [stops[0], stops.at(-1)];
  const [start, end] = [way[0], way.at(-1)];
  /** @type {import('../../figures/mountain/marks.js').Mark[]} */
  const marks = [{ kind: 'lowest', u: lowest.u, v: lowest.v, words: `lowest on this land ${formatCost(lowest.cost)}` }];
  if (first && now && start && first !== now) {
    marks.push({ kind: 'start', u: start.u, v: start.v, words: `${first.step === 0 ? 'start' : `step ${first.step}`} ${formatCost(first.cost)}` });
  }
  if (chosen) {
    const [u, v] = placeIn(slice, chosen.parameters);
    marks.push({ kind: 'chosen', u, v, words: Number.isFinite(chosen.cost) ? `here ${formatCost(chosen.cost)}` : 'here' });
  }
  if (now && end) marks.push({ kind: 'now', u: end.u, v: end.v, words: Number.isFinite(now.cost) ? `now ${formatCost(now.cost)}` : 'now' });
  const [u, v] = now ? placeIn(slice, now.parameters) : [0, 0];
  if (next && now) {
    const to = placeIn(slice, next), factor = factorOf([u, v], to, square.half);
    if (factor) marks.push({ kind: 'next', u: u + factor * (to[0] - u), v: v + factor * (to[1] - v), words: factor > 1 ? `next step, ×${factor}` : 'next step' });
  }
  return {
    isOld, axes: namesOf(shown), marks,
    ways: [
      ...others.map(({ name, stops: other }) => ({ stops: wayOf(survey, other), voice: /** @type {const} */ ('ink'), dash: [], label: name, isFaint: true })),
      ...(later.length > 0 ? [{ stops: wayOf(survey, [...stops.slice(-1), ...later]), voice: /** @type {const} */ ('back'), dash: [], label: '', isFaint: true }] : []),
      ...(way.length > 1 ? [{ stops: way, voice: /** @type {const} */ ('back'), dash: [], label: '' }] : []),
      ...walks.map((walk) => ({
        stops: wayOf(survey, walk.stops), voice: /** @type {const} */ ('ink'), dash: [...walk.method.dash],
        label: `${walk.method.title} ${walk.diverged ? 'diverges' : formatCost(walk.stops[walk.stops.length - 1].cost)}`,
      })),
    ],
    arrow: shape && !isOld ? { u, v, along: [-shape.slope[0], -shape.slope[1]], words: 'downhill' } : null,
  };
}

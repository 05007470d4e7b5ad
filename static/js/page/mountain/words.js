/**
 * What is said of the mountain: what its height and its floor are, how much of the run lies in it, and what the ground is like.
 */
import { isOnLand } from '../../figures/mountain/land.js';
import { parseKey } from '../../network/keys.js';
import { placeIn } from '../../network/mountain/directions.js';
import { lengthOf } from '../../network/mountain/eigen.js';
import { formatCost, formatNumber, formatPercent } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';
import { nameOf } from '../closer/names.js';
import { factorOf } from './next_step.js';
import { movementIn } from './survey.js';

/** @typedef {import('../../words/sentence.js').Sentence} Sentence */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('./survey.js').Told} Told */

/** A bend that changes the cost by less than this share of the land's height, from the middle to the edge, is none. */
const FLAT = 0.05;
/** Places of the way that are listed, besides its start. */
const LISTED = 6;
/** A second derivative that is smaller than this share of the other one is about 0. */
const NOTHING = 1e-3;
/** The same of a slope. */
const LEVEL = 0.02;

/** "the weight from x1 to neuron 2 of layer 2". @param {string} key @param {Architecture} architecture */
export function parameterName(key, architecture) {
  const element = parseKey(key, architecture.layers);
  if (!element) return '';
  const { kind, layer, neuron, source } = element;
  const to = nameOf(layer, neuron, architecture);
  return kind === 'bias' ? `the bias of ${to}` : `the weight from ${nameOf(layer - 1, source, architecture)} to ${to}`;
}

/** @param {Told} told @returns {Sentence} */
function heightWords({ survey: { problem: { samples, l1, l2 } } }) {
  const points = String(samples);
  const penalty = l1 + l2 > 0;
  return said(`Height is the cost over ${samples === 1 ? 'the one training point' : `all ${points} training points`}${penalty ? ', the penalty included' : ''}.`,
    { that: 'points measured', points: samples === 1 ? '1' : points }, { that: 'penalty measured', penalty });
}

/** @param {Told} told @returns {Sentence} */
function floorWords(told) {
  const { survey: { kind, wished, axes, architecture } } = told;
  const all = String(architecture.parameterCount);
  if (kind === 'weights' && axes) {
    const others = architecture.parameterCount - 2;
    const held = others === 1 ? 'The other weight or bias is' : `The ${others} other weights and biases are`;
    const instead = wished === 'path' ? 'The run has not moved yet, so two weights take its directions’ place. '
      : wished === 'random' ? 'All weights are 0, so directions that count them by their strength have no length, and two weights take their place. ' : '';
    return said(`${instead}The floor is ${parameterName(axes[0], architecture)} and ${parameterName(axes[1], architecture)}. ${held} held.`,
      { that: 'axes', axes }, ...(instead ? [{ that: 'instead', of: wished }] : []), ...(others === 1 ? [] : [{ that: 'parameters held', held: String(others) }]));
  }
  const along = kind === 'path' ? 'laid along the two directions in which this run went furthest'
    : 'in two random directions, in which each neuron’s wires count by their strength';
  return said(`The floor is a slice through all ${all} weights and biases, ${along}.`, { that: 'parameters', all }, { that: 'floor', kind });
}

/** @param {Told} told @returns {Sentence} */
function movementWords(told) {
  const shares = movementIn(told);
  if (!shares) return said('');
  const share = formatPercent(shares[0] + shares[1]);
  return said(`${share} of the run’s movement so far lies in it.`, { that: 'movement', share });
}

/** @param {Told} told @returns {Sentence} */
function gradientWords({ shape }) {
  if (!shape) return said('');
  const [length, within] = [lengthOf(shape.gradient), Math.hypot(...shape.slope)].map((value) => formatNumber(value));
  return said(`The gradient here is ${length} long, ${within} of it in the slice.`, { that: 'gradient', length, within });
}

/**
 * What the ground around a place is, by how it slopes and bends over the land that is drawn.
 * @param {Pick<Told, 'land'> & {shape: NonNullable<Told['shape']>}} told
 */
export function groundOf({ land: { half, highest, lowest }, shape: { slope, bends } }) {
  const height = highest - lowest.cost;
  const rises = bends.map((bend) => {
    const change = (Math.abs(bend) * half * half) / 2;
    return change < FLAT * height ? 0 : Math.sign(bend);
  });
  const slopes = Math.hypot(...slope) * half >= LEVEL * height;
  const [most, least] = rises;
  if (most > 0 && least < 0) return 'saddle';
  if (most > 0 && least > 0) return 'bowl';
  if (most < 0 && least < 0) return 'dome';
  if (most > 0) return 'valley';
  if (least < 0) return 'ridge';
  return slopes ? 'slope' : 'plateau';
}

const GROUNDS = {
  saddle: 'a saddle: it bends up one way and down the other',
  bowl: 'a bowl: it bends up whichever way one goes',
  dome: 'a dome: it bends down whichever way one goes',
  valley: 'a valley: it bends up across, and hardly along',
  ridge: 'a ridge: it bends down across, and hardly along',
  slope: 'an even slope',
  plateau: 'a plateau: it is nearly level, so steps are short',
};

/** @param {Told} told @returns {Sentence} */
function groundWords(told) {
  const { shape, land } = told;
  if (!shape || !shape.bends.every(Number.isFinite)) return said('');
  const ground = groundOf({ land, shape });
  const greatest = Math.max(...shape.bends.map(Math.abs));
  const bends = shape.bends.map((bend) => (Math.abs(bend) < NOTHING * greatest ? 'about 0' : formatNumber(bend)));
  return said(`Around here the ground is ${GROUNDS[ground]} (second derivatives ${bends[0]} and ${bends[1]}).`, { that: 'ground', ground, bends });
}

/** @param {Told} told @returns {Sentence} */
function limitsWords({ land, survey: { isFine, heights } }) {
  const cut = land.isCut ? said('Where the cost overflows, the land is cut off at the highest cost that is a number.', { that: 'cut off' }) : said('');
  const side = String(heights.nodes);
  const coarse = isFine && heights.nodes < 65
    ? said(`So large a network with so many points is measured at ${side} by ${side} places.`, { that: 'nodes', nodes: side }) : said('');
  return together(cut, coarse);
}

/** @param {Told} told @param {import('./path.js').Stop | null} since @returns {Sentence} */
export function misleadingWords({ stops }, since) {
  const now = stops.at(-1);
  if (!since || !now) return said('');
  const [step, then, cost] = [String(since.step), formatCost(since.cost), formatCost(now.cost)];
  return said(`Since step ${step} the path seems to go uphill, though the cost has fallen from ${then} to ${cost}: it moved in directions that this slice does not show.`,
    { that: 'seems uphill', since: step, then, now: cost });
}

/** How long the next step is, and how much longer it is drawn. @param {Told} told @returns {Sentence} */
function nextWords({ survey: { slice, square }, stops, next }) {
  const now = stops.at(-1);
  if (!next || !now) return said('');
  const length = formatNumber(lengthOf(next.map((value, at) => value - now.parameters[at])));
  const factor = factorOf(placeIn(slice, now.parameters), placeIn(slice, next), square.half);
  if (factor === null) return said(`The next step is ${length} long: too short in this slice to be drawn.`, { that: 'next step', length, factor: null });
  const times = String(factor);
  return said(`The next step is ${length} long${factor === 1 ? '' : `, and drawn ${times} times as long`}.`, { that: 'next step', length, factor: times });
}

/** Heights along the way, for those who don't see it. @param {Told} told @returns {Sentence} */
export function wayWords({ stops }) {
  if (stops.length < 2) return said('');
  const every = (stops.length - 1) / Math.min(LISTED, stops.length - 1);
  const listed = Array.from({ length: Math.min(LISTED, stops.length - 1) + 1 }, (_, at) => stops[Math.round(at * every)]);
  const [steps, costs] = [listed.map(({ step }) => String(step)), listed.map(({ cost }) => formatCost(cost))];
  return said(`Along the way: ${steps.map((step, at) => `step ${step}, cost ${costs[at]}`).join('; ')}.`, { that: 'way', steps, costs });
}

/** The heading. @param {Told} told @returns {Sentence} */
export function titleWords({ stops }) {
  const step = String(stops.at(-1)?.step ?? 0);
  return said(`Step ${step}, on the mountain`, { that: 'step told', step });
}

/** What it is. @param {Told} told @returns {Sentence} */
export const sliceWords = (told) => together(heightWords(told), floorWords(told), movementWords(told));

/** What the run meets there. @param {Told} told @returns {Sentence} */
export function groundHereWords(told) {
  if (told.isOld) return said('The ground is no longer that of the network as it is now: it is measured anew.', { that: 'old' });
  return together(gradientWords(told), groundWords(told), nextWords(told), limitsWords(told));
}

/** The figure's name for those who don't see it. @param {Told} told @param {'Mountain' | 'Map of the mountain'} what @returns {Sentence} */
export function mountainName(told, what) {
  const { land, stops, survey: { slice } } = told;
  const now = stops.at(-1);
  const [low, high] = [land.lowest.cost, land.highest].map(formatCost);
  const extent = said(`${what}: costs from ${low} to ${high}`, { that: 'costs', low, high });
  if (!now) return extent;
  const [u, v] = placeIn(slice, now.parameters);
  const cost = formatCost(now.cost);
  const isSeen = isOnLand(land, { u, v });
  return together(extent, said(`, now ${cost}${isSeen ? '' : ', off the land'}`, { that: 'cost now', cost, isSeen }));
}

/**
 * The way that the run took, from all that is written down of it: parameters with their costs, as many as a picture needs.
 */
import { pathOf } from '../../state/chronicle/lines.js';

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */

/** Stops that are taken of what is written down, at most. */
export const MOST = 256;
/** Milliseconds after which they are taken anew while training; until then what comes is put behind them. */
const REST = 400;

/**
 * @typedef {object} Stop
 * @property {number} step
 * @property {number} cost over the training points, as the server told it
 * @property {ArrayLike<number>} parameters θ, not changed afterwards
 */

/**
 * What is written down of a line's way, evenly thinned, with its first and last: as far back as the network had this many parameters.
 * @param {Line} line
 * @param {number} count of parameters
 * @returns {Stop[]}
 */
export function stopsOf(line, count) {
  const path = pathOf(line);
  const from = path.findLastIndex(({ stretch: { moments } }) => moments.count !== count) + 1;
  const own = path.slice(from);
  const every = Math.max(1, Math.ceil(own.reduce((sum, { stretch: { moments } }) => sum + moments.length, 0) / MOST));
  /** @type {Stop[]} */
  const stops = [];
  /** @type {Stop | null} */
  let last = null;
  let index = 0;
  for (const { stretch, until } of own) {
    for (const { step, train_cost: cost, parameters } of stretch.moments.frames()) {
      if (step > until) break;
      last = { step, cost, parameters };
      // What stands at a step after a change takes the place of what stood there before.
      if (stops.at(-1)?.step === step) stops.pop();
      if (index++ % every === 0) stops.push(last);
    }
  }
  if (last && stops.at(-1)?.step !== last.step) stops.push(last);
  return stops;
}

/** @param {Pick<import('../page.js').Page, 'state' | 'view'>} page */
export function createPath({ state, view }) {
  /** @type {Stop[]} */
  let stops = [];
  /** @type {Line | null} */
  let line = null;
  let taken = -Infinity;
  /** What others there were. @type {{lines: unknown, own: unknown, count: number, others: Array<{name: string, stops: Stop[]}>} | null} */
  let known = null;

  return {
    /**
     * The other lines of the run, where training went back and on another way: each from where it left.
     * @param {number} count of parameters
     * @returns {Array<{name: string, stops: Stop[]}>}
     */
    others(count) {
      const { chronicle, moment } = view.past;
      const own = moment?.line ?? chronicle?.current;
      const { lines } = chronicle ?? {};
      if (known?.lines === lines && known?.own === own && known?.count === count) return known.others;
      const others = (chronicle?.lines ?? []).filter((other) => other !== own)
        .map((other) => ({ name: other.name, stops: stopsOf(other, count).filter(({ step }) => step >= other.from) }))
        .filter(({ stops: { length } }) => length > 1);
      known = { lines, own, count, others };
      return others;
    },
    /**
     * The stops before a moment and those after it, where it lies in the past.
     * @param {ArrayLike<number>} parameters θ at the moment
     * @returns {{stops: Stop[], later: Stop[]}} the last of `stops` is the moment itself
     */
    around(parameters) {
      const { past } = view, { frame, status } = state;
      const wanted = past.moment?.line ?? past.chronicle?.current ?? null;
      const now = performance.now();
      if (wanted && (wanted !== line || status !== 'training' || now - taken > REST)) {
        stops = stopsOf(wanted, parameters.length);
        [line, taken] = [wanted, now];
      }
      const moment = { step: frame?.step ?? 0, cost: frame?.train_cost ?? NaN, parameters };
      const before = stops.filter(({ step, parameters: { length } }) => step < moment.step && length === parameters.length);
      if (status === 'training' && stops.at(-1) !== moment && !past.moment) stops = [...before, moment];
      return { stops: [...before, moment], later: past.moment ? stops.filter(({ step }) => step > moment.step) : [] };
    },
  };
}

/**
 * @file A branch of the page's own run beside another one: its record, which needs no server.
 */
import { newestStep, pathOf, visitAt } from '../../state/chronicle/lines.js';
import { architectureOf } from '../../state/selectors.js';

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */
/** @typedef {import('../../types.js').Frame} Frame */

/** Moments of a branch that are laid out: more than its curve has pixels. */
const MOST = 800;

/** The step up to which two branches are one run; null where they share nothing. @param {Line} one @param {Line} other */
export function partedAt(one, other) {
  const [mine, others] = [pathOf(one), pathOf(other)];
  const shared = mine.flatMap((place, at) => (others[at]?.stretch === place.stretch ? [Math.min(place.until, others[at].until)] : []));
  return shared.at(-1) ?? null;
}

/** What is kept of a branch with the network that it has now, oldest first. @param {Line} line @returns {Frame[]} */
export function framesOf(line) {
  const last = newestStep(line);
  const newest = visitAt(line, last);
  if (!newest) return [];
  const { parameterCount } = architectureOf(newest.stretch.experiment);
  const { steps } = line.history;
  const stride = Math.max(1, Math.ceil(steps.length / MOST));
  const wanted = [...Array.from(steps).filter((_, at) => at % stride === 0), last];
  /** @type {Frame[]} */
  const frames = [];
  for (const step of wanted) {
    const frame = visitAt(line, step)?.frame;
    if (frame && frame.parameters.length === parameterCount && frame.step > (frames.at(-1)?.step ?? -1)) frames.push(frame);
  }
  return frames;
}

/**
 * The same to whoever leads runs in step as one that is trained, but that it ends where it ends.
 * @param {{name: string, rest: string, line: Line, beside: Line}} wish `beside`: the branch that it is laid beside
 * @returns {import('./lane.js').Lane}
 */
export function createRecorded({ name, rest, line, beside }) {
  const visit = visitAt(line, newestStep(line));
  if (!visit) throw new Error('This branch has no moments.');
  const { stretch: { experiment, points } } = visit;
  const frames = framesOf(line);
  const nothing = async () => {};
  return {
    name, rest, points, experiment, frames, line, broken: null, checkpoint: null,
    parted: partedAt(line, beside),
    step: frames.at(-1)?.step ?? 0,
    begin: nothing, advance: nothing, resume: nothing,
    take() {},
    close() {},
  };
}

/**
 * @file What is said of runs that lie beside each other: what differs, what came out, and who is ahead, with what it claims.
 */
import { capital, formatCost, formatCount, formatPercent, NONE } from '../../ui/format.js';
import { differences } from '../../state/moment.js';
import { samePoints } from '../../state/points.js';
import { said, together } from '../../words/sentence.js';
import { rowOf } from './differences.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Frame} Frame */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/**
 * @typedef {object} Told a run up to the moment that is looked at
 * @property {string} name
 * @property {Experiment} experiment
 * @property {readonly Point[]} points
 * @property {readonly Frame[]} frames up to that moment
 * @property {number | null} broken
 * @property {number | null} [parted] the step up to which it is one run with the first
 */
/** @typedef {{title: string, cells: string[]}} Row */

/** Costs that differ by less of the greater one say nothing. */
const ALIKE = 0.05;
/** Right of all training points, for whoever counts steps. */
const GOAL = 0.95;

/** @param {Told} run */
const now = ({ frames }) => frames[frames.length - 1];

/** Which cost is told: of test points where all have some. @param {readonly Told[]} runs @returns {'test' | 'train'} */
export const measureOf = (runs) => (runs.every((run) => Number.isFinite(now(run)?.test_cost ?? NaN)) ? 'test' : 'train');

/** @param {Told} run @param {'test' | 'train'} measure */
const costOf = (run, measure) => now(run)?.[measure === 'test' ? 'test_cost' : 'train_cost'] ?? NaN;

/** What differs, a row for each setting. @param {readonly Told[]} runs @param {import('../../types.js').Options | null} options @returns {Row[]} */
export function whatDiffers(runs, options) {
  const [first, ...others] = runs;
  const fields = new Set(others.flatMap(({ experiment }) => Object.keys(differences(first.experiment, experiment))));
  const rows = [...fields].map((field) => {
    const cells = runs.map(({ experiment }) => rowOf(field, experiment[/** @type {keyof Experiment} */ (field)], options).value);
    return { title: capital(rowOf(field, first.experiment[/** @type {keyof Experiment} */ (field)], options).title), cells };
  });
  if (others.every(({ points }) => samePoints([...first.points], [...points]))) return rows;
  return [...rows, { title: 'Points', cells: runs.map(({ points }) => formatCount(points.length)) }];
}

/** The first kept moment with so many right, and whether it may have been earlier. @param {Told} run */
function goalOf({ frames }) {
  const at = frames.findIndex(({ train_accuracy: share }) => share >= GOAL);
  return at < 0 ? null : { step: frames[at].step, exact: at === 0 || frames[at].step - frames[at - 1].step === 1 };
}

/** What came out at the moment. @param {readonly Told[]} runs @returns {Row[]} */
export function whatCameOut(runs) {
  const cell = (/** @type {(frame: Frame) => string} */ words) => runs.map((run) => (now(run) ? words(now(run)) : NONE));
  const some = (/** @type {(frame: Frame) => number} */ read) => runs.some((run) => now(run) && !Number.isNaN(read(now(run))));
  const cost = (/** @type {number} */ value) => (Number.isNaN(value) ? NONE : formatCost(value));
  const share = (/** @type {number} */ value) => (Number.isNaN(value) ? NONE : formatPercent(value));
  return [
    { title: 'Cost, train', cells: cell((frame) => cost(frame.train_cost)) },
    ...(some((frame) => frame.test_cost) ? [{ title: 'Cost, test', cells: cell((frame) => cost(frame.test_cost)) }] : []),
    ...(some((frame) => frame.train_accuracy) ? [{ title: 'Correct, train', cells: cell((frame) => share(frame.train_accuracy)) }] : []),
    ...(some((frame) => frame.test_accuracy) ? [{ title: 'Correct, test', cells: cell((frame) => share(frame.test_accuracy)) }] : []),
    ...(some((frame) => frame.train_accuracy) ? [{
      title: `${formatPercent(GOAL)} correct, train`,
      cells: runs.map((run) => {
        const goal = goalOf(run);
        return goal ? `${goal.exact ? '' : 'by '}step ${formatCount(goal.step)}` : 'not yet';
      }),
    }] : []),
    { title: 'Size of the last step', cells: cell((frame) => (frame.step === 0 ? NONE : formatCost(Math.hypot(...frame.update)))) },
  ];
}

/** @param {{name: string}} run */
const called = ({ name }) => `“${name}”`;

/** Who is ahead, in a heading. @param {readonly Told[]} runs @returns {Sentence} */
export function headlineOf(runs) {
  const measure = measureOf(runs);
  const standing = runs.filter((run) => run.broken === null && Number.isFinite(costOf(run, measure)));
  if (standing.length === 0) return said('None of these has a cost.', { that: 'no cost', measure });
  const costs = standing.map((run) => costOf(run, measure));
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const best = standing[costs.indexOf(least)];
  if (standing.length > 1 && most - least <= ALIKE * most) {
    return said('No difference that these points could show', { that: 'costs alike', measure, within: ALIKE, names: standing.map(({ name }) => name) });
  }
  if (standing.length === 1) return said(`Only ${called(best)} still has numbers`, { that: 'alone', name: best.name });
  return said(`${capital(best.name)} has the lowest ${measure} cost`.replace('lowest', runs.length === 2 ? 'lower' : 'lowest'),
    { that: 'lowest cost', measure, name: best.name });
}

/** How they began, where that can be said. @param {readonly Told[]} runs @returns {Sentence} */
function beginningOf(runs) {
  const [first, ...others] = runs;
  const all = runs.length === 2 ? 'Both' : `All ${runs.length}`;
  const parted = others.map((run) => run.parted ?? null);
  if (parted.every((step) => step !== null)) {
    const step = Math.min(...parted);
    return said(`${all} are one run up to step ${formatCount(step)}.`, { that: 'one run up to', step });
  }
  const start = first.frames[0]?.parameters;
  const sameWeights = start !== undefined && others.every(({ frames }) => {
    const other = frames[0]?.parameters;
    return other !== undefined && other.length === start.length && other.every((value, index) => value === start[index]);
  });
  const sameBatches = others.every(({ experiment, points }) => (
    ['batch_size', 'shuffle', 'seed'].every((field) => experiment[/** @type {keyof Experiment} */ (field)] === first.experiment[/** @type {keyof Experiment} */ (field)])
    && samePoints([...first.points], [...points])));
  const begun = sameWeights ? `${all} began with the same weights` : `${runs.length === 2 ? 'Each' : `Each of the ${runs.length}`} began with its own weights`;
  const seen = sameBatches ? ' and see the same batches, step by step.' : '.';
  const text = sameWeights ? `${begun}${seen}` : `${begun}${sameBatches ? ' and sees the same batches, step by step.' : '.'}`;
  return said(text, { that: 'began', same_weights: sameWeights, same_batches: sameBatches });
}

/** @param {readonly Told[]} runs @returns {Sentence} */
export function comparisonWords(runs) {
  const measure = measureOf(runs);
  const costs = runs.map((run) => ({ name: run.name, cost: costOf(run, measure), broken: run.broken }));
  const known = costs.filter(({ cost, broken }) => broken === null && Number.isFinite(cost)).sort((a, b) => a.cost - b.cost);
  const step = Math.max(...runs.map((run) => now(run)?.step ?? 0));
  const [best, worst] = [known[0], known[known.length - 1]];
  const ranked = known.length < 2 ? said('') : said(
    `At step ${formatCount(step)} the ${measure} cost is ${formatCost(best.cost)} with ${called(best)} and ${formatCost(worst.cost)} with ${called(worst)}.`,
    { that: 'cost of run', measure, name: best.name, cost: formatCost(best.cost) }, { that: 'cost of run', measure, name: worst.name, cost: formatCost(worst.cost) },
  );
  const stopped = runs.filter(({ broken }) => broken !== null).map((run) => said(
    `${capital(run.name)} stopped at step ${formatCount(/** @type {number} */ (run.broken))}: not a number.`, { that: 'broken', name: run.name, step: run.broken }));
  return together(beginningOf(runs), ranked, ...stopped);
}

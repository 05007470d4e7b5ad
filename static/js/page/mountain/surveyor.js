/**
 * Keeps the ground true: has it measured anew whenever points, settings, the floor or the network's other parameters have made it
 * another one; at once at rest, from time to time while training.
 */
import { LEVELS } from '../../network/mountain/measure.js';
import { createMeasurer } from '../../network/mountain/measurer.js';
import { laidFloor, squareOf } from './floor.js';

/** @typedef {import('./survey.js').Survey} Survey */
/** @typedef {import('../../network/mountain/problem.js').Problem} Problem */

/**
 * What a survey is made of.
 * @typedef {object} Ground
 * @property {import('../../network/architecture.js').Architecture} architecture
 * @property {Problem} problem the same object as long as it is the same
 * @property {ArrayLike<number>} parameters θ now
 * @property {readonly import('./path.js').Stop[]} stops
 * @property {readonly import('./path.js').Stop[]} later those after a moment of the past
 * @property {import('./state.js').Floor | null} floor
 * @property {number} reach
 * @property {boolean} training
 */

/** Milliseconds that a finer level may take, by what the one before took. */
const MOST = 4000;
/** While training, measuring takes at most one part in so many of the time. */
const SHARE = 10;
const LEAST_REST = 350;
/** Milliseconds after which a survey that is not there yet is told of. */
export const PATIENCE = 400;

/** Products for a place of the land, from which on the first picture is coarser still. */
const MUCH = 1.5e6;
const COARSEST = 9;

/** @param {import('../../network/architecture.js').Architecture} architecture @param {Problem} problem @param {boolean} training */
function levelsOf({ parameterCount }, { samples }, training) {
  const levels = training ? LEVELS.slice(0, 2) : LEVELS;
  return parameterCount * samples > MUCH ? [COARSEST, ...levels] : levels;
}

const startWorker = () => new Worker(new URL('../../mountain_worker.js', import.meta.url), { type: 'module' });

/** @param {{onSurvey: (survey: Survey) => void, onShare: (share: number) => void, onFault: () => void}} handlers */
export function createSurveyor({ onSurvey, onShare, onFault }) {
  /** What is measured, or was measured last. @type {(Omit<Survey, 'heights' | 'isFine'> & {ground: Ground}) | null} */
  let laid = null;
  /** @type {import('./floor.js').Laid | null} */
  let floor = null;
  let isBusy = false;
  let begun = 0, rest = 0, timer = 0;
  /** @type {Ground | null} */
  let wished = null;

  const measurer = createMeasurer(startWorker, {
    onHeights({ heights, milliseconds, isLast }) {
      if (!laid) return;
      const { ground, architecture, problem, slice, square, kind, wished: asked, axes, parameters } = laid;
      onSurvey({ architecture, problem, slice, square, kind, wished: asked, axes, parameters, heights, isFine: isLast && !ground.training });
      if (!isLast) return;
      isBusy = false;
      rest = Math.max(LEAST_REST, milliseconds * SHARE);
      if (wished) want(wished);
    },
    onShare,
    onFault,
  });

  /** @param {Ground} ground */
  function lay(ground) {
    const { architecture, problem, parameters, reach, training } = ground;
    const stops = [...ground.stops, ...ground.later];
    floor = laidFloor({ ...ground, stops }, laid?.architecture === architecture ? floor : null);
    const { kind, slice, axes, least } = floor;
    const square = squareOf(slice, stops, parameters, reach, least);
    laid = { ground, architecture, problem, slice, square, kind, wished: ground.floor?.kind ?? null, axes, parameters };
    isBusy = true;
    begun = performance.now();
    measurer.measure({ problem, slice, square, levels: levelsOf(architecture, problem, training), most: MOST });
  }

  /** Whether another ground would be measured. @param {Ground} ground */
  function isOther({ architecture, problem, parameters, floor: wishedFloor, reach, training }) {
    if (!laid) return true;
    const before = laid.ground;
    return before.architecture !== architecture || before.problem !== problem || before.floor !== wishedFloor || before.reach !== reach
      || before.parameters !== parameters || (before.training && !training);
  }

  /** Whether what is being measured is of no use any more. @param {Ground} ground */
  const isVoid = ({ problem, floor: wishedFloor, reach, training }) => (
    !laid || laid.problem !== problem || laid.ground.floor !== wishedFloor || laid.ground.reach !== reach || !training);

  /** @param {Ground} ground */
  function want(ground) {
    window.clearTimeout(timer);
    wished = null;
    if (!isOther(ground)) return;
    const due = begun + rest - performance.now();
    if (isVoid(ground)) {
      lay(ground);
    } else if (isBusy) {
      wished = ground;
    } else if (due > 0) {
      wished = ground;
      timer = window.setTimeout(() => { if (wished) want(wished); }, due);
    } else {
      lay(ground);
    }
  }

  return {
    want,
    /** Nobody looks any more. */
    stop() {
      window.clearTimeout(timer);
      measurer.stop();
      laid = wished = null;
      isBusy = false;
    },
    shape: measurer.shape,
    get isBusy() {
      return isBusy;
    },
  };
}

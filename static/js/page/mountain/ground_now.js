/**
 * What the mountain is made of as it is now: the network with all the digits that the page has of it, and the points.
 */
import { problemOf } from '../../network/mountain/problem.js';
import { decodeVector } from '../../network/parameters.js';
import { networkNow } from '../network/network_now.js';

/** @typedef {Pick<import('../page.js').Page, 'state' | 'view'>} Page */
/** @typedef {import('../../network/mountain/problem.js').Problem} Problem */

/** @type {WeakMap<import('../../types.js').Progress, Float64Array>} */
const wholes = new WeakMap();

/** @param {import('../../types.js').Progress} progress */
function decoded(progress) {
  const vector = wholes.get(progress) ?? decodeVector(progress.parameters);
  wholes.set(progress, vector);
  return vector;
}

/**
 * The network as it is; null where its parameters don't belong to the experiment.
 * @param {Page} page
 * @returns {{architecture: import('../../network/architecture.js').Architecture, parameters: ArrayLike<number>} | null}
 */
export function groundNetwork(page) {
  const network = networkNow(page);
  const { progress, frame } = page.state;
  if (!network || !progress || progress.step !== frame?.step) return network;
  const whole = decoded(progress), { parameters } = network;
  const isSame = whole.length === parameters.length && whole.every((value, at) => Math.fround(value) === Math.fround(parameters[at]));
  return isSame ? { ...network, parameters: whole } : network;
}

/** @type {{experiment: unknown, points: unknown, problem: Problem} | null} */
let posed = null;

/** What the cost is the mean over: the same object for the same points and settings. @param {Pick<Page, 'state'>} page @returns {Problem | null} */
export function problemNow({ state: { experiment, points } }) {
  if (!experiment) return null;
  if (posed?.experiment !== experiment || posed.points !== points) posed = { experiment, points, problem: problemOf(experiment, points) };
  return posed.problem;
}

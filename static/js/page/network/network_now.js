/**
 * The network as it stands, and its answers.
 */
import { feedforward } from '../../network/forward.js';
import { decodeVector } from '../../network/parameters.js';
import { architectureOf, tableOf } from '../../state/selectors.js';
import { heldOf } from '../../network/slice.js';
import { namingOf } from '../../ui/naming.js';

/** @typedef {Pick<import('../page.js').Page, 'state' | 'view'>} Now */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** @type {WeakMap<import('../../types.js').Progress, Float64Array>} */
const decoded = new WeakMap();

/** @param {import('../../types.js').Progress} progress */
function parametersOf(progress) {
  let parameters = decoded.get(progress);
  if (!parameters) decoded.set(progress, (parameters = decodeVector(progress.parameters)));
  return parameters;
}

/** Where the plane holds further columns. @param {Now} page */
export const heldNow = ({ state, view }) => heldOf(state.points, view.plane.held);

/** Whether the plane shows a slice of what the network is told. @param {Now} page */
export const isSlice = (page) => (sliceNow(page)?.held.length ?? 0) > 0;

/** What the points' table calls the classes; null where none does. @param {Now} page @returns {readonly string[] | null} */
export function classNamesNow({ state }) {
  const { isOwn, classes } = namingOf(tableOf(state));
  return isOwn ? classes : null;
}

/** The architecture of the network, in the slice that the plane shows, with the points' names for its classes. @param {Now} page @returns {Architecture | null} */
export function sliceNow(page) {
  const { experiment } = page.state;
  return experiment && architectureOf(experiment).called(classNamesNow(page)).at(heldNow(page));
}

/**
 * The network as it is, after a divergence as it was where the way back leads; null where its parameters
 * don't belong to the experiment.
 * @param {Now} page
 * @returns {{architecture: Architecture, parameters: ArrayLike<number>} | null}
 */
export function networkNow(page) {
  const { state: { frame, diverged }, view } = page;
  const architecture = sliceNow(page);
  if (!architecture || !frame) return null;
  const back = diverged && (view.recovery.way_back?.progress ?? diverged.progress);
  const parameters = back ? parametersOf(back) : frame.parameters;
  return parameters.length === architecture.parameterCount ? { architecture, parameters } : null;
}

/**
 * What the network answers for a point, or at a place of the slice, and all that happens on the way.
 * @param {Now} page
 * @param {{x1: number, x2: number, id?: number, more?: number[]}} place with an id it is a point, which has its own further columns
 */
export function passAt(page, { x1, x2, id, more }) {
  const network = networkNow(page);
  const further = id === undefined ? network?.architecture.held : more ?? [];
  return network ? feedforward(network.architecture, network.parameters, x1, x2, further) : null;
}

/**
 * @param {Now} page
 * @param {{x1: number, x2: number, id?: number, more?: number[]}} place
 * @returns {Float64Array | null}
 */
export function answerAt(page, place) {
  return passAt(page, place)?.activations.at(-1) ?? null;
}

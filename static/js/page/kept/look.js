/**
 * How the page is looked at, as it is kept and given away, and shown so again.
 */
import { HALF_FADED } from '../../network/slice.js';
import { assign } from '../../ui/tracked.js';

/** @typedef {import('../page.js').Page['view']} View */
/** @typedef {import('../../kept/record.js').Look} Look */

/** What the mountain stands on where nobody chose. */
const USUAL = { floor: null, scale: /** @type {const} */ ('linear'), reach: 1 };

/** @param {View['mountain']} mountain @returns {Pick<Look, 'mountain'>} */
function groundOf({ floor, scale, reach }) {
  const isUsual = floor === USUAL.floor && scale === USUAL.scale && reach === USUAL.reach;
  return isUsual ? {} : { mountain: { floor: floor && { ...floor }, scale, reach } };
}

/** What is as on a new page is left out. @param {View} view @returns {Look} */
export const lookOf = ({ plane, brush, loss, transport, mountain }) => ({
  chosen: plane.chosen, brush: { index: brush.index, height: brush.height }, logarithmic: loss.logarithmic, speed: transport.speed,
  ...(plane.held.length > 0 && { held: [...plane.held] }),
  ...(plane.reach !== HALF_FADED && { reach: plane.reach }),
  ...(!plane.show_tests && { show_tests: false }),
  ...(plane.discretised && { discretised: true }),
  ...groundOf(mountain),
});

/** All that a look is made of, for whoever wants to know when it changes. @param {View} view */
export const lookedAt = ({ plane, brush, loss, transport, mountain }) => [
  plane.chosen, plane.held, plane.reach, plane.show_tests, plane.discretised, brush.index, brush.height, loss.logarithmic, transport.speed,
  mountain.floor, mountain.scale, mountain.reach,
];

/** Looks at it so; how fast it is to train, whoever calls this tells the server. @param {View} view @param {Look} look */
export function lookAgain(view, {
  chosen, brush, logarithmic, held = [], reach = HALF_FADED, show_tests = true, discretised = false, mountain = USUAL,
}) {
  assign(view.plane, { chosen, held, reach, show_tests, discretised });
  assign(view.brush, brush);
  view.loss.logarithmic = logarithmic;
  assign(view.mountain, { ...mountain, picked: null });
}

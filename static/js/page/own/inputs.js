/**
 * The inputs of a network for a table that is taken in.
 */
import { MOST_INPUTS, furtherName, furtherPlace } from '../../network/features.js';

/**
 * The inputs that points with so many further columns need: those of the plane stay, where they are no more than seven together.
 * @param {readonly import('../../types.js').FeatureName[]} present
 * @param {number} count
 * @returns {{features?: import('../../types.js').FeatureName[]}}
 */
export function inputsFor(present, count) {
  const further = Array.from({ length: count }, (_, place) => furtherName(place));
  const ofPlane = present.filter((name) => furtherPlace(name) < 0);
  const kept = ofPlane.length > 0 && ofPlane.length + count <= MOST_INPUTS ? ofPlane : /** @type {const} */ (['x1', 'x2']);
  const features = [...kept, ...further];
  return features.join() === present.join() ? {} : { features };
}

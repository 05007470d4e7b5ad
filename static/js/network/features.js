/**
 * @file Features: what layer 1 is fed with, each a function of a point's coordinates: x1 and x2, and `more`, which are x3 and so on.
 */

/** @typedef {import('../types.js').FeatureName} FeatureName */
/** @typedef {(x1: number, x2: number, more: ArrayLike<number>) => number} FeatureOf */

/** Further coordinates of a point, at most. */
export const MOST_FURTHER = 5;
/** Inputs of a network, at most. */
export const MOST_INPUTS = 7;

/** What a point without further coordinates has of them. @type {readonly number[]} */
export const NONE = Object.freeze([]);

/** A further coordinate as it is; 0 where a point doesn't have it. @param {number} place @returns {FeatureOf} */
const further = (place) => (_, _x2, more) => more[place] ?? 0;

/** @type {Record<FeatureName, FeatureOf>} */
export const FEATURES = {
  'x1': (x1) => x1,
  'x2': (_, x2) => x2,
  'x1^2': (x1) => x1 * x1,
  'x2^2': (_, x2) => x2 * x2,
  'x1*x2': (x1, x2) => x1 * x2,
  'sin x1': (x1) => Math.sin(x1),
  'sin x2': (_, x2) => Math.sin(x2),
  'x3': further(0),
  'x4': further(1),
  'x5': further(2),
  'x6': further(3),
  'x7': further(4),
};

/** Which further coordinate a feature is, from 0; -1 where it is none. @param {string} name */
export const furtherPlace = (name) => (/^x[3-7]$/.test(name) ? Number(name[1]) - 3 : -1);

/** The feature that a further coordinate is. @param {number} place from 0 */
export const furtherName = (place) => /** @type {FeatureName} */ (`x${place + 3}`);

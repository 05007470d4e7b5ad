/** @file Features: what layer 1 is fed with, each a function of a point's coordinates. */

/** @type {Record<import('../types.js').FeatureName, (x1: number, x2: number) => number>} */
export const FEATURES = {
  'x1': (x1) => x1,
  'x2': (_, x2) => x2,
  'x1^2': (x1) => x1 * x1,
  'x2^2': (_, x2) => x2 * x2,
  'x1*x2': (x1, x2) => x1 * x2,
  'sin x1': (x1) => Math.sin(x1),
  'sin x2': (_, x2) => Math.sin(x2),
};

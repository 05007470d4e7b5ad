/** @file The networks that the article computes with, read from the page (made by the engine). */

import { Architecture } from '../network/architecture.js';

/** @typedef {import('../types.js').Experiment} Experiment */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {'plain' | 'momentum' | 'adam'} Method   of descent */

/**
 * @typedef {Object} Network
 * @property {Experiment} experiment
 * @property {Architecture} architecture
 * @property {Float64Array} parameters   θ
 * @property {Point[]} points
 * @property {Point} followed   the point that is followed until the reader chooses another
 */

/**
 * @typedef {Object} MountainData
 * @property {[number, number, number][]} weights   the two that are free: layer, to, from
 * @property {[number, number]} low    of the map: the first weight, the second
 * @property {[number, number]} high
 * @property {[number, number]} start
 * @property {[number, number, number]} lowest   the lowest place of the map, and its cost
 * @property {Record<Method, number[]>} rates   to try; the second is a good one
 * @property {number} steps   at most
 * @property {{plain: number, all: number}} rest   steps after which a walk by one method, and one by all, stands still
 */

/**
 * @typedef {Object} Networks
 * @property {Network} article
 * @property {Network} worked
 * @property {MountainData} mountain
 * @property {{sizes: number[], draws: number[]}} deep
 */

/** @param {{experiment: Experiment, parameters: number[], points: Point[], followed: number}} data @returns {Network} */
function networkOf({ experiment, parameters, points, followed }) {
  return {
    experiment,
    architecture: new Architecture(experiment),
    parameters: Float64Array.from(parameters),
    points,
    followed: /** @type {Point} */ (points.find(({ id }) => id === followed)),
  };
}

/** @param {string} text the page's data, as JSON @returns {Networks} */
export function readNetworks(text) {
  const { article, worked, mountain, deep } = JSON.parse(text);
  return { article: networkOf(article), worked: networkOf(worked), mountain, deep };
}

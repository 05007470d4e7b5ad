/** @file Loads what tests/fixtures/make_network_fixtures.py made in plain NumPy. */

import { readFileSync } from 'node:fs';

/** @param {string} name */
const load = (name) => JSON.parse(
  readFileSync(new URL(`../../fixtures/network/${name}.json`, import.meta.url), 'utf8'));

/**
 * @typedef {Object} NetworkCase
 * @property {string} name
 * @property {import('../../../static/js/types.js').Experiment} experiment
 * @property {number} resolution
 * @property {number[]} x1
 * @property {number[]} x2
 * @property {number[]} parameters
 * @property {number[][][]} pre_activations   by layer, neuron, point
 * @property {number[][][]} activations
 */

/** @type {NetworkCase[]} */
export const NETWORKS = load('networks');

/** @type {{z: number[], [name: string]: any}} */
export const ACTIVATION_VALUES = load('activations');

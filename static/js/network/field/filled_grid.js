/**
 * @file A grid over the plane with the network's values at its nodes, filled at once or over several calls.
 */

import { createGrid, feedforwardGrid } from '../grid.js';
import { Budget } from './budget.js';

/** @typedef {import('../architecture.js').Architecture} Architecture */
/** @typedef {import('../grid.js').Grid} Grid */

/** A guess of what a parameter costs at a node until a grid was filled, milliseconds. */
const PARAMETER_TIME = 2e-6;

/** Share of the nodes after which a filling is completed. */
const ALMOST = 0.9;

/**
 * @typedef {Object} Filling
 * @property {ArrayLike<number>} parameters   that it was begun with
 * @property {number} version                 of the parameters
 * @property {number} resolution
 * @property {number} next      the first node that is not filled
 * @property {number} elapsed   milliseconds so far
 */

/** A grid that is made anew only for another resolution, and filled anew only for another network. */
export class FilledGrid {
  /** @param {Architecture} architecture */
  constructor(architecture) {
    this.architecture = architecture;
    this.budget = new Budget(PARAMETER_TIME * architecture.parameterCount);
    /** @type {Grid | null} */
    this.grid = null;
    this.version = -1;
    /** The filling that was begun but is not complete. @type {Filling | null} */
    this.begun = null;
  }

  /**
   * @param {ArrayLike<number>} parameters
   * @param {number} version      of the parameters
   * @param {number} resolution   a finer one that is filled already is as good
   * @returns {Grid}
   */
  fill(parameters, version, resolution) {
    this.begun = null;
    if (this.grid && this.grid.resolution >= resolution && this.version === version) return this.grid;
    const grid = this.#sized(resolution);
    const start = performance.now();
    feedforwardGrid(this.architecture, parameters, grid);
    this.budget.record(resolution, performance.now() - start);
    this.version = version;
    return grid;
  }

  /**
   * Fills as many nodes as take this time. A filling that was begun is completed before one with other
   * parameters begins: where they change in each frame, none would be.
   * @param {ArrayLike<number>} parameters
   * @param {number} version      of the parameters
   * @param {number} resolution
   * @param {number} milliseconds
   * @returns {Grid | null}   null until it is complete, and in the call that completes it: what is painted with it
   *   costs about as much as a part
   */
  fillPart(parameters, version, resolution, milliseconds) {
    const filling = this.begun ??= { parameters, version, resolution, next: 0, elapsed: 0 };
    const grid = this.#sized(filling.resolution);
    const samples = filling.resolution ** 2;
    if (filling.next >= samples) {
      this.budget.record(filling.resolution, filling.elapsed);
      this.version = filling.version;
      this.begun = null;
      return grid;
    }
    const start = performance.now();
    const from = filling.next;
    filling.next += Math.ceil(milliseconds / this.budget.cost);
    // What would be a small rest is done at once.
    if (filling.next > samples * ALMOST) filling.next = samples;
    feedforwardGrid(this.architecture, filling.parameters, grid, from, filling.next);
    filling.elapsed += performance.now() - start;
    this.version = -1;
    return null;
  }

  /** @param {number} resolution */
  #sized(resolution) {
    if (this.grid?.resolution !== resolution) this.grid = createGrid(this.architecture, resolution);
    return this.grid;
  }
}

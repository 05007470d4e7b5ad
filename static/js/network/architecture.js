/** @file The shape of a network, and where each parameter stands in the flat vector θ (docs/notation.md). */

import { NONE, furtherPlace } from './features.js';
import { neuronsOf } from './outputs.js';

/** @typedef {import('../types.js').Experiment} Experiment */

/** The last slice of a network, and the last one with names. @type {WeakMap<Architecture, Architecture>} */
const slices = new WeakMap(), named = new WeakMap();

/** A network like another but for this. @param {object} network @param {{held?: readonly number[], classNames?: readonly string[]}} other */
const but = (network, other) => Object.freeze(Object.assign(Object.create(Object.getPrototypeOf(network)), network, other));

export class Architecture {
  /**
   * @param {Pick<Experiment,
   *   'features' | 'hidden' | 'task' | 'classes' | 'activation' | 'output'>} experiment
   */
  constructor({ features, hidden, task, classes, activation, output }) {
    this.features = features;
    this.task = task;
    this.activation = activation;
    this.output = output;
    /** #(i) is `sizes[i - 1]`. */
    this.sizes = [features.length, ...hidden, task === 'regression' ? 1 : neuronsOf(output, classes)];
    /** How many classes it tells apart; 1 in regression. */
    this.classes = task === 'regression' ? 1 : classes;
    /** n, the number of layers. */
    this.layers = this.sizes.length;
    /** Where layer i's block begins in θ; slots 0 and 1 hold 0, as layer 1 has no parameters. */
    this.offsets = [0, 0];
    let end = 0;
    for (let i = 2; i <= this.layers; i++) {
      this.offsets.push(end);
      end += (this.sizes[i - 2] + 1) * this.sizes[i - 1];
    }
    this.parameterCount = end;
    /** Where a place of the plane has its further coordinates. @type {readonly number[]} */
    this.held = NONE;
    /** What the classes are called, where their points' table names them; null: by their marks. @type {readonly string[] | null} */
    this.classNames = null;
    Object.freeze(this);
  }

  /** The class that an output neuron speaks for: its own, and the second where a single one tells two apart. @param {number} neuron */
  classOf(neuron) {
    return this.classes > this.sizes[this.layers - 1] ? 1 : neuron;
  }

  /**
   * The same network where the plane holds its further coordinates here: the same object for the same values. Pictures
   * that were made for one slice can't be taken for those of another.
   * @param {readonly number[]} held
   * @returns {Architecture}
   */
  at(held) {
    if (!this.features.some((name) => furtherPlace(name) >= 0) || held.length === 0) return this;
    const last = slices.get(this);
    if (last && last.held.join() === held.join()) return last;
    /** @type {Architecture} */
    const slice = but(this, { held: Object.freeze([...held]) });
    slices.set(this, slice);
    return slice;
  }

  /**
   * The same network with its classes called so, for words: the same object for the same names.
   * @param {readonly string[] | null} names null: by their marks
   * @returns {Architecture}
   */
  called(names) {
    if (names === null) return this;
    const last = named.get(this);
    if (last?.classNames === names) return last;
    /** @type {Architecture} */
    const one = but(this, { classNames: names });
    named.set(this, one);
    return one;
  }

  /**
   * Index in θ of w_{j,k}^{i-1,i}, the weight from neuron j of layer i-1 to neuron k of layer i.
   * @param {number} i layer the weight leads into, 2..n
   * @param {number} k destination, from 0
   * @param {number} j source, from 0
   */
  weightIndex(i, k, j) {
    return this.offsets[i] + j * this.sizes[i - 1] + k;
  }

  /**
   * Index in θ of b_k^i.
   * @param {number} i layer, 2..n
   * @param {number} k neuron, from 0
   */
  biasIndex(i, k) {
    return this.offsets[i] + this.sizes[i - 2] * this.sizes[i - 1] + k;
  }

  /**
   * Whether parameters of the other architecture mean the same here (features and sizes agree).
   * @param {Architecture} other
   */
  sameShape(other) {
    return this.sizes.join() === other.sizes.join() && this.features.join() === other.features.join();
  }
}

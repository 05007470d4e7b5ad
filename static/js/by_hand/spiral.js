/** @file The spiral of three arms for the playground: its points, and a network of sixteen ReLU neurons that has not learned yet, as a link. */
import { toLink } from '../kept/link.js';
import { encodeVector } from '../network/parameters.js';
import { ARMS, SEED, normal, spiralPoints, uniform } from './spiral_points.js';

const SIZES = [2, 16, ARMS];

/** @typedef {import('../types.js').Checkpoint} Checkpoint */

/** @returns {Checkpoint} */
export function spiralCheckpoint() {
  const random = uniform(SEED);
  const points = spiralPoints(random);
  // Blocks of a layer: the rows that leave each neuron before it, then its biases (docs/notation.md).
  const parameters = SIZES.slice(1).flatMap((size, at) => [
    ...Array.from({ length: SIZES[at] * size }, () => Math.fround(normal(random) * Math.sqrt(2 / SIZES[at]))), ...new Array(size).fill(0),
  ]);
  const nothing = encodeVector(parameters.map(() => 0));
  return {
    version: 1,
    experiment: {
      features: ['x1', 'x2'], hidden: [SIZES[1]], task: 'classification', classes: ARMS, activation: 'relu', output: 'softmax', cost: 'cross_entropy',
      optimizer: 'adam', learning_rate: 0.03, momentum: 0.9, decay: 0.999, l1: 0, l2: 0, batch_size: 32, shuffle: true, initializer: 'he', seed: 1,
      schedule: 'constant', warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
      until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
    },
    points,
    progress: { step: 0, epoch: 0, batch: 0, parameters: encodeVector(parameters), optimizer: { mean: nothing, squares: nothing, updates: encodeVector([0]) }, last_batch: null },
  };
}

/** What follows the playground's address. */
export const spiralLink = () => toLink({ name: 'Spiral of three arms', checkpoint: spiralCheckpoint(), look: null, tables: [] }, null);

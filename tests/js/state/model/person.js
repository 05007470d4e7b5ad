/** @file A person who does one thing after another, as a sequence of random numbers has it. */

import { DATASETS, LIMITS } from './server.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {{pick: <T>(list: readonly T[]) => T, below: (count: number) => number, chance: (share: number) => boolean, place: () => number}} Hand */

/** @param {() => number} draw @returns {Hand} */
export const handOf = (draw) => ({
  pick: (list) => list[Math.floor(draw() * list.length)],
  below: (count) => Math.floor(draw() * count),
  chance: (share) => draw() < share,
  // JSON has no negative zero.
  place: () => Number((6 * draw() - 3).toFixed(3)) || 0,
});

/** @param {World} world @param {Hand} hand */
function target({ state }, { below, place }) {
  const experiment = state().experiment;
  return experiment?.task === 'regression' ? place() : below(Math.min(4, (experiment?.classes ?? 2) + 1));
}

/** @param {World} world @param {Hand} hand */
function someIds({ state }, { below }) {
  const { points } = state();
  const first = below(points.length);
  return points.slice(first, first + 1 + below(3)).map(({ id }) => id);
}

const SETTINGS = /** @type {Record<string, readonly unknown[]>} */ ({
  activation: ['tanh', 'relu', 'sine'], optimizer: ['gradient_descent', 'momentum', 'adam', 'rmsprop'],
  learning_rate: [0.01, 0.1, 0.3], momentum: [0.5, 0.9], decay: [0.9, 0.999], l1: [0, 0.1], l2: [0, 0.2],
  batch_size: [1, 3, 10, 5000], shuffle: [true, false], initializer: ['glorot', 'he'], seed: [1, 2, 3],
  features: [['x1', 'x2'], ['x1'], ['x1', 'x2', 'x1^2']], classes: [2, 3, 4, 9], task: ['classification', 'regression'],
});

/** What changes something. @type {Record<string, (world: World, hand: Hand) => void>} */
const DEEDS = {
  add(world, hand) {
    const wanted = target(world, hand);
    if (world.editor.canAdd(wanted)) world.editor.add(hand.place(), hand.place(), wanted, hand.chance(0.2));
  },
  remove: (world, hand) => world.editor.remove(someIds(world, hand)),
  move(world, hand) {
    for (const id of someIds(world, hand).slice(0, 1)) world.editor.move(id, hand.place(), hand.place());
  },
  recolour(world, hand) {
    const { experiment } = world.state();
    const value = experiment?.task === 'regression' ? hand.place() : hand.below(experiment?.classes ?? 2);
    world.editor.setTargets(someIds(world, hand), value);
  },
  replace(world, hand) {
    world.editor.replace(world.state().points.toReversed().slice(hand.below(3)));
  },
  drag(world, hand) {
    const [id] = someIds(world, hand);
    if (id === undefined) return;
    world.editor.dragStart([id]);
    for (let moves = hand.below(4); moves >= 0; moves--) {
      world.editor.drag([{ id, x1: hand.place(), x2: hand.place() }]);
      if (hand.chance(0.7)) world.frame();
      if (hand.chance(0.15)) world.send({ type: 'configure', changes: { learning_rate: hand.pick([0.2, 0.4]) } });
      if (hand.chance(0.1)) world.editor.undo().catch(() => {});
    }
    world.editor.drop([{ id, x1: hand.place(), x2: hand.place() }]);
  },
  setting(world, hand) {
    const name = hand.pick(Object.keys(SETTINGS));
    world.send({ type: 'configure', changes: { [name]: hand.pick(SETTINGS[name]) } });
  },
  layer(world, hand) {
    const type = hand.pick(/** @type {const} */ (['add_layer', 'remove_layer']));
    const layer = 2 + hand.below(LIMITS.max_hidden_layers + 1);
    world.send(type === 'add_layer' ? { type, layer, neurons: 1 + hand.below(LIMITS.max_neurons) } : { type, layer });
  },
  neuron(world, hand) {
    const layer = 2 + hand.below(2);
    world.send(hand.chance(0.5) ? { type: 'add_neuron', layer } : { type: 'remove_neuron', layer, neuron: hand.below(3) });
  },
  type(world, hand) {
    const source = hand.chance(0.3) ? null : hand.below(2);
    world.send({ type: 'set_parameter', layer: 2 + hand.below(2), neuron: hand.below(2), source, value: hand.place() });
  },
  generate(world, hand) {
    const dataset = hand.pick(Object.keys(DATASETS));
    const count = hand.pick([5, 12, 20, 5000]);
    world.send({ type: 'generate', dataset, count, noise: 0.1, test_share: hand.pick([0, 0.3]), seed: hand.below(4) });
  },
  split: (world, hand) => world.send({ type: 'split', test_share: hand.pick([0, 0.2, 0.5]), seed: hand.below(9) }),
  reset: (world, hand) => world.send(hand.chance(0.5) ? { type: 'reset' } : { type: 'reset', seed: hand.below(5) }),
  /** As from where the numbers broke: an earlier progress of the same network, at another rate. */
  goBack(world, hand) {
    const { experiment, points, progress, undo } = world.state();
    if (!experiment || !progress) throw new Error('A person goes back in a page that was welcomed.');
    const earlier = undo.past.findLast(({ moment }) => moment?.progress.parameters.length === progress.parameters.length
      && JSON.stringify(Object.keys(moment?.progress.optimizer ?? {})) === JSON.stringify(Object.keys(progress.optimizer)));
    const back = { ...(earlier?.moment ?? { progress }).progress, batch: 0 };
    world.send({ type: 'load', checkpoint: { version: 1, experiment: { ...experiment, learning_rate: hand.pick([0.01, 0.05]) }, points, progress: back } });
  },
};

/**
 * @param {World} world
 * @param {Hand} hand
 * @param {{trains: boolean, hurries: boolean, loses: boolean, wavers: boolean}} temper
 */
export async function actOnce(world, hand, { trains, hurries, loses, wavers }) {
  DEEDS[hand.pick(Object.keys(DEEDS))](world, hand);
  if (trains && hand.chance(0.3)) world.send(hand.pick([{ type: 'train' }, { type: 'pause' }, { type: 'step', updates: 1 + hand.below(5) }]));
  if (trains) world.server().run(hand.below(4), hand.chance(0.3));
  if (wavers && hand.chance(0.2)) for (let count = hand.below(3); count >= 0; count--) world.editor.undo().catch(() => {});
  if (wavers && hand.chance(0.2)) for (let count = hand.below(3); count >= 0; count--) world.editor.redo().catch(() => {});
  if (loses && hand.chance(0.03)) world.drop();
  if (loses && hand.chance(0.3)) world.comeBack();
  if (hurries && hand.chance(0.7)) world.deliver(hand.below(4), hand.below(6));
  else await world.settle();
}

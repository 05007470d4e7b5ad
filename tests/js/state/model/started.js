/** @file A page that is in the middle of something, and what a person does there. */

import { createWorld } from './world.js';

/** A page with a data set, five steps into its training. */
export async function started() {
  const world = createWorld();
  await world.settle();
  const { send, settle, state, server, editor } = world;
  /** @param {...import('../../../../static/js/types.js').Command} commands */
  const done = async (...commands) => {
    for (const command of commands) {
      send(command);
      await settle();
    }
  };
  const walked = async (/** @type {'undo' | 'redo'} */ way) => {
    const walk = editor[way]();
    await settle();
    return (await walk)?.deed.type;
  };
  await done({ type: 'generate', dataset: 'circle', count: 12, noise: 0, test_share: 0.2, seed: 1 },
    { type: 'configure', changes: { optimizer: 'adam', batch_size: 3 } }, { type: 'step', updates: 5 });
  return { ...world, done, undo: () => walked('undo'), redo: () => walked('redo'), past: () => state().undo.past.map(({ deed }) => deed.type), run: () => server().run(3, true) };
}

/** @type {Extract<import('../../../../static/js/types.js').Command, {type: 'set_parameter'}>} */
export const WEIGHT = { type: 'set_parameter', layer: 2, neuron: 0, source: 1, value: 0.75 };

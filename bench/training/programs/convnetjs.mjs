/** ConvNetJS: its trainer sees one sample after the other and moves the weights after each batch; float64. */

import { createRequire } from 'node:module';
import { serve } from './serve.mjs';

const require = createRequire(import.meta.url);
const convnetjs = require('convnetjs');
const { version } = require('convnetjs/package.json');

/** @param {import('./serve.mjs').Case} message */
function createEngine(message) {
  const { sizes } = message;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((size) => ({ type: 'fc', num_neurons: size, activation: 'tanh' })),
    { type: 'softmax', num_classes: sizes.at(-1) },
  ]);
  const linear = net.layers.filter((/** @type {any} */ layer) => layer.layer_type === 'fc');
  let start = 0;
  for (const layer of linear) {
    layer.filters.forEach((/** @type {any} */ filter, /** @type {number} */ k) => {
      for (let j = 0; j < layer.num_inputs; j++) filter.w[j] = message.parameters[start + j * layer.out_depth + k];
      layer.biases.w[k] = message.parameters[start + layer.num_inputs * layer.out_depth + k];
    });
    start += (layer.num_inputs + 1) * layer.out_depth;
  }
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd', learning_rate: message.learning_rate, momentum: 0, batch_size: message.batch_size,
  });
  const volumes = message.inputs.map((input) => new convnetjs.Vol(input));
  const batches = message.batches.map((batch) => batch.map((i) => ({ input: volumes[i], label: message.labels[i] })));
  let made = 0;

  return {
    /** @param {number} updates */
    run(updates) {
      for (const end = made + updates; made < end; made++) {
        for (const { input, label } of batches[made % batches.length]) trainer.train(input, label);
      }
    },
    parameters() {
      return linear.flatMap((/** @type {any} */ layer) => [
        ...Array.from({ length: layer.num_inputs }, (_, j) =>
          layer.filters.map((/** @type {any} */ filter) => filter.w[j])).flat(),
        ...layer.biases.w,
      ]);
    },
  };
}

await serve(`ConvNetJS ${version}`, createEngine);

/** TensorFlow.js on its `cpu` backend, which computes in float32: variables, `minimize`, ready-made batches. */

import * as tf from '@tensorflow/tfjs';
import { serve } from './serve.mjs';

/** @param {import('./serve.mjs').Case} message */
function createEngine(message) {
  const { sizes } = message;
  let start = 0;
  const layers = sizes.slice(1).map((size, place) => {
    const weights = message.parameters.slice(start, start + sizes[place] * size);
    const biases = message.parameters.slice(start + sizes[place] * size, start + (sizes[place] + 1) * size);
    start += (sizes[place] + 1) * size;
    return {
      weights: tf.variable(tf.tensor2d(weights, [sizes[place], size])),
      biases: tf.variable(tf.tensor1d(biases)),
    };
  });
  const optimizer = message.optimizer === 'adam'
    ? tf.train.adam(message.learning_rate, 0.9, 0.999, 1e-8)
    : tf.train.sgd(message.learning_rate);
  const batches = message.batches.map((batch) => ({
    inputs: tf.tensor2d(batch.map((i) => message.inputs[i])),
    targets: tf.oneHot(tf.tensor1d(batch.map((i) => message.labels[i]), 'int32'), sizes[sizes.length - 1]).toFloat(),
  }));
  let made = 0;

  /** @param {any} inputs */
  function outputs(inputs) {
    return layers.reduce((values, { weights, biases }, place) => {
      const z = values.matMul(weights).add(biases);
      return place < layers.length - 1 ? z.tanh() : z;
    }, inputs);
  }

  return {
    /** @param {number} updates */
    run(updates) {
      for (const end = made + updates; made < end; made++) {
        const { inputs, targets } = batches[made % batches.length];
        optimizer.minimize(() => tf.losses.softmaxCrossEntropy(targets, outputs(inputs)).asScalar());
      }
    },
    parameters() {
      return layers.flatMap(({ weights, biases }) => [...weights.dataSync(), ...biases.dataSync()]);
    },
  };
}

await tf.setBackend('cpu');
await serve(`TensorFlow.js ${tf.version.tfjs}`, createEngine);

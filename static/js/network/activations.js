/** @file Every activation by its name. Made by `make generate` from the tables in app/nn. */

import { tanh } from './activations/tanh.js';
import { sigmoid } from './activations/sigmoid.js';
import { relu } from './activations/relu.js';
import { leaky_relu } from './activations/leaky_relu.js';
import { elu } from './activations/elu.js';
import { gelu } from './activations/gelu.js';
import { softplus } from './activations/softplus.js';
import { sine } from './activations/sine.js';
import { linear } from './activations/linear.js';

export const ACTIVATIONS = {
  tanh, sigmoid, relu, leaky_relu, elu, gelu, softplus, sine, linear,
};

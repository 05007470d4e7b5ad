/** The optimizers' rules in plain loops: what each makes of a gradient and of what it remembers. */

import { rateAt } from '../../../../static/js/network/schedules.js';
import { OPTIONS } from '../../options.js';

/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */
/** @typedef {Record<string, Float64Array>} Memory */

const EPSILON = { adagrad: 1e-10, rmsprop: 1e-8, adam: 1e-8 };

/** What an optimizer remembers of each parameter. @param {Experiment} experiment @param {(name: string) => Float64Array} vector */
export const memoryOf = ({ optimizer }, vector) =>
  Object.fromEntries(OPTIONS.optimizer[optimizer].vectors.map((name) => [name, vector(name)]));

/**
 * @param {Experiment} experiment
 * @param {Float64Array} parameters
 * @param {Float64Array} gradient
 * @param {Memory} before
 * @param {number} updates   that were made before, for Adam's corrections
 * @param {number} step   which the rate of the update is that of
 * @returns {import('../../../../static/js/trace/types.js').TraceUpdate}
 */
export function updateOf(experiment, parameters, gradient, before, updates, step) {
  const { optimizer, momentum, decay, largest_norm: longest } = experiment;
  const rate = rateAt(experiment, step);
  const norm = Math.hypot(...gradient);
  const clipping = longest > 0 ? { norm, share: Math.min(1, longest / (norm + 1e-6)) } : null;
  const after = Float64Array.from(parameters);
  const state = Object.fromEntries(Object.entries(before).map(([name, vector]) => [name, Float64Array.from(vector)]));
  const corrections = { correction1: 1 - momentum ** (updates + 1), correction2: 1 - decay ** (updates + 1) };
  gradient.forEach((whole, at) => {
    const g = clipping ? whole * clipping.share : whole;
    switch (optimizer) {
      case 'gradient_descent':
        after[at] -= rate * g;
        break;
      case 'momentum':
        state.velocity[at] = momentum * before.velocity[at] + g;
        after[at] -= rate * state.velocity[at];
        break;
      case 'nesterov':
        state.velocity[at] = momentum * before.velocity[at] + g;
        after[at] -= rate * (g + momentum * state.velocity[at]);
        break;
      case 'adagrad':
        state.squares[at] = before.squares[at] + g * g;
        after[at] -= (rate * g) / (Math.sqrt(state.squares[at]) + EPSILON.adagrad);
        break;
      case 'rmsprop':
        state.squares[at] = decay * before.squares[at] + (1 - decay) * g * g;
        after[at] -= (rate * g) / (Math.sqrt(state.squares[at]) + EPSILON.rmsprop);
        break;
      default: {
        state.mean[at] = momentum * before.mean[at] + (1 - momentum) * g;
        state.squares[at] = decay * before.squares[at] + (1 - decay) * g * g;
        const [mean, squares] = [state.mean[at] / corrections.correction1, state.squares[at] / corrections.correction2];
        after[at] -= (rate * mean) / (Math.sqrt(squares) + EPSILON.adam);
      }
    }
  });
  /** @type {Record<string, Record<string, number>>} */
  const terms = {
    gradient_descent: {}, momentum: { momentum }, nesterov: { momentum }, adagrad: { epsilon: EPSILON.adagrad },
    rmsprop: { decay, epsilon: EPSILON.rmsprop },
    adam: { beta1: momentum, beta2: decay, epsilon: EPSILON.adam, ...corrections },
  };
  return {
    optimizer, learning_rate: rate, clipping, gradient, after, state_before: before, state_after: state, terms: terms[optimizer],
  };
}

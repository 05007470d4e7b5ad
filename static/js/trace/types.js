/** @file What a trace is, once decoded (docs/protocol.md): one sample's whole pass. Types only. */

/**
 * @typedef {Object} TraceBatch   the batch that the sample belongs to
 * @property {number[]} ids            its points, in the order in which they were taken
 * @property {number} index            of the batch within this pass through the points, from 0
 * @property {number} batches          how many batches this pass has
 * @property {boolean} next            whether it is the batch that the next update uses
 * @property {number} cost             mean over the batch, plus the penalty
 * @property {number} penalty
 * @property {Float64Array} gradient   of that cost, laid out as θ
 */

/**
 * @typedef {Object} TraceUpdate   what the optimizer makes of the batch's gradient
 * @property {import('../types.js').Experiment['optimizer']} optimizer
 * @property {number} learning_rate
 * @property {Float64Array} after                          θ after the update
 * @property {Record<string, Float64Array>} state_before   the optimizer's named vectors
 * @property {Record<string, Float64Array>} state_after
 * @property {Record<string, number>} terms                the constants of the optimizer's rule
 */

/**
 * @typedef {Object} Trace   lists by layer number, as in docs/notation.md
 * @property {number} revision
 * @property {number} step
 * @property {number} epoch
 * @property {import('../types.js').Point} point
 * @property {number[]} target                       y
 * @property {(number[] | null)[]} activations       a^1..a^n
 * @property {(number[] | null)[]} pre_activations   z^2..z^n
 * @property {(number[] | null)[]} slopes            σ'(z^2)..; null at a softmax
 * @property {(number[] | null)[]} deltas            δ^2..δ^n, of this sample alone
 * @property {number} cost                           of this sample, without penalty
 * @property {Float64Array} parameters               θ
 * @property {Float64Array} gradient                 of `cost`, laid out as θ
 * @property {TraceBatch | null} batch               null for a test point
 * @property {TraceUpdate | null} update             null for a test point
 */

/**
 * @typedef {Object} Phase   one station of a pass
 * @property {'input' | 'forward' | 'cost' | 'backward' | 'gradient' | 'update'} kind
 * @property {number} layer   the layer it happens in; 0 where it concerns all of them
 */

/**
 * @typedef {Object} Caption   what the reading pane says about one phase
 * @property {string} title
 * @property {string[]} sentences
 * @property {string} formula      in TeX, in symbols
 * @property {string[]} numbers    in TeX, the same with its numbers, a line each
 * @property {string} spoken       the same in words, for the live region and the transcript
 */

/**
 * @typedef {Object} Subject   what captions are made from
 * @property {Trace} trace
 * @property {import('../network/architecture.js').Architecture} architecture
 * @property {import('../types.js').Experiment} experiment
 */

export {};

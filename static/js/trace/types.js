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
 * @property {number} learning_rate                        of this very update
 * @property {{norm: number, share: number} | null} clipping   of the gradient before the rule; null where none is set
 * @property {Float64Array} gradient                       of the batch, as training adds it up (decision 0011)
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
 * @typedef {Object} Look   what only an inspection tells of a parameter
 * @property {{layer: number, neuron: number, source: number | null}} parameter
 * @property {number} value
 * @property {number} derivative                        of the sample's cost
 * @property {number | null} batch_derivative           mean of the contributions plus the penalty's; null for a test point
 * @property {number | null} penalty_derivative
 * @property {{id: number, derivative: number}[] | null} contributions
 * @property {{numerical: number, analytic: number, relative_error: number, nudge: number, kink: boolean}} check
 */
/**
 * A parameter looked at through a sample's pass; it knows neither the gradient nor the batch of a whole trace.
 * @typedef {Omit<Trace, 'gradient' | 'batch' | 'update' | 'epoch'> & Look} Inspection
 */

/**
 * @typedef {Object} Phase   one station of a pass
 * @property {'input' | 'forward' | 'cost' | 'backward' | 'gradient' | 'update'} kind
 * @property {number} layer   the layer it happens in; 0 where it concerns all of them
 */

/**
 * @typedef {Object} Calculation   a line of numbers, "symbol = factors = result"; its parts are TeX (`captions/tex.js`)
 * @property {string} symbol            what is calculated
 * @property {string | null} factors    what it is calculated from; null where nothing but the result is to be said
 * @property {string | null} result     null where nothing is calculated: a given, or one expression for another
 * @property {'=' | '\\leftarrow'} [relation]   between symbol and factors; = unless it says otherwise
 * @property {import('./printed.js').Settled['sign']} [sign]   before the result; = unless it says otherwise
 * @property {Calculation} [beside]     another one on the same line
 */

/**
 * @typedef {Object} Equation
 * @property {string} formula   in symbols, in TeX
 * @property {Calculation[]} calculations   the same in numbers
 */

/**
 * @typedef {Object} Caption   what is said about one phase
 * @property {string} title
 * @property {string[]} sentences
 * @property {Equation[]} equations
 * @property {string} spoken       the numbers in words, for the live region and the transcript
 * @property {import('../words/sentence.js').Claim[]} claims   what all these words claim of the trace
 */

/** A pass as far as chains of factors need it. @typedef {Omit<Trace, 'gradient' | 'batch' | 'update' | 'epoch'>} PassNumbers */

/**
 * @typedef {Object} PassSubject   what a chain of factors is made from
 * @property {PassNumbers} trace
 * @property {import('../network/architecture.js').Architecture} architecture
 * @property {import('../types.js').Experiment} experiment
 */

/** What captions are made from. @typedef {PassSubject & {trace: Trace}} Subject */

export {};

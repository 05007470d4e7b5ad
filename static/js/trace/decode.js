/** @file Turns the wire's `trace` event into the trace that scenes and captions are made from. */

import { decodeVector } from '../network/parameters.js';

/** @typedef {import('./types.js').Trace} Trace */

/** @param {Record<string, string>} state */
const vectors = (state) =>
  Object.fromEntries(Object.entries(state).map(([name, text]) => [name, decodeVector(text)]));

/**
 * @param {import('../types.js').TraceEvent} event whose vectors like θ are base64
 * @returns {Trace}
 */
export function decodeTrace(event) {
  const { batch, update } = event;
  return {
    ...event,
    parameters: decodeVector(event.parameters),
    gradient: decodeVector(event.gradient),
    batch: batch && { ...batch, gradient: decodeVector(batch.gradient) },
    update: update && {
      ...update,
      gradient: decodeVector(update.gradient),
      after: decodeVector(update.after),
      state_before: vectors(update.state_before),
      state_after: vectors(update.state_after),
    },
  };
}

/**
 * Whether a part of a trace is made of finite numbers: what overflowed comes as null in a list, and as it is in a vector.
 * @param {unknown} part of a decoded trace
 * @returns {boolean}
 */
function isFinitePart(part) {
  if (typeof part === 'number') return Number.isFinite(part);
  if (part instanceof Float64Array) return part.every(Number.isFinite);
  return part !== null && (typeof part !== 'object' || Object.values(part).every(isFinitePart));
}

/**
 * Whether every number of a pass is one that a computer can hold, so that something can be said about it.
 * @param {Pick<Trace, 'activations' | 'pre_activations' | 'slopes' | 'deltas' | 'cost'> & Partial<Trace>} trace
 */
export function isWhole(trace) {
  const lists = [trace.activations, trace.pre_activations, trace.slopes, trace.deltas];
  // Whole layers may be null, single numbers may not.
  const holds = lists.every((list) => list.every((values) => values === null || values.every(Number.isFinite)));
  const { cost, parameters, gradient, batch, update } = trace;
  const told = update && { ...update, clipping: update.clipping ?? 'none' };
  return holds && Number.isFinite(cost) && [parameters, gradient, batch, told].every((part) => (part ?? null) === null || isFinitePart(part));
}

/**
 * An `inspection` event with its parameters as numbers; chains of factors are made from it as from a trace.
 * @param {import('../types.js').InspectionEvent} event
 * @returns {import('./types.js').Inspection}
 */
export function decodeInspection(event) {
  return { ...event, parameters: decodeVector(event.parameters) };
}

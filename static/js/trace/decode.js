/** @file A `trace` event of the wire as the trace that scenes and captions are made from. */

import { vectorFromWire } from '../wire/vectors.js';

/** @typedef {import('./types.js').Trace} Trace */

/**
 * The event's own form: as `Trace`, but vectors like θ are base64.
 * @typedef {Record<string, any>} TraceEvent
 */

/** @param {Record<string, string>} state */
const vectors = (state) =>
  Object.fromEntries(Object.entries(state).map(([name, text]) => [name, vectorFromWire(text)]));

/**
 * @param {TraceEvent} event
 * @returns {Trace}
 */
export function decodeTrace(event) {
  const { batch, update } = event;
  return /** @type {Trace} */ ({
    ...event,
    parameters: vectorFromWire(event.parameters),
    gradient: vectorFromWire(event.gradient),
    batch: batch && { ...batch, gradient: vectorFromWire(batch.gradient) },
    update: update && {
      ...update,
      after: vectorFromWire(update.after),
      state_before: vectors(update.state_before),
      state_after: vectors(update.state_after),
    },
  });
}

/**
 * An `inspection` event with its parameters as numbers; chains of factors are made from it as from a trace.
 * @param {TraceEvent} event
 * @returns {import('./types.js').Inspection}
 */
export function decodeInspection(event) {
  return /** @type {import('./types.js').Inspection} */ ({ ...event, parameters: vectorFromWire(event.parameters) });
}

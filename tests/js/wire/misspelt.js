/**
 * @file What the type check refuses of commands and events. Nothing here runs: `npm run types` fails where a marked line
 * turns out to be right.
 */

/** @typedef {import('../../../static/js/wire/connection.js').Connection} Connection */
/** @typedef {import('../../../static/js/state/recorder.js').Recorder} Recorder */

/** @param {Connection | Recorder} way that commands take */
export function commands({ send }) {
  // @ts-expect-error a command's name
  send({ type: 'add_nueron', layer: 2 });
  // @ts-expect-error a field's name
  send({ type: 'add_neuron', layr: 2 });
  // @ts-expect-error a field that is missing
  send({ type: 'add_layer', layer: 2 });
  // @ts-expect-error a field of another command
  send({ type: 'add_neuron', layer: 2, neuron: 0 });
  // @ts-expect-error a value of another kind
  send({ type: 'step', updates: '1' });
  // @ts-expect-error the name of a change
  send({ type: 'configure', changes: { learning_rat: 0.1 } });
  // @ts-expect-error the name of a choice
  send({ type: 'configure', changes: { activation: 'tahn' } });
  // @ts-expect-error a field of a point
  send({ type: 'move_points', points: [{ id: 1, x1: 0, y: 0 }] });
}

/** @param {import('../../../static/js/types.js').ServerEvent} event */
export function events(event) {
  // @ts-expect-error an event's name
  if (event.type === 'chekpoint') return null;
  if (event.type === 'state') {
    // @ts-expect-error a field's name
    return event.experiment.learning_rat;
  }
  // @ts-expect-error a limit's name
  return event.type === 'welcome' ? event.limits.most_points : null;
}

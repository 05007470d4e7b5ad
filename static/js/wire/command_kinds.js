/** @file What each command is to undo (app/serve/rows.py). Generated from the rows in app/serve/commands.py by `make generate`: edit those. */

/** @type {Record<import('./protocol.js').Command['type'], 'change' | 'edit' | 'starts' | 'stops' | 'passes'>} */
export const KINDS = {
  train: 'starts',
  pause: 'stops',
  step: 'stops',
  speed: 'passes',
  reset: 'change',
  add_points: 'edit',
  move_points: 'edit',
  remove_points: 'edit',
  set_targets: 'edit',
  replace_points: 'edit',
  generate: 'change',
  split: 'change',
  configure: 'change',
  add_layer: 'change',
  remove_layer: 'change',
  add_neuron: 'change',
  remove_neuron: 'change',
  set_parameter: 'change',
  load: 'change',
  take_out: 'passes',
  trace: 'passes',
  inspect: 'passes',
  moment: 'passes',
};

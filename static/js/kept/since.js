/**
 * @file Settings that experiments have had since the first were kept, as they are where an older one doesn't say: what they
 * mean never changes.
 */

/** @typedef {import('../types.js').Experiment} Experiment */

/** @satisfies {Partial<Experiment>} */
export const SINCE = {
  schedule: /** @type {const} */ ('constant'), warm_up: 0, schedule_steps: 500, schedule_factor: 0.5, least_share: 0.01, largest_norm: 0,
  until_step: 0, until_cost: 0, until_share: 0, until_patience: 0,
};

/** With all settings there are, in their order. @template {object} T @param {T} experiment @returns {T & typeof SINCE} */
export function withSettingsSince(experiment) {
  const missing = Object.entries(SINCE).filter(([name]) => !(name in experiment));
  return /** @type {T & typeof SINCE} */ ({ ...experiment, ...Object.fromEntries(missing) });
}

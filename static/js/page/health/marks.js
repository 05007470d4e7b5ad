/**
 * @file Which ailments are marked: those that held for a while, until they have been gone as long.
 */

/** @typedef {import('../../network/health.js').Ailment} Ailment */

/** Steps that an ailment must hold, or be gone. */
export const STEPS = 20;

/** @param {Ailment} ailment */
const nameOf = ({ layer, kind }) => `${layer} ${kind}`;

/** @returns {(found: readonly Ailment[], step: number) => Ailment[]} what is marked at this step */
export function createMarks() {
  /** @type {Map<string, {since: number, seen: number, shown: boolean, ailment: Ailment}>} by layer and kind */
  let known = new Map();
  let last = -1;
  return (found, step) => {
    if (step < last) known = new Map(); // the run began anew, or somewhere before
    last = step;
    for (const ailment of found) {
      const before = known.get(nameOf(ailment));
      known.set(nameOf(ailment), { since: before?.since ?? step, seen: step, shown: before?.shown ?? false, ailment });
    }
    for (const [name, entry] of known) {
      const isThere = entry.seen === step;
      if (isThere) entry.shown ||= step - entry.since >= STEPS;
      else if (!entry.shown || step - entry.seen >= STEPS) known.delete(name);
    }
    const shown = [...known.values()].filter((entry) => entry.shown).map(({ ailment }) => ailment);
    // one a layer: what is there now rather than what went
    const layers = new Map(shown.map((ailment) => [ailment.layer, ailment]));
    for (const ailment of found) if (known.get(nameOf(ailment))?.shown) layers.set(ailment.layer, ailment);
    return [...layers.values()].sort((a, b) => a.layer - b.layer);
  };
}

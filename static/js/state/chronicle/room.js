/**
 * @file How much room the record of a run takes: where it is too much, what is oldest gives most of it up.
 */

/** @typedef {import('./lines.js').Line} Line */

/** Bytes of frames, and of exact marks, that are kept. */
const MOST = { moments: 8_000_000, marks: 8_000_000 };

/** @param {readonly Line[]} lines */
const stretchesOf = (lines) => lines.flatMap(({ stretches }) => stretches);

/** @param {import('../../types.js').Progress} progress */
function weightOf({ parameters, optimizer, last_batch: last }) {
  const vectors = Object.values(optimizer).reduce((sum, vector) => sum + vector.length, 0);
  return parameters.length + vectors + (last?.update.length ?? 0);
}

/**
 * Thins frames where there are too many: two neighbouring chunks that are shortest for their age become one.
 * @param {readonly Line[]} lines
 * @param {number} taken frames so far
 * @param {number} [most] bytes
 */
export function thinMoments(lines, taken, most = MOST.moments) {
  let bytes = stretchesOf(lines).reduce((sum, { moments }) => sum + moments.bytes, 0);
  while (bytes > most) {
    const best = stretchesOf(lines).flatMap(({ moments }) => {
      const found = moments.thinnable(taken);
      return found ? [{ moments, ...found }] : [];
    }).reduce((least, each) => (!least || each.weight < least.weight ? each : least), /** @type {any} */ (null));
    if (!best) return;
    const before = best.moments.bytes;
    best.moments.thin(best.at);
    bytes += best.moments.bytes - before;
  }
}

/**
 * Drops marks where they take too much room: those between near neighbours for their age. The first of a stretch stays, and the
 * newest.
 * @param {readonly Line[]} lines
 * @param {number} taken
 * @param {number} [most] bytes
 */
export function thinMarks(lines, taken, most = MOST.marks) {
  const stretches = stretchesOf(lines);
  let bytes = stretches.reduce((sum, { marks }) => sum + marks.length * (marks[0] ? weightOf(marks[0].progress) : 0), 0);
  while (bytes > most) {
    let least = Infinity;
    /** @type {{marks: import('./lines.js').Mark[], at: number} | null} */
    let worst = null;
    for (const { marks } of stretches) {
      for (let at = 1; at < marks.length - 1; at++) {
        const weight = (marks[at + 1].taken - marks[at - 1].taken) / (taken - marks[at].taken + 1);
        if (weight < least) [least, worst] = [weight, { marks, at }];
      }
    }
    if (!worst) return;
    bytes -= weightOf(worst.marks[worst.at].progress);
    worst.marks.splice(worst.at, 1);
  }
}

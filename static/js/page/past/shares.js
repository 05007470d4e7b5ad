/**
 * Which part of one branch is another's too.
 */

/** @typedef {import('../../state/chronicle/lines.js').Line} Line */

/** A line with those that it left, the first one first, each with the step at which it was left. @param {Line} line */
function ancestry(line) {
  /** @type {Array<{line: Line, until: number}>} */
  const found = [];
  let until = Infinity;
  for (let at = /** @type {Line | null} */ (line); at; at = at.parent) {
    found.unshift({ line: at, until });
    until = Math.min(until, at.from);
  }
  return found;
}

/** The step up to which two lines went the same way; -Infinity where they never did. @param {Line} one @param {Line} other */
export function sharedUntil(one, other) {
  const [ones, others] = [ancestry(one), ancestry(other)];
  let until = -Infinity;
  for (let at = 0; at < Math.min(ones.length, others.length); at++) {
    if (ones[at].line !== others[at].line) break;
    until = Math.min(ones[at].until, others[at].until);
  }
  return until;
}

/**
 * The part of a line that another one doesn't have, for the curve.
 * @param {Line} line
 * @param {Line} chosen
 * @returns {import('../../figures/chart/scene.js').OtherLine}
 */
export function ownPart(line, chosen) {
  const { steps, train } = line.history;
  const until = sharedUntil(line, chosen);
  const first = Math.max(0, steps.findIndex((step) => step >= until));
  return { steps: steps.subarray(first), costs: train.subarray(first) };
}

/**
 * The cost curve without its jitter: each value the mean of those around it. At the ends there are fewer of them, so that the
 * smooth line begins and ends where the raw one does.
 */

/** Of all values, how many each side has at most. */
const SHARE = 0.02;

/**
 * @param {ReadonlyArray<number | null>} values null where nothing can be drawn: no mean reaches across
 * @param {boolean} logarithmic means of logarithms, as the eye takes them there
 * @returns {Array<number | null>}
 */
export function smoothed(values, logarithmic) {
  const most = Math.floor(SHARE * values.length);
  if (most === 0) return [...values];
  const [to, from] = logarithmic ? [Math.log, Math.exp] : [Number, Number];
  const drawn = values.map((value) => (value === null ? null : to(value)));
  return values.map((value, at) => {
    if (value === null) return null;
    let sum = /** @type {number} */ (drawn[at]);
    let reach = 0;
    while (reach < most) {
      const [before, after] = [drawn[at - reach - 1], drawn[at + reach + 1]];
      if (typeof before !== 'number' || typeof after !== 'number') break;
      sum += before + after;
      reach += 1;
    }
    return reach === 0 ? value : from(sum / (2 * reach + 1));
  });
}

/**
 * The scale of the bars: round, and steady enough to read. It grows at once and shrinks only after some time with room to spare.
 */
import { formatScientific } from '../../ui/format.js';

const MANTISSAS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** Smaller changes are no round number's. */
const LEAST = 1e-300;
/** Milliseconds with room to spare until it shrinks. */
const PATIENCE = 2000;
/** Outside these, a scale's end is written as a power of ten. */
const [SMALL, LARGE] = [1e-3, 1e5];

/** The next round number. @param {number} most not below 0 */
export function roundUp(most) {
  if (!Number.isFinite(most) || most < LEAST) return most;
  const decade = 10 ** Math.floor(Math.log10(most));
  const mantissa = MANTISSAS.find((each) => Number((each * decade).toPrecision(6)) >= most) ?? 10;
  return Number((mantissa * decade).toPrecision(6));
}

/** A round number in the fewest digits. @param {number} value */
export function scaleText(value) {
  if (!Number.isFinite(value) || value === 0) return value === 0 ? '0' : '∞';
  if (value >= SMALL && value < LARGE) return String(value);
  const short = formatScientific(value, 0);
  return Number(value.toPrecision(1)) === value ? short : formatScientific(value, 1);
}

export function createBarScale() {
  let end = 0;
  /** Since when there has been room to spare. */
  let since = Infinity;

  return {
    /**
     * The scale's end for an update.
     * @param {number} most the largest size
     * @param {number} now milliseconds
     * @param {boolean} training otherwise it fits at once: no other update follows
     */
    at(most, now, training) {
      const wished = roundUp(most);
      if (!training || wished >= end) {
        end = wished;
        since = Infinity;
        return end;
      }
      since = Math.min(since, now);
      if (now - since >= PATIENCE) {
        end = wished;
        since = Infinity;
      }
      return end;
    },
  };
}

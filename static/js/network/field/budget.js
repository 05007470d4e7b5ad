/**
 * @file How fine a grid may be so that filling it takes a given time, learnt from how long earlier ones took.
 */

/** Resolutions are multiples of this, so that small changes of the measured time don't change buffers. */
const STEP = 16;
/** Weight of a new measurement against the older ones. */
const FRESHNESS = 0.25;

export class Budget {
  /** @param {number} estimate   milliseconds a node, until the first measurement */
  constructor(estimate) {
    this.cost = estimate;
    this.measured = false;
  }

  /** What was measured goes for now; the next measurement takes its place. */
  doubt() {
    this.measured = false;
  }

  /**
   * @param {number} resolution   of the grid that was filled
   * @param {number} elapsed      milliseconds
   */
  record(resolution, elapsed) {
    const cost = elapsed / (resolution * resolution);
    this.cost = this.measured ? this.cost + FRESHNESS * (cost - this.cost) : cost;
    this.measured = true;
  }

  /**
   * The finest resolution that is expected to take at most `milliseconds`.
   * @param {number} milliseconds
   * @param {number} least   taken even when it takes longer
   * @param {number} most
   */
  resolution(milliseconds, least, most) {
    const affordable = Math.sqrt(milliseconds / this.cost);
    if (affordable >= most) return most;
    return Math.min(most, Math.max(least, Math.floor(affordable / STEP) * STEP));
  }
}

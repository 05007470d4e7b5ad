/**
 * How often the costly parts of a figure are painted anew while the network changes from frame to frame.
 */

/** Milliseconds between two paintings of fields and tiles while training. */
const WHILE_TRAINING = 60;
/** The same for people who asked for less motion. */
const WITH_LESS_MOTION = 250;

const lessMotion = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** Whether the reader asked for less motion. */
export const prefersLessMotion = () => lessMotion?.matches ?? false;

/**
 * Says when a painting is due; what changes otherwise than by training is always due at once.
 */
export function createPace() {
  let last = -Infinity;
  return {
    /**
     * Milliseconds until the next painting may be made, 0 for now.
     * @param {number} now
     * @param {boolean} training
     */
    wait(now, training) {
      if (!training) return 0;
      return Math.max(0, last + (prefersLessMotion() ? WITH_LESS_MOTION : WHILE_TRAINING) - now);
    },
    /** @param {number} now */
    painted(now) {
      last = now;
    },
  };
}

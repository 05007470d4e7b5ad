/**
 * How often the costly parts of a figure are painted anew while the network changes from frame to frame.
 */

/** Milliseconds between two paintings of a field or of tiles while training. */
const WHILE_TRAINING = 40;
/** The same for people who asked for less motion. */
const WITH_LESS_MOTION = 250;
/** Two figures don't paint within this, so that one frame never bears both. */
const APART = 10;
/** Nor does one that is due give way to others for longer: where frames are long, there is always another. */
const GIVING_WAY = 30;
/** After a person's edit, what comes of it is painted in every frame for so long. */
const HURRY = 200;

const lessMotion = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** When a figure, any figure, painted last. */
let lastOfAll = -Infinity;

/** Says when a painting is due; what changes otherwise than by training is due at once. */
export function createPace() {
  let last = -Infinity;
  let hurriedUntil = -Infinity;
  return {
    /** A person has changed something and wants to see what comes of it. @param {number} now */
    hurry(now) {
      hurriedUntil = now + HURRY;
    },
    /** @param {number} now */
    hurries: (now) => now < hurriedUntil,

    /**
     * Milliseconds until the next painting may be made, 0 for now.
     * @param {number} now
     * @param {boolean} training
     */
    wait(now, training) {
      if (!training || now < hurriedUntil) return 0;
      const pause = lessMotion?.matches ? WITH_LESS_MOTION : WHILE_TRAINING;
      const due = last + pause;
      const turn = Math.min(lastOfAll + APART, due + GIVING_WAY);
      return Math.max(0, due - now, turn - now);
    },
    /** @param {number} now */
    painted(now) {
      last = lastOfAll = now;
    },
  };
}

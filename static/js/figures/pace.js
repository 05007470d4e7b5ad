/**
 * How often the costly parts of a figure are painted anew while the network changes from frame to frame.
 */

/** Milliseconds between two paintings of a field or of tiles while training. */
const WHILE_TRAINING = 60;
/** The same for people who asked for less motion. */
const WITH_LESS_MOTION = 250;
/** The next painting waits at least this many times as long as the last one took, lest it take everybody's frames. */
const REST = 10;
/** Two paintings of one kind are at least this far apart, so that no frame carries both. */
const APART = 10;
/** A painting that is due gives way to others for no longer than this: where frames are long, there is always another one. */
const GIVING_WAY = 50;
/** When what a person changed begins to show, it is painted at once, and more often for this long. */
const HURRY = 200;
/** Milliseconds between two paintings in a hurry: every other frame stays free for what else is waiting. */
const HURRIED = 25;
/** After a person's edit the other figures leave their frames to it for this long. */
const HUSH = 100;
/** The figure itself waits this long for what comes of the edit: the frame that shows the edit need not paint an old field. */
const OWN_HUSH = 25;

const lessMotion = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** When a figure of each kind, any of them, painted last. */
const lastOf = { heavy: -Infinity, light: -Infinity };

/** Until when, and for whom, the other figures hold back. @type {{until: number, by: object | null}} */
let hush = { until: -Infinity, by: null };

/** Until when a painting already begun leaves its frame to one that is due, and whose that one is. @type {typeof hush} */
let turn = { until: -Infinity, by: null };

/**
 * Says when a painting is due; what changes other than by training is due at once.
 * @param {object} [options]
 * @param {number} [options.period] milliseconds between two paintings while training
 * @param {boolean} [options.light] it costs little, and may share a frame with one that costs more
 */
export function createPace({ period = WHILE_TRAINING, light = false } = {}) {
  const me = {};
  const kind = light ? 'light' : 'heavy';
  let last = -Infinity;
  let hurriedUntil = -Infinity;
  let lastHurried = -Infinity;
  let rest = 0;
  /** When a painting that is due at a time gets its frame. @param {number} due */
  const turnAfter = (due) => Math.min(lastOf[kind] + APART, due + GIVING_WAY);

  /** How long edits, of others or its own, still keep it from painting. @param {number} now */
  const held = (now) => hush.until - now - (hush.by === me ? HUSH - OWN_HUSH : 0);

  return {
    /** A person has changed something, and what comes of it is on its way. @param {number} now */
    hush(now) {
      hush = { until: now + HUSH, by: me };
    },
    /** What comes of a change is here, and wants to be seen. @param {number} now */
    hurry(now) {
      hurriedUntil = now + HURRY;
      lastHurried = -Infinity;
    },
    /** Milliseconds that it still waits for what comes of an edit. @param {number} now */
    hushed: (now) => (hush.by === me && now >= hurriedUntil ? Math.max(0, held(now)) : 0),
    /** @param {number} now */
    hurries: (now) => now < hurriedUntil,

    /**
     * Milliseconds until the next painting may be made, 0 for now.
     * @param {number} now
     * @param {boolean} training
     */
    wait(now, training) {
      if (!training) return 0;
      if (now < hurriedUntil) return Math.max(0, lastHurried + HURRIED - now);
      const due = last + Math.max(rest, lessMotion?.matches ? WITH_LESS_MOTION : period);
      const wait = Math.max(0, due - now, turnAfter(due) - now, held(now));
      if (!light && wait > 0 && due <= now && now >= turn.until) turn = { until: now + GIVING_WAY, by: me };
      return wait;
    },
    /** Milliseconds until a painting that was begun may go on. @param {number} now */
    waitToGoOn(now) {
      const othersTurn = now < turn.until && turn.by !== me ? APART : 0;
      return Math.max(othersTurn, turnAfter(last) - now, hush.by === me ? held(now) : 0);
    },
    /** It has painted, or begun to. @param {number} now */
    painted(now) {
      last = now;
      lastOf[kind] = now;
      if (now < hurriedUntil) lastHurried = now;
      if (turn.by === me) turn = { until: -Infinity, by: null };
    },
    /** How long the last painting took. @param {number} milliseconds */
    took(milliseconds) {
      rest = REST * milliseconds;
    },
    /** It has gone on with a painting already begun. @param {number} now */
    wentOn(now) {
      lastOf[kind] = now;
    },
  };
}

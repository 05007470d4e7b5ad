/** @file The clockless timeline of a pass: which phase, how far into it, and how that changes as time passes. */

/** How long a phase lasts at speed 1, in milliseconds. */
export const PHASE_DURATION = 900;
/** How long its result stays before the next phase begins, in milliseconds. */
export const PHASE_REST = 700;

/**
 * @typedef {Object} Timeline
 * @property {number} phase                          index of the present phase
 * @property {number} progress                       0..1 within it
 * @property {'still' | 'phase' | 'all'} playing     nothing; to the end of this phase; to the end of the pass
 * @property {(milliseconds: number) => boolean} advance   whether anything changed
 * @property {() => void} play                       on to the end; from the start if it stands at the end
 * @property {() => void} pause
 * @property {() => void} next                       starts the next phase and plays it
 * @property {() => void} previous                   the end of the phase before
 * @property {(phase: number, progress?: number) => void} seek
 * @property {(speed: number) => void} setSpeed
 * @property {(stills: boolean) => void} setStills   reduced motion: each phase is shown as it ends
 * @property {() => boolean} atEnd
 */

/**
 * @param {number} count   of phases, at least 1
 * @returns {Timeline}
 */
export function createTimeline(count) {
  const last = count - 1;
  let speed = 1;
  let stills = false;
  let rested = 0;

  /** @type {Timeline} */
  const timeline = {
    phase: 0,
    progress: 1,
    playing: 'still',

    advance(milliseconds) {
      if (timeline.playing === 'still') return false;
      let left = milliseconds * speed;
      const { phase, progress } = timeline;
      while (left > 0) {
        if (timeline.progress < 1) {
          const needed = (1 - timeline.progress) * PHASE_DURATION;
          if (left < needed) {
            timeline.progress += left / PHASE_DURATION;
            return true;
          }
          left -= needed;
          timeline.progress = 1;
        }
        if (timeline.playing === 'phase' || timeline.phase === last) {
          timeline.playing = 'still';
          break;
        }
        // A still stays for as long as its phase would have moved and rested.
        const standing = stills ? PHASE_DURATION + PHASE_REST : PHASE_REST;
        const rest = Math.min(left, standing - rested);
        rested += rest;
        left -= rest;
        if (rested >= standing) enter(timeline.phase + 1);
      }
      return timeline.phase !== phase || timeline.progress !== progress || timeline.playing === 'still';
    },

    play() {
      if (timeline.atEnd()) enter(0);
      timeline.playing = 'all';
    },

    pause() {
      timeline.playing = 'still';
    },

    next() {
      if (timeline.phase === last) {
        timeline.seek(last);
        return;
      }
      enter(timeline.phase + 1);
      timeline.playing = stills ? 'still' : 'phase';
    },

    previous() {
      timeline.seek(Math.max(0, timeline.phase - 1));
    },

    seek(phase, progress = 1) {
      timeline.phase = Math.min(Math.max(0, phase), last);
      timeline.progress = stills ? 1 : Math.min(Math.max(0, progress), 1);
      timeline.playing = 'still';
      rested = 0;
    },

    setSpeed(value) {
      speed = value;
    },

    setStills(value) {
      stills = value;
      if (stills) timeline.progress = 1;
    },

    atEnd: () => timeline.phase === last && timeline.progress === 1,
  };

  function enter(/** @type {number} */ phase) {
    timeline.phase = phase;
    timeline.progress = stills ? 1 : 0;
    rested = 0;
  }

  return timeline;
}

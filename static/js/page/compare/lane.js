/**
 * @file One of the runs that lie beside each other: a session of its own on the server, and all its moments so far.
 */

/** @typedef {import('../../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').Frame} Frame */
/** @typedef {import('../../types.js').Progress} Progress */

/** @typedef {{experiment: Experiment, progress: Progress, frame: Frame, broken: number | null}} Standing */
/**
 * A session on the server that trains this run alone.
 * @typedef {object} LaneSession
 * @property {(checkpoint: Checkpoint, changes: Partial<Experiment>) => Promise<Standing>} begin at step 0 of an experiment
 * @property {(checkpoint: Checkpoint) => Promise<Standing>} resume where a checkpoint stands
 * @property {(updates: number) => Promise<Standing>} advance
 * @property {() => void} close
 */

/**
 * What is to be laid beside.
 * @typedef {object} Wish
 * @property {string} name for people, such as "rate 0.5"
 * @property {string} rest what is said beside the name
 * @property {Checkpoint} checkpoint whose experiment and points it has
 * @property {Partial<Experiment>} changes of that experiment
 */

/**
 * A run as the others see it.
 * @typedef {object} Lane
 * @property {string} name
 * @property {string} rest
 * @property {import('../../types.js').Point[]} points
 * @property {Experiment} experiment
 * @property {Frame[]} frames all its moments that are kept, oldest first
 * @property {import('../../state/chronicle/lines.js').Line | null} line whose record it is; null: it is trained here
 * @property {number | null} parted the step up to which it is one run with the first; null where they only began alike
 * @property {number | null} broken after which update there were no numbers; null: there are
 * @property {number} step
 * @property {Checkpoint | null} checkpoint to come back to where it stands
 * @property {() => Promise<void>} begin
 * @property {(updates: number) => Promise<void>} advance makes so many updates, unless it broke
 * @property {() => void} take what was reached into the record, when the others have come as far
 * @property {() => Promise<void>} resume stands where the record ends, in a new session
 * @property {() => void} close
 */

/** Moments that are kept of a run; of more, every other one goes. */
export const MOST_MOMENTS = 1200;

/**
 * Of more than that, every other one but the newest.
 * @template T
 * @param {T[]} moments
 */
export const thinned = (moments) => (
  moments.length <= MOST_MOMENTS ? moments : moments.filter((_, at) => at % 2 === 0 || at === moments.length - 1));

/**
 * @param {() => LaneSession} open
 * @param {Wish} wish
 * @returns {Lane}
 */
export function createLane(open, { name, rest, checkpoint, changes }) {
  let session = open();
  /** Where it stands; null before it began. @type {Standing | null} */
  let standing = null;
  /** What the next of its moments will be, until the others have come as far. @type {Standing | null} */
  let reached = null;
  /** @type {Frame[]} oldest first */
  let frames = [];
  /** The update that led to no numbers. @type {number | null} */
  let broken = null;

  /** @returns {Checkpoint | null} */
  const standingCheckpoint = () => standing && { version: 1, experiment: standing.experiment, points: checkpoint.points, progress: standing.progress };
  const begin = () => session.begin(checkpoint, changes);

  return {
    name,
    rest,
    points: checkpoint.points,
    line: null,
    parted: null,
    get experiment() {
      return standing?.experiment ?? { ...checkpoint.experiment, ...changes };
    },
    get frames() {
      return frames;
    },
    get broken() {
      return broken;
    },
    get step() {
      return standing?.progress.step ?? 0;
    },
    get checkpoint() {
      return standingCheckpoint();
    },

    async begin() {
      reached = await begin();
    },
    async advance(updates) {
      if (broken !== null || !standing) return;
      const { step } = standing.progress;
      reached = await session.advance(updates);
      // Another step than that is another session's: a server that let go of this one begins anew.
      if (reached.broken === null && reached.progress.step !== step + updates) throw new Error('The server has let go of this run.');
    },
    take() {
      if (!reached) return;
      if (reached.broken === null) {
        standing = reached;
        frames = thinned([...frames, reached.frame]);
      } else {
        ({ broken } = reached);
      }
      reached = null;
    },
    async resume() {
      reached = null;
      session.close();
      session = open();
      if (!standing) reached = await begin();
      else if (broken === null) await session.resume(/** @type {Checkpoint} */ (standingCheckpoint()));
    },
    close: () => session.close(),
  };
}

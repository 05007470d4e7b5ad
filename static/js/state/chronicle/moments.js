/**
 * @file The frames of a stretch of steps in typed arrays: parameters and update in float32, as they came. Where there are too
 * many, the older ones are thinned, the more the older they are, and the first and the last stay.
 */

/** @typedef {import('../../types.js').Frame} Frame */

/** Frames that a full chunk has. */
const FULL = 256;
const FIRST_ROOM = 4;
const NUMBERS = /** @type {const} */ (['step', 'epoch', 'train_cost', 'test_cost', 'batch_cost', 'train_accuracy', 'test_accuracy', 'batch_samples']);

/**
 * @typedef {object} Chunk
 * @property {number} id     its own, new where it was made of others
 * @property {number} begun  how many frames all stretches had taken before its first
 * @property {number} ended  and with its last
 * @property {number} used
 * @property {Float64Array} numbers  NUMBERS of each frame
 * @property {Float32Array} vectors  θ and the update of each
 */

let lastId = 0;

/** @param {number} room in frames @param {number} count of parameters @param {number} begun @returns {Chunk} */
const createChunk = (room, count, begun) => ({
  id: ++lastId, begun, ended: begun, used: 0,
  numbers: new Float64Array(room * NUMBERS.length), vectors: new Float32Array(2 * room * count),
});

/** @param {Chunk} to @param {number} at @param {Chunk} from @param {number} index @param {number} count */
function copyFrame(to, at, from, index, count) {
  const width = NUMBERS.length;
  to.numbers.set(from.numbers.subarray(index * width, (index + 1) * width), at * width);
  to.vectors.set(from.vectors.subarray(2 * index * count, 2 * (index + 1) * count), 2 * at * count);
}

/** @param {Chunk} chunk */
const bytesOf = ({ numbers, vectors }) => numbers.byteLength + vectors.byteLength;

/** @param {number} count of parameters */
export function createMoments(count) {
  /** @type {Chunk[]} */
  let chunks = [];

  const stepAt = (/** @type {Chunk} */ { numbers }, /** @type {number} */ at) => numbers[at * NUMBERS.length];
  const lastStep = () => {
    const chunk = chunks.at(-1);
    return chunk ? stepAt(chunk, chunk.used - 1) : -1;
  };

  /** A chunk with room for one more. @param {number} taken */
  function withRoom(taken) {
    const chunk = chunks.at(-1);
    const room = chunk ? chunk.numbers.length / NUMBERS.length : 0;
    if (chunk && chunk.used < room) return chunk;
    if (!chunk || room >= FULL) {
      const fresh = createChunk(chunk ? FULL : FIRST_ROOM, count, taken);
      chunks.push(fresh);
      return fresh;
    }
    const wider = { ...createChunk(Math.min(FULL, 4 * room), count, chunk.begun), id: chunk.id, used: chunk.used };
    wider.numbers.set(chunk.numbers);
    wider.vectors.set(chunk.vectors);
    chunks[chunks.length - 1] = wider;
    return wider;
  }

  return {
    get count() {
      return count;
    },
    get chunks() {
      return chunks;
    },
    get length() {
      return chunks.reduce((sum, { used }) => sum + used, 0);
    },
    get bytes() {
      return chunks.reduce((sum, chunk) => sum + bytesOf(chunk), 0);
    },
    lastStep,

    /**
     * Takes a frame. One of the newest step takes its place, since its costs may be known by now; older ones are known.
     * @param {Frame} frame
     * @param {number} taken frames of all stretches so far
     * @returns {boolean} whether it is one more
     */
    add(frame, taken) {
      const last = lastStep();
      if (frame.step < last || frame.parameters.length !== count) return false;
      const isNew = frame.step > last;
      const chunk = isNew ? withRoom(taken) : /** @type {Chunk} */ (chunks.at(-1));
      const at = isNew ? chunk.used++ : chunk.used - 1;
      NUMBERS.forEach((name, index) => { chunk.numbers[at * NUMBERS.length + index] = frame[name]; });
      chunk.vectors.set(frame.parameters, 2 * at * count);
      chunk.vectors.set(frame.update, (2 * at + 1) * count);
      chunk.ended = taken + 1;
      return isNew;
    },

    /**
     * The frame that is kept nearest to a step; null where there is none.
     * @param {number} step
     * @param {number} [most] no later step
     * @returns {Frame | null} its vectors are not to be changed
     */
    nearest(step, most = Infinity) {
      if (chunks.length === 0) return null;
      let [low, high] = [0, chunks.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (stepAt(chunks[middle], 0) <= step) low = middle;
        else high = middle - 1;
      }
      const chunk = chunks[low];
      let [first, last] = [0, chunk.used - 1];
      while (first < last) {
        const middle = (first + last + 1) >> 1;
        if (stepAt(chunk, middle) <= step) first = middle;
        else last = middle - 1;
      }
      const [after, at] = first + 1 < chunk.used ? [chunk, first + 1] : [chunks[low + 1], 0];
      const isAfterNearer = after && stepAt(after, at) <= most && stepAt(after, at) - step < step - stepAt(chunk, first);
      return isAfterNearer ? frameAt(after, at, count) : frameAt(chunk, first, count);
    },

    /** Every frame that is kept, in order. @returns {Generator<Frame>} */
    * frames() {
      for (const chunk of chunks) for (let at = 0; at < chunk.used; at++) yield frameAt(chunk, at, count);
    },

    /**
     * The two neighbouring full chunks that are shortest for their age.
     * @param {number} taken
     * @returns {{at: number, weight: number} | null}
     */
    thinnable(taken) {
      /** @type {{at: number, weight: number} | null} */
      let best = null;
      for (let at = 0; at + 2 < chunks.length; at++) {
        const weight = (chunks[at + 1].ended - chunks[at].begun) / (taken - chunks[at + 1].ended + 1);
        if (!best || weight < best.weight) best = { at, weight };
      }
      return best;
    },

    /** Makes one chunk of two, with every second frame of theirs. @param {number} at of the first */
    thin(at) {
      const [one, other] = [chunks[at], chunks[at + 1]];
      const merged = createChunk(Math.ceil((one.used + other.used) / 2), count, one.begun);
      merged.ended = other.ended;
      for (let index = 0; index < one.used + other.used; index += 2) {
        const [from, place] = index < one.used ? [one, index] : [other, index - one.used];
        copyFrame(merged, merged.used++, from, place, count);
      }
      chunks = [...chunks.slice(0, at), merged, ...chunks.slice(at + 2)];
    },

    /** Puts kept chunks in the place of all. @param {Chunk[]} kept */
    restore(kept) {
      chunks = kept;
      lastId = Math.max(lastId, ...kept.map(({ id }) => id));
    },
  };
}

/** @param {Chunk} chunk @param {number} at @param {number} count @returns {Frame} */
function frameAt({ numbers, vectors }, at, count) {
  const [step, epoch, trainCost, testCost, batchCost, trainAccuracy, testAccuracy, samples] = numbers.subarray(at * NUMBERS.length);
  return {
    training: false, kept: true, revision: 0, measured_rate: 0,
    step, epoch, train_cost: trainCost, test_cost: testCost, batch_cost: batchCost,
    train_accuracy: trainAccuracy, test_accuracy: testAccuracy, batch_samples: samples,
    parameters: vectors.subarray(2 * at * count, (2 * at + 1) * count),
    update: vectors.subarray((2 * at + 1) * count, 2 * (at + 1) * count),
  };
}

/** @typedef {ReturnType<typeof createMoments>} Moments */

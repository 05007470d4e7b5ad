/**
 * @file Messages from one thread to another through shared memory, in order.
 *
 * A task that brings a message waits its turn, and after a click browsers make all tasks wait until the next
 * picture is shown. What lies here can be read at any time.
 */

/** Bytes for messages that have not been read yet. */
const CAPACITY = 1 << 18;
/** Where the counters lie: bytes written and read, both ever growing, texts not yet read, and whether the reader has been woken. */
const [WRITTEN, READ, TEXTS, WOKEN, COUNTERS] = [0, 1, 2, 3, 4];
/** Bytes before each message: its length times two, and one more for text. */
const HEADER = 4;
const TEXT = 1;

/**
 * Whether memory can be shared with a worker. Some builds of WebKit isolate a page but have no shared memory, and a page
 * in a sandboxed frame has no origin whose workers it might start.
 * @param {{crossOriginIsolated: boolean, origin: string, SharedArrayBuffer?: unknown}} scope
 */
export const canShareMemory = ({ crossOriginIsolated, origin, SharedArrayBuffer }) =>
  crossOriginIsolated && origin !== 'null' && typeof SharedArrayBuffer === 'function';

/** @param {number} [capacity] in bytes, a power of two, so that the counters may overflow */
export const ringBuffer = (capacity = CAPACITY) =>
  new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT + capacity);

/** @param {SharedArrayBuffer} buffer */
function open(buffer) {
  const counters = new Int32Array(buffer, 0, COUNTERS);
  const bytes = new Uint8Array(buffer, counters.byteLength);
  return {
    counters,
    bytes,
    unread: () => (Atomics.load(counters, WRITTEN) - Atomics.load(counters, READ)) >>> 0,
    /** How a length that begins at a counter is divided by the end of the ring. @param {number} counter @param {number} length */
    split(counter, length) {
      const start = (counter >>> 0) % bytes.length;
      return { start, first: Math.min(length, bytes.length - start) };
    },
  };
}

/**
 * The end that writes.
 * @param {SharedArrayBuffer} buffer
 */
export function ringWriter(buffer) {
  const { counters, bytes, unread, split } = open(buffer);
  const encoder = new TextEncoder();
  const header = new DataView(new ArrayBuffer(HEADER));

  /** @param {Uint8Array} content @param {number} at */
  function put(content, at) {
    const { start, first } = split(at, content.length);
    bytes.set(content.subarray(0, first), start);
    bytes.set(content.subarray(first), 0);
  }

  return {
    /**
     * @param {string | ArrayBuffer} message
     * @returns {boolean} false where there is no room for it
     */
    write(message) {
      const isText = typeof message === 'string';
      const content = isText ? encoder.encode(message) : new Uint8Array(message);
      if (unread() + HEADER + content.length > bytes.length) return false;
      const at = Atomics.load(counters, WRITTEN);
      header.setUint32(0, 2 * content.length + (isText ? TEXT : 0));
      put(new Uint8Array(header.buffer), at);
      put(content, at + HEADER);
      Atomics.store(counters, WRITTEN, at + HEADER + content.length);
      if (isText) Atomics.add(counters, TEXTS, 1);
      return true;
    },

    /** Whether the reader has to be woken: not if it has been since it last read. */
    mustWake: () => Atomics.exchange(counters, WOKEN, 1) === 0,
  };
}

/**
 * The end that reads.
 * @param {SharedArrayBuffer} buffer
 */
export function ringReader(buffer) {
  const { counters, bytes, unread, split } = open(buffer);
  const decoder = new TextDecoder();

  /** @param {number} at @param {number} length */
  function take(at, length) {
    const content = new Uint8Array(length);
    const { start, first } = split(at, length);
    content.set(bytes.subarray(start, start + first));
    content.set(bytes.subarray(0, length - first), first);
    return content;
  }

  return {
    /** Whether there is a text among what has not been read yet. */
    hasText: () => Atomics.load(counters, TEXTS) > 0,

    /**
     * The oldest message, or null when all were read.
     * @returns {string | ArrayBuffer | null}
     */
    read() {
      // Before looking at what there is, so that what is written afterwards wakes the reader again.
      Atomics.store(counters, WOKEN, 0);
      if (unread() === 0) return null;
      const at = Atomics.load(counters, READ);
      const header = new DataView(take(at, HEADER).buffer).getUint32(0);
      const content = take(at + HEADER, header >>> 1);
      Atomics.store(counters, READ, at + HEADER + content.length);
      if (!(header & TEXT)) return content.buffer;
      Atomics.sub(counters, TEXTS, 1);
      return decoder.decode(content);
    },
  };
}

/** @file How large a message is, and the refusal of one for which the server would close the connection. */

/** The most bytes that a character takes as text on a socket. */
const MOST_BYTES_EACH = 3;

/** Such as "45 kB". @param {number} bytes @param {(kilobytes: number) => number} round */
const sizeWords = (bytes, round) => `${round(bytes / 1000)} kB`;

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text).length;

/**
 * @param {string} text of a command
 * @param {number} id of the command
 * @param {number} most bytes of a message that the server takes
 * @returns {import('../types.js').ErrorEvent | null}
 */
export function tooLarge(text, id, most) {
  if (text.length * MOST_BYTES_EACH <= most) return null;
  const bytes = bytesOf(text);
  if (bytes <= most) return null;
  return {
    type: 'error',
    id,
    code: 'limit',
    field: null,
    given: bytes,
    allowed: `at most ${most} bytes`,
    message: `That is more than this server takes at once: ${sizeWords(bytes, Math.ceil)}, and at most ${
      sizeWords(most, Math.floor)}. Take fewer points or a smaller network.`,
  };
}

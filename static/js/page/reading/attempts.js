/**
 * Sends commands for which nobody waits; a refusal is told in the reading pane for as long as it holds.
 */

/**
 * A refusal in words; null where the page's own state has overtaken it: a point that is not there any more was removed or
 * undone here, which is no news to anybody.
 * @param {unknown} error
 * @param {Pick<import('../../types.js').State, 'points'>} state
 */
export function refusalWords(error, { points }) {
  const { message, code, given } = /** @type {Error & {code?: string, given?: unknown}} */ (error);
  return code === 'unknown_point' && !points.some(({ id }) => id === given) ? null : message;
}

/**
 * @param {import('../page.js').Send} send
 * @param {import('../view_state.js').ViewState} view
 * @param {Pick<import('../../types.js').State, 'points'>} state
 */
export function createAttempts(send, view, state) {
  /** @param {Promise<unknown>} sent */
  const tell = async (sent) => {
    try {
      await sent;
      view.reading.trouble = null;
      return true;
    } catch (error) {
      view.reading.trouble = refusalWords(error, state);
      return false;
    }
  };
  return { tell, attempt: (/** @type {import('../../types.js').Command} */ command) => tell(send(command)) };
}

/**
 * Sends commands for which nobody waits; a refusal is told in the reading pane until something succeeds.
 */

/** @param {import('./page.js').Send} send @param {import('./view_state.js').ViewState} view */
export function createAttempts(send, view) {
  /** @param {Promise<unknown>} sent */
  const tell = async (sent) => {
    try {
      await sent;
      view.set({ trouble: null });
      return true;
    } catch (error) {
      view.set({ trouble: /** @type {Error} */ (error).message });
      return false;
    }
  };
  return { tell, attempt: (/** @type {import('../types.js').Command} */ command) => tell(send(command)) };
}

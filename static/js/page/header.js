/**
 * What the header tells: whether the server is there, and how far training is.
 */
import { byId, setAttribute, setText } from '../ui/dom.js';
import { formatCount } from '../ui/format.js';
import { legibly } from './throttle.js';

/** A connection that is quicker than this is not worth a word. */
const PATIENCE = 400;
const WORDS = { live: 'Live', connecting: 'Connecting', offline: 'Reconnecting' };

/**
 * A connection that failed once comes back rather than begins.
 * @param {import('../types.js').State} state
 */
function statusOf({ connection: { status, attempt } }) {
  return status !== 'live' && attempt > 0 ? 'offline' : status;
}

/** @param {import('./page.js').Page} page */
export function mountHeader({ state, watch }) {
  const connection = byId('connection');
  const word = /** @type {HTMLElement} */ (connection.lastElementChild);
  let timer = 0;
  watch(statusOf, (status) => {
    clearTimeout(timer);
    const show = () => {
      setAttribute(connection, 'data-status', status);
      setText(word, WORDS[status]);
    };
    if (status === 'live') show();
    else timer = window.setTimeout(show, PATIENCE);
  });
  const [steps, epochs] = [byId('step-count'), byId('epoch-count')];
  watch((now) => now.frame, legibly({ state }, () => {
    const { frame } = state();
    setText(steps, formatCount(frame?.step ?? 0));
    setText(epochs, formatCount(frame?.epoch ?? 0));
  }));
}

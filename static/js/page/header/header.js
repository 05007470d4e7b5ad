/**
 * What the header tells: whether the server is there, and how far training is.
 *
 * @feature the connection's state, how far training is, light or dark
 */
import { byId, setAttribute, setText } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { mountThemeSwitch } from '../../ui/theme.js';
import { effect, whenever } from '../../ui/tracked.js';
import { said } from '../../words/sentence.js';
import { isDown } from '../connection/connection_words.js';

/** A connection that is quicker than this is not worth a word. */
const PATIENCE = 400;
const WORDS = { live: 'Online', asleep: 'Asleep', connecting: 'Connecting', offline: 'Reconnecting' };

/**
 * A connection that failed once comes back rather than begins; one that sleeps does so at the next touch.
 * @param {Pick<import('../../types.js').State, 'connection'>} state
 */
const statusOf = ({ connection }) => (isDown(connection) ? 'offline' : connection.asleep ? 'asleep' : connection.status);

/** How far training is. @param {Pick<import('../snapshot.js').Snapshot, 'frame' | 'past'>} snapshot */
export function counterWords({ frame, past }) {
  const [step, epoch, newest] = [frame?.step ?? 0, frame?.epoch ?? 0, past?.newest ?? 0].map(formatCount);
  return {
    step: said(step, { that: 'step', step }),
    of: past ? said(`of ${newest}`, { that: 'newest step', newest }) : null,
    epoch: said(epoch, { that: 'epoch', epoch }),
  };
}

/** @param {import('../page.js').Page} page @param {{snapshots: import('../snapshot.js').Snapshots}} shared */
export function mountHeader({ state }, { snapshots }) {
  mountThemeSwitch(byId('theme'));
  const connection = byId('connection');
  const word = /** @type {HTMLElement} */ (connection.lastElementChild);
  let timer = 0;
  whenever(() => statusOf(state), (status) => {
    clearTimeout(timer);
    const show = () => {
      setAttribute(connection, 'data-status', status);
      setText(word, WORDS[status]);
    };
    if (status === 'live' || status === 'asleep') show();
    else timer = window.setTimeout(show, PATIENCE);
  });
  const [steps, newest, epochs] = [byId('step-count'), byId('step-newest'), byId('epoch-count')];
  effect(() => {
    const { step, epoch, of } = counterWords(snapshots.now());
    setText(newest, of?.text ?? '');
    setText(steps, step.text);
    setText(epochs, epoch.text);
  });
}

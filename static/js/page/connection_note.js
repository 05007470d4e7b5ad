/**
 * Where the transport was: that the connection dropped, when the next try is due, and a way to hurry it.
 */
import { byId, make, setText } from '../ui/dom.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').ConnectionState} ConnectionState */

const TICK = 500;
/** A short break is not worth interrupting anyone. */
const PATIENCE = 2000;
const SERVER_FULL = 1013;

/** @param {number} milliseconds */
const seconds = (milliseconds) => Math.max(0, Math.round(milliseconds / 1000));

/**
 * What to say of a connection that is down.
 * @param {ConnectionState} connection
 * @param {boolean} met whether this page was ever connected
 * @param {number} now by the same clock
 * @returns {{title: string, words: string}}
 */
export function connectionWords({ since, retry_at: retryAt, close_code: code }, met, now) {
  const ago = seconds(now - since);
  const next = retryAt === null ? 'Trying now.' : `Next try in ${seconds(retryAt - now)} s.`;
  if (code === SERVER_FULL) {
    return { title: 'The server is full just now.', words: `Everything stays here meanwhile. ${next}` };
  }
  if (!met) return { title: 'The server does not answer.', words: next };
  return {
    title: ago < 2 ? 'The connection dropped.' : `The connection dropped ${ago} s ago.`,
    words: `Your points and the run are kept. ${next}`,
  };
}

/** @param {Page} page @param {{now: () => number, retry: () => void}} connection */
export function mountConnectionNote({ state, watch, announce }, { now, retry }) {
  const transport = byId('transport');
  const rows = /** @type {HTMLElement[]} */ ([...transport.children]);
  const title = make('b');
  const words = make('span');
  const button = make('button', { class: 'second', onclick: retry }, 'Try now');
  const note = make('div', { class: 'lost', hidden: true }, title, words, button);
  transport.append(note);
  let timer = 0;
  let told = false;

  const tell = () => {
    const { connection, experiment } = state();
    const said = connectionWords(connection, experiment !== null, now());
    setText(title, said.title);
    setText(words, said.words);
    if (!told && now() - connection.since > PATIENCE) {
      told = true;
      announce(`${said.title} Your points and the run are kept. The page reconnects by itself.`);
    }
  };

  watch((current) => current.connection, ({ status }) => {
    const down = status === 'offline' || (status === 'connecting' && !note.hidden);
    const focused = transport.contains(document.activeElement);
    note.hidden = !down;
    for (const row of rows) row.hidden = down;
    clearInterval(timer);
    if (!down) {
      if (told) announce('Connected again.');
      told = false;
      if (focused) byId('train').focus();
      return;
    }
    tell();
    timer = window.setInterval(tell, TICK);
  });
}

/**
 * Where the transport was: that the connection dropped, when the next try is due, and a way to hurry it.
 *
 * @feature that the connection dropped, and what a server did not take over
 */
import { byId, make, setText } from '../../ui/dom.js';
import { whenever } from '../../ui/tracked.js';
import { together } from '../../words/sentence.js';
import { connectionWords, isDown } from './connection_words.js';

/** @typedef {import('../page.js').Page} Page */

const TICK = 500;
/** A short break is not worth interrupting anyone. */
const PATIENCE = 2000;

/** @param {Page} page @param {{connection: {now: () => number, retry: () => void}}} shared */
export function mountConnectionNote({ state, view, announce }, { connection: { now, retry } }) {
  const transport = byId('transport');
  const rows = /** @type {HTMLElement[]} */ ([...transport.children]);
  const title = make('b');
  const words = make('span');
  const button = make('button', { class: 'second', onclick: retry }, 'Try now');
  const note = make('div', { class: 'lost', hidden: true }, title, words, button);
  transport.append(note);
  let timer = 0;
  let told = false;
  let answers = false;

  /** Whether a server was there before; a sample that was learned beforehand is none's. */
  const hasMet = () => state.experiment !== null && !view.first.stored;
  const tell = () => {
    const { connection, points } = state;
    const met = hasMet();
    const said = connectionWords({ connection, met, points: met ? points.length : 0, now: now(), answers });
    setText(title, said.title.text);
    setText(words, together(said.kept, said.next).text);
    if (!told && now() - connection.since > PATIENCE) {
      told = true;
      announce(`${together(said.title, said.kept).text} The page connects again by itself.`);
    }
  };

  // Where no socket has ever opened, a plain request tells whether it is the server that is silent.
  const ask = async () => {
    answers = await fetch(new URL('health', document.baseURI), { cache: 'no-store' }).then(({ ok }) => ok, () => false);
    if (!note.hidden) tell();
  };

  whenever(() => state.connection, (connection) => {
    const down = isDown(connection);
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
    if (connection.status === 'offline' && !hasMet()) ask();
    timer = window.setInterval(tell, TICK);
  });
}

/**
 * What the page says of its connection: why there is none, since when, and when the next try is due.
 */
import { said, together } from '../../words/sentence.js';

/** @typedef {import('../../types.js').ConnectionState} ConnectionState */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** Whether it was lost or could not be made; the next try is a part of that. @param {ConnectionState} connection */
export const isDown = ({ status, attempt }) => status !== 'live' && attempt > 0;

/** @param {number} milliseconds */
const seconds = (milliseconds) => Math.max(0, Math.round(milliseconds / 1000));

/** Whether a server said why it closed. @param {ConnectionState} connection */
export const isExplained = ({ close_code: code }) => code === FOREIGN_PAGE || REASONS[code ?? 0] !== undefined;

const FOREIGN_PAGE = 4403;

/** What the server said as it closed, by the code that it gave. @type {Record<number, string>} */
const REASONS = {
  1001: 'The server is shutting down or starting again.',
  1008: 'The server ended the connection: more was asked than it answers at once.',
  1009: 'The server ended the connection: a message was too large for it.',
  1011: 'The server ended the connection: it made a mistake, or heard nothing for too long.',
  1013: 'The server is full just now, or has too many pages from your address.',
};

/**
 * Why a server does not take this page, and who can change that: only what the page is called by its browser tells.
 * @param {string} origin 'null' in a sandboxed frame
 */
const foreignWords = (origin) => origin === 'null'
  ? { reason: 'This server does not accept pages in a sandboxed frame.', advice: 'Whoever runs it can allow that by CHAINRULE_FRAME_ANCESTORS.' }
  : { reason: `This server does not accept pages from ${origin}.`, advice: `Whoever runs it can allow that by CHAINRULE_ALLOWED_ORIGINS=${origin}.` };

/**
 * What to say of a connection that is down.
 * @param {object} facts
 * @param {ConnectionState} facts.connection
 * @param {boolean} facts.met whether this page was ever connected
 * @param {number} facts.points how many there are
 * @param {number} facts.now by the connection's clock
 * @param {boolean} [facts.answers] whether the server answers a plain request, by which it was asked just now
 * @param {string} [facts.origin] the page's, as its browser gives it to servers
 * @returns {{title: Sentence, kept: Sentence, next: Sentence}} kept: what is not lost, and what can be done
 */
export function connectionWords({ connection: { since, retry_at: retryAt, close_code: code }, met, points, now, answers = false, origin = globalThis.origin }) {
  const wait = retryAt === null ? 0 : seconds(retryAt - now);
  const next = wait === 0 ? said('Trying now.') : said(`Next try in ${wait} s.`, { that: 'next try', seconds: String(wait) });
  const foreign = code === FOREIGN_PAGE ? foreignWords(origin) : null;
  const reason = foreign?.reason ?? REASONS[code ?? 0];
  const ago = seconds(now - since);
  const dropped = ago < 2
    ? said('The connection dropped.', { that: 'met before' })
    : said(`The connection dropped ${ago} s ago.`, { that: 'met before' }, { that: 'dropped', seconds: String(ago) });
  const silent = said(
    answers ? 'The server answers, but opens no WebSocket: a proxy on the way may cut it off.' : 'The server does not answer.',
    { that: 'closed without a word' });
  const title = reason ? said(reason, { that: 'closed with', code }) : met ? dropped : silent;
  const kept = points > 0 ? 'Your points and the run are kept.' : met ? 'The network and its settings are kept.' : '';
  return { title, kept: together(said(foreign?.advice ?? ''), said(kept)), next };
}

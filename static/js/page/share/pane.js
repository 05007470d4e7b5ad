/**
 * The pane of sharing: what the link holds, phrase by phrase, the link to copy, and the other ways: a file, another program.
 */
import { fileName } from '../../kept/naming.js';
import { toLink } from '../../kept/link.js';
import { formatCount } from '../../ui/format.js';
import { icon, make, setText } from '../../ui/dom.js';
import { EMBED, TAKE_OUT } from '../addresses.js';
import { save } from '../../ui/save.js';
import { fileOf, parcelNow } from '../kept/files.js';
import { LONGEST_LINK, lengthWords, pointsWords, sendWords, sizeWords, titleWords, tooLongWords, whatIsSent } from './words.js';
import { withLess } from './less.js';
import { createShorter } from './shorter.js';
import { createWay } from './way.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../kept/exchange.js').Exchange} Exchange */

/** How long it says "Copied". */
const COPIED = 4000;

/** @param {string} hash */
const addressOf = (hash) => new URL(`${location.pathname}${hash}`, document.baseURI).href;

/**
 * @param {Page} page
 * @param {Exchange} exchange
 * @param {{onLink: (link: string | null) => void, phone: boolean}} options
 */
export function createPane(page, exchange, { onLink, phone }) {
  const { state, announce } = page;
  /** What is in the link: so many points at most, and what the network learned. */
  const left = { points: Infinity, learned: true };
  let timer = 0;
  /** The newest run of `copy`: what an older one made is not shown. */
  let newest = 0;
  const title = make('h3');
  const holds = make('p', { class: 'holds' });
  const field = make('input', { type: 'text', readonly: true, 'aria-label': 'Link to this experiment', onfocus: () => field.select() });
  const copyButton = make('button', { class: 'quiet copy', onclick: copy });
  const length = make('p', { class: 'length' });
  const row = make('div', { class: 'link-field' }, field, copyButton);
  const asFile = createWay('file', 'Save as a file', saveFile);
  const send = createWay('share', '', sendIt);
  const shorter = createShorter(addressOf, (most) => {
    left.points = most;
    copy();
  });
  const out = make('a', { class: 'way', href: TAKE_OUT }, icon('take-out'), make('span', {}, make('b', {}, 'Take out numbers or code'), make('small', {}, 'CSV, JSON, Python, pictures')));
  const frame = make('a', { class: 'way', href: EMBED }, icon('text'), make('span', {}, make('b', {}, 'Put it on a page'), make('small', {}, 'a frame for a course or an article')));
  send.element.hidden = true;
  const ways = make('div', { class: 'other-ways' }, make('p', {}, 'Or another way'), ...(phone ? [send.element, asFile.element] : [asFile.element, send.element]), shorter.element, frame, out);
  const element = make('div', { class: 'share-pane' }, make('div', { class: 'link' }, title, holds, row, length), ways);
  copyButton.append(icon('check'), make('span', {}, 'Copy'));

  const parcel = () => parcelNow(page, exchange.getState);

  /** @param {boolean} isCopied */
  function showCopied(isCopied) {
    copyButton.classList.toggle('done', isCopied);
    setText(/** @type {HTMLElement} */ (copyButton.lastElementChild), isCopied ? 'Copied' : 'Copy');
    clearTimeout(timer);
    if (isCopied) timer = window.setTimeout(() => showCopied(false), COPIED);
  }

  /** What is in the link, or not, at a press. @param {boolean} isIn @param {string} words @param {() => void} turn */
  const phrase = (isIn, words, turn) => make(
    'button', { class: 'wording', 'aria-pressed': String(isIn), onclick: () => { turn(); copy(); } }, words);

  function tellHeld() {
    const focused = [...holds.children].indexOf(/** @type {Element} */ (document.activeElement));
    const step = formatCount(state.progress?.step ?? 0);
    const points = Math.min(left.points, state.points.length);
    const learned = 'what the network learned';
    holds.replaceChildren(
      'Whoever opens it gets a copy of their own, with ',
      phrase(points > 0, pointsWords(points, state.points.length), () => { left.points = left.points === Infinity ? 0 : Infinity; }), ', ',
      phrase(left.learned, left.learned ? learned : `without ${learned}`, () => { left.learned = !left.learned; }), ...(left.learned ? [` up to step ${step}`] : []),
      ', and the settings. The curve below stays here.',
    );
    if (focused >= 0) /** @type {HTMLElement} */ (holds.children[focused]).focus();
  }

  async function build() {
    const whole = parcel();
    if (!whole) throw new Error('There is nothing yet: the server has not told it.');
    const less = await withLess(whole, left, exchange.openRehearsal);
    const link = addressOf(await toLink(less, /** @type {import('../../types.js').Drawn | null} */ (less.drawn)));
    return { link, whole, less };
  }

  async function copy() {
    tellHeld();
    const mine = newest += 1;
    try {
      const { link, whole, less } = await build();
      if (mine !== newest) return;
      field.value = link;
      const isLong = link.length > LONGEST_LINK;
      tellWays(whole);
      if (isLong) await shorter.offer(less);
      else shorter.hide();
      if (mine !== newest) return;
      setText(length, isLong ? tooLongWords(less.checkpoint.points.length, link.length) : lengthWords(link.length));
      row.hidden = isLong;
      element.classList.toggle('too-long', isLong);
      onLink(link);
      const isCopied = !isLong && await put(link);
      if (mine !== newest) return;
      setText(title, titleWords(isLong ? 'too long' : isCopied ? 'copied' : 'refused'));
      showCopied(isCopied);
      if (isCopied) announce('The link is copied');
      else if (!isLong) field.focus();
    } catch (error) {
      if (mine !== newest) return;
      setText(title, titleWords('failed'));
      setText(length, /** @type {Error} */ (error).message);
      field.value = '';
      row.hidden = true;
      shorter.hide();
      const whole = parcel();
      if (whole) tellWays(whole);
      onLink(null);
    }
  }

  /** @param {string} name @param {File} file */
  const sentNow = (name, file) => (
    'share' in navigator ? whatIsSent(field.value, file, name, (given) => navigator.canShare?.(given) ?? false) : null);

  /** @param {import('./less.js').Sent} whole */
  function tellWays(whole) {
    const file = fileOf(whole);
    const size = sizeWords(file.size);
    const sent = sentNow(whole.name, file);
    asFile.tell('Save as a file', `${fileName(whole.name)}, ${size}, with the curve`);
    send.element.hidden = sent === null;
    send.tell(sendWords(sent?.files ? 'file' : 'link', size, phone), 'what this device offers');
  }

  /** @param {string} link */
  async function put(link) {
    try {
      await navigator.clipboard.writeText(link);
      return true;
    } catch {
      return false; // not allowed, or the connection is not secure
    }
  }

  function saveFile() {
    const whole = parcel();
    if (whole) save(fileOf(whole), fileName(whole.name));
  }

  async function sendIt() {
    const whole = parcel();
    if (!whole) return;
    const sent = sentNow(whole.name, fileOf(whole));
    if (sent) await navigator.share(sent).catch(() => {}); // whoever thinks better of it is no fault
  }

  setText(title, titleWords('copying'));
  tellHeld();
  return { element, copy };
}

/**
 * The pane of sharing: what the link holds, phrase by phrase, the link to copy, and the other ways: a file, another program.
 */
import { fileName } from '../../kept/naming.js';
import { toLink } from '../../kept/link.js';
import { counted, formatCount } from '../../ui/format.js';
import { icon, make, setText } from '../../ui/dom.js';
import { TAKE_OUT } from '../addresses.js';
import { save } from '../../ui/save.js';
import { fileOf, parcelNow } from '../kept/files.js';
import { LONGEST_LINK, lengthWords, sizeWords, titleWords, tooLongWords } from './words.js';
import { withLess } from './less.js';

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
  const left = { points: true, learned: true };
  let timer = 0;
  /** The newest run of `copy`: what an older one made is not shown. */
  let newest = 0;
  const title = make('h3');
  const holds = make('p', { class: 'holds' });
  const field = make('input', { type: 'text', readonly: true, 'aria-label': 'Link to this experiment', onfocus: () => field.select() });
  const copyButton = make('button', { class: 'quiet copy', onclick: copy });
  const length = make('p', { class: 'length' });
  const row = make('div', { class: 'link-field' }, field, copyButton);
  /** @param {string} sign @param {string} name @param {() => void} run */
  const way = (sign, name, run) => {
    const more = make('small');
    return { element: make('button', { class: 'way', onclick: run }, icon(sign), make('span', {}, make('b', {}, name), more)), more };
  };
  const asFile = way('file', 'Save as a file', saveFile);
  const send = way('share', phone ? 'Send the link' : 'Send with another app', sendIt);
  const out = make('a', { class: 'way', href: TAKE_OUT }, icon('take-out'), make('span', {}, make('b', {}, 'Take out numbers or code'), make('small', {}, 'CSV, JSON, Python, pictures')));
  send.more.textContent = 'what this device offers';
  send.element.hidden = !navigator.share;
  const ways = make('div', { class: 'other-ways' }, make('p', {}, 'Or another way'), ...(phone ? [send.element, asFile.element] : [asFile.element, send.element]), out);
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

  /** @param {'points' | 'learned'} part @param {string} words */
  const phrase = (part, words) => make(
    'button', { class: 'wording', 'aria-pressed': String(left[part]), onclick: () => { left[part] = !left[part]; copy(); } },
    left[part] ? words : `without ${words}`,
  );

  function tellHeld() {
    const focused = [...holds.children].indexOf(/** @type {Element} */ (document.activeElement));
    const step = formatCount(state.progress?.step ?? 0);
    holds.replaceChildren(
      'Whoever opens it gets a copy of their own, with ', phrase('points', counted(state.points.length, 'point')), ', ',
      phrase('learned', 'what the network learned'), ...(left.learned ? [` up to step ${step}`] : []),
      ', and the settings. The curve below stays here.',
    );
    if (focused >= 0) /** @type {HTMLElement} */ (holds.children[focused]).focus();
  }

  async function build() {
    const whole = parcel();
    if (!whole) throw new Error('There is nothing yet: the server has not told it.');
    const less = await withLess(whole, left, exchange.openRehearsal);
    const link = addressOf(await toLink(less.parcel, less.drawn));
    return { link, whole, points: less.parcel.checkpoint.points.length };
  }

  async function copy() {
    tellHeld();
    const mine = newest += 1;
    try {
      const { link, whole, points } = await build();
      if (mine !== newest) return;
      field.value = link;
      const isLong = link.length > LONGEST_LINK;
      asFile.more.textContent = `${fileName(whole.name)}, ${sizeWords(fileOf(whole).size)}, with the curve`;
      setText(length, isLong ? tooLongWords(points, link.length) : lengthWords(link.length));
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
      onLink(null);
    }
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
    const isLong = field.value.length > LONGEST_LINK;
    const file = fileOf(whole);
    const sent = isLong && navigator.canShare?.({ files: [file] }) ? { files: [file] } : { title: whole.name, url: field.value };
    await navigator.share(sent).catch(() => {}); // whoever thinks better of it is no fault
  }

  setText(title, titleWords('copying'));
  tellHeld();
  return { element, copy };
}

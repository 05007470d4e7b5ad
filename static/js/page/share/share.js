/**
 * Sharing what is on the page: the plane becomes a code for phones, and the reading pane tells of the link.
 *
 * @feature a link to what is on the page, and its code in the plane's place
 */
import { byId, icon, make } from '../../ui/dom.js';
import { openSheet } from '../../ui/sheet.js';
import { onChange } from '../../ui/tracked.js';
import { createPane } from './pane.js';
import { paintCode } from './code.js';
import { codeWords, FINE_CODE } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../kept/exchange.js').Exchange} Exchange */

const NARROW = '(max-width: 899px)';

/** @type {(() => void) | null} ends it */
let end = null;

/** Begins sharing, or ends it. @param {Page} page @param {Exchange} exchange */
export async function turnSharing(page, exchange) {
  if (end) {
    end();
    return;
  }
  if (matchMedia(NARROW).matches) await openAsSheet(page, exchange);
  else await openInPlace(page, exchange);
}

/** @param {Page} page @param {Exchange} exchange */
async function openAsSheet(page, exchange) {
  const pane = createPane(page, exchange, { onLink: () => {}, phone: true });
  const sheet = openSheet({ title: 'Share', content: [pane.element], onClose: () => { end = null; } });
  end = sheet.close;
  await pane.copy();
}

/** @param {Page} page @param {Exchange} exchange */
async function openInPlace(page, exchange) {
  const { view, state } = page;
  const following = byId('follow');
  // A pass that plays has the pane.
  if (following.getAttribute('aria-pressed') === 'true') following.click();
  const plane = /** @type {HTMLElement} */ (byId('plane-frame').closest('section'));
  const reading = byId('reading');
  const button = byId('share');
  const canvas = make('canvas', { role: 'img', 'aria-label': 'QR code of the link to this experiment' });
  const words = make('p', { class: 'line' });
  const why = make('p');
  const code = make('div', { class: 'code' }, canvas, make('p', { class: 'too-long' }));
  const fill = make('button', { class: 'quiet', onclick: () => code.requestFullscreen() }, icon('enlarge'), make('span', {}, 'Fill the screen'));
  const picture = make('button', { class: 'quiet', onclick: () => savePicture(canvas) }, icon('take-out'), make('span', {}, 'Save this picture'));
  const deeds = make('div', { class: 'deeds' }, fill, picture);
  const head = make('h2', { class: 'share-part' }, 'For the room');
  const foot = make('div', { class: 'share-part share-foot' }, words, why, deeds);
  fill.hidden = !document.fullscreenEnabled;

  /** @type {string | null} what the code is of */
  let coded = null;
  let more = '';
  function paint() {
    if (coded === null) return;
    const isFine = paintCode(canvas, coded, Math.min(code.clientWidth, code.clientHeight));
    why.textContent = `${isFine ? FINE_CODE : ''}${more}`;
    why.classList.toggle('fine', isFine);
  }
  // On a whole screen its squares are larger.
  const size = new ResizeObserver(paint);
  size.observe(code);

  /** @param {string | null} link null: it could not be made */
  function onLink(link) {
    coded = null;
    if (link === null) {
      canvas.hidden = deeds.hidden = true;
      words.textContent = why.textContent = '';
      return;
    }
    const { isLong, ...told } = codeWords(link.length, page.view.kept.card?.name ?? 'the experiment');
    canvas.hidden = deeds.hidden = isLong;
    /** @type {HTMLElement} */ (code.lastElementChild).hidden = !isLong;
    words.textContent = told.line;
    why.textContent = more = told.more;
    /** @type {HTMLElement} */ (code.lastElementChild).textContent = told.instead;
    if (isLong) return;
    coded = link;
    paint();
  }

  const pane = createPane(page, exchange, { onLink, phone: false });
  plane.querySelector('.bar')?.append(head);
  byId('plane-frame').append(code);
  plane.querySelector('.under')?.append(foot);
  reading.append(pane.element);
  for (const part of [plane, reading]) part.classList.add('sharing');
  button.setAttribute('aria-pressed', 'true');
  view.kept.sharing = true;

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return;
    event.preventDefault();
    end?.();
  };
  document.addEventListener('keydown', onKey, true);
  // Whoever goes on wants the plane back.
  const stop = onChange(() => [state.points, state.experiment, state.status, view.follow.moment === null, view.inspector.inspected,
    view.kept.listed], () => end?.());
  end = () => {
    end = null;
    queueMicrotask(stop);
    document.removeEventListener('keydown', onKey, true);
    size.disconnect();
    const hadFocus = [head, foot, code, pane.element].some((part) => part.contains(document.activeElement));
    for (const part of [head, foot, code, pane.element]) part.remove();
    for (const part of [plane, reading]) part.classList.remove('sharing');
    button.setAttribute('aria-pressed', 'false');
    view.kept.sharing = false;
    if (hadFocus) button.focus();
  };
  await pane.copy();
}

/** @param {HTMLCanvasElement} canvas */
function savePicture(canvas) {
  make('a', { href: canvas.toDataURL('image/png'), download: 'chainrule-code.png' }).click();
}

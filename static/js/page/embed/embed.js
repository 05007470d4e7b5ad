/**
 * The playground in a frame of another page: how far it is and the way to the whole of it, what it tells the page around it, and sleep
 * while nobody sees it.
 */
import { byId, icon, make, setText } from '../../ui/dom.js';
import { effect, onChange, untracked, whenever } from '../../ui/tracked.js';
import { exchangeOf } from '../kept/entrance.js';
import { parcelNow } from '../kept/files.js';
import { toLink } from '../../kept/link.js';
import { drawSample } from '../points/samples.js';
import { message, noData, standingWords, unknownWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */

/** Pixels of a network that can be read, above words; and what stands above and below the plane. */
const [LEAST_NETWORK, MARGINS] = [200, 24];

/** @param {string} type @param {object} content */
const tellAround = (type, content) => { if (window.parent !== window) window.parent.postMessage(message(type, content), '*'); };

/** @param {Page} page @param {import('../snapshot.js').Snapshots} snapshots */
export function mountEmbed(page, snapshots) {
  const { state, view, attempt } = page;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const may = (/** @type {string} */ what) => (root.dataset.with ?? '').split(' ').includes(what);
  const faults = make('div', { class: 'embed-faults', role: 'status' }, ...unknownWords(root.dataset.embed ?? '').map((words) => make('p', {}, words)));
  byId('main').prepend(faults);

  const [step, right] = [make('b'), make('b')];
  const rightWords = make('span', {}, right, ' right');
  const open = make('a', { class: 'quiet embed-open', 'aria-label': 'Open in Chainrule', target: '_blank', rel: 'noopener', href: './' }, make('span', {}, 'Open in Chainrule'), icon('enlarge'));
  byId('transport').append(make('p', { class: 'embed-standing' }, make('span', {}, 'Step ', step), rightWords), open);

  effect(() => {
    const { frame, costs } = snapshots.now();
    const words = standingWords(frame?.step ?? 0, costs.train_accuracy);
    setText(step, words.step);
    setText(right, words.right);
    rightWords.hidden = words.right === '';
  });

  // The whole page gets what is here, as it is when it is asked for.
  open.addEventListener('click', async (event) => {
    event.preventDefault();
    const opened = window.open('', '_blank');
    const exchange = await exchangeOf(page);
    const parcel = parcelNow(page, exchange.getState);
    const drawn = /** @type {import('../../types.js').Drawn | null} */ (parcel?.drawn ?? null);
    const address = new URL('./', document.baseURI).href + (parcel ? await toLink(parcel, drawn) : '');
    if (opened) opened.location.href = address;
    else location.assign(address); // a sandbox without pop-ups
  });

  if (!may('points')) byId('plane-frame').inert = true;

  // What it would take: the plane, or network and words beside it, or all of it in one column.
  const [stage, reading] = [byId('main'), byId('reading')];
  const height = () => {
    const under = /** @type {HTMLElement} */ (document.querySelector('.plane .under'));
    const words = reading.offsetHeight > 0 ? LEAST_NETWORK + reading.scrollHeight : 0;
    const beside = Math.max(byId('plane-frame').offsetHeight + under.offsetHeight, words) + faults.offsetHeight;
    const content = stage.scrollHeight > stage.clientHeight ? stage.scrollHeight : beside + MARGINS;
    tellAround('height', { height: Math.ceil(content + byId('run').offsetHeight) });
  };
  const sizes = new ResizeObserver(height);
  for (const part of [stage, reading]) sizes.observe(part);

  const { lessons } = view;
  whenever(() => [lessons.running?.name, lessons.progress.at, lessons.progress.done.length], () => {
    if (!lessons.running) return;
    const { steps, name } = lessons.running;
    const done = lessons.progress.done.length;
    tellAround('lesson', { lesson: name, step: lessons.progress.at + 1, done, steps: steps.length, finished: lessons.progress.done.includes(steps.length - 1) });
  });
  effect(() => {
    const { frame, costs } = snapshots.now();
    if (frame) tellAround('progress', { step: frame.step, correct: Number.isFinite(costs.train_accuracy) ? costs.train_accuracy : null });
  });

  // Out of sight nothing is computed; what was training goes on when it is seen again.
  let wasTraining = false;
  new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1)?.isIntersecting ?? true;
    if (!isSeen && state.status === 'training') {
      wasTraining = true;
      attempt({ type: 'pause' });
    } else if (isSeen && wasTraining) {
      wasTraining = false;
      attempt({ type: 'train' });
    }
  }).observe(byId('main'));
  onChange(() => state.status, (status) => { if (status === 'training') wasTraining = false; });

  /** @returns {Promise<void>} */
  async function begin() {
    tellAround('ready', {});
    height();
    const data = asked.get('data');
    const names = state.options?.datasets.map(({ name }) => name) ?? [];
    if (data !== null && state.points.length === 0) {
      if (names.includes(data)) await page.tell(drawSample(page, { dataset: data }));
      else faults.append(make('p', {}, noData(data.slice(0, 40), names)));
    }
    const lesson = asked.get('lesson');
    if (lesson !== null) location.hash = `lesson=${lesson}`;
    if (asked.get('run') === '1' && lesson === null && state.points.length > 0) attempt({ type: 'train' });
  }
  const stop = whenever(() => state.connection.status === 'live' && state.experiment !== null, (ready) => {
    if (!ready) return;
    queueMicrotask(() => stop());
    untracked(() => begin());
  });
}

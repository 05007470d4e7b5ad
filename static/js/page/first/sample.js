/**
 * The first visit is alive: two moons lie on the plane, pale, and a network learns them quietly, until the first click clears
 * them or Train takes them.
 */
import { fetchPart } from '../../ui/parts.js';
import { assign, onChange, whenever } from '../../ui/tracked.js';
import { isDown } from '../connection/connection_words.js';
import { mostPoints } from '../points/limits.js';
import { FIRST_SAMPLE } from '../points/samples.js';

/** @typedef {import('../page.js').Page} Page */

/** Enough for the boundary to find its way between the moons; where nothing is to move, in so many jumps, which the cost curve is drawn through. */
const STEPS = 600;
const JUMPS = 24;
const MOONS = { ...FIRST_SAMPLE, dataset: 'moons' };

/**
 * @param {Page} page
 * @param {{stand: (session: import('../../types.js').SessionState) => void}} shared `stand` shows a session that no server has
 */
export function mountSample(page, { stand }) {
  const { state, view, send } = page;
  const { first } = view;
  if (!first.newcomer) return;
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  /** The entry that undo would take back: a later one is a person's own. @type {unknown} */
  let mine = null;

  async function lay() {
    try {
      const drawn = send({ type: 'generate', ...MOONS, count: Math.min(MOONS.count, mostPoints(state)), fresh: true });
      first.sample = true;
      await drawn;
      mine = state.undo.past.at(-1);
      if (!first.sample) return;
      if (!lessMotion.matches) await send({ type: 'train' });
      else await Promise.all(Array.from({ length: JUMPS }, () => send({ type: 'step', updates: STEPS / JUMPS })));
    } catch {
      first.sample = false; // the page is empty then, and says so
    }
  }

  /** Where no server answers, the sample is one that was learned beforehand. */
  const isAlone = () => isDown(state.connection) && state.experiment === null;
  async function layStored() {
    const { storedSession } = await fetchPart(() => import('./stored.js'));
    if (!isAlone()) return;
    stand(storedSession());
    assign(first, { sample: true, stored: true });
    const { experiment } = state;
    const forget = onChange(() => state.experiment === experiment, (isStill) => {
      if (isStill) return;
      queueMicrotask(() => forget());
      first.stored = false;
    });
  }
  whenever(isAlone, (alone) => {
    if (alone) layStored().catch(() => {}); // the page is empty then, and says why
  });

  const stop = whenever(() => state.connection.status === 'live' && state.experiment !== null && !first.stored, (ready) => {
    if (!ready) return;
    queueMicrotask(() => stop());
    if (state.points.length === 0 && state.frame?.step === 0) lay();
  });
  onChange(() => state.frame?.step ?? 0, (step) => {
    if (first.sample && step >= STEPS && state.status === 'training') page.attempt({ type: 'pause' });
  });
  onChange(() => state.undo.past, (past) => {
    if (mine !== null && past.at(-1) !== mine) first.sample = false;
  });
}

/** Samples that are just being taken away. @type {WeakMap<Page, Promise<void>>} */
const clearings = new WeakMap();

/** Whether the points on the plane are no one's, those that are about to go included. @param {Page} page */
export const isSample = (page) => page.view.first.sample || clearings.has(page);

/**
 * Takes the sample away before a person's own first point; what comes meanwhile waits for the same.
 * @param {Page} page
 */
export function clearSample(page) {
  const underWay = clearings.get(page);
  if (underWay) return underWay;
  const clearing = clear(page).finally(() => { clearings.delete(page); });
  clearings.set(page, clearing);
  return clearing;
}

/** @param {Page} page */
async function clear({ send, state, view }) {
  view.first.sample = false;
  if (state.status === 'training') await send({ type: 'pause' });
  await send({ type: 'generate', ...MOONS, dataset: 'blank', fresh: true });
}

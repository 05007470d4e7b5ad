/**
 * The first visit is alive: two moons lie on the plane, pale, and a network learns them quietly, until the first click clears
 * them or Train takes them.
 */
import { byId, make } from '../../ui/dom.js';
import { effect, onChange, whenever } from '../../ui/tracked.js';
import { mostPoints } from '../points/limits.js';
import { FIRST_SAMPLE } from '../points/samples.js';

/** @typedef {import('../page.js').Page} Page */

/** Enough for the boundary to find its way between the moons. */
const STEPS = 600;
const MOONS = { ...FIRST_SAMPLE, dataset: 'moons' };

/** @param {Page} page */
export function mountSample(page) {
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
      if (first.sample) await send(lessMotion.matches ? { type: 'step', updates: STEPS } : { type: 'train' });
    } catch {
      first.sample = false; // the page is empty then, and says so
    }
  }

  const stop = whenever(() => state.connection.status === 'live' && state.experiment !== null, (ready) => {
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

  const touch = matchMedia('(pointer: coarse)');
  effect(() => {
    if (!first.sample) return;
    // Another note in another place, rather than one that moves there.
    byId('invitation').replaceChildren(
      make('h3', {}, `${touch.matches ? 'Tap' : 'Click'} to place`, make('br'), 'your own first point'),
      make('p', {}, 'or press Train to take these.'),
    );
  });
}

/**
 * Takes the sample away before a person's own first point.
 * @param {Page} page
 */
export async function clearSample({ send, state, view }) {
  view.first.sample = false;
  if (state.status === 'training') await send({ type: 'pause' });
  await send({ type: 'generate', ...MOONS, dataset: 'blank', fresh: true });
}

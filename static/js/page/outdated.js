/**
 * Takes what was said back once it no longer holds: a refusal and a notice speak of the state in which they were said.
 */
import { isDown } from './connection_words.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('./view_state.js').View} View */

/** What a refusal is about, or what it waits for. @param {State} state */
const refusedIn = ({ experiment, points, status, connection }) => [experiment, points, status, isDown(connection)];

/** What a notice is about: the pass or the glass that it belongs to, and what ended the one before. @param {State} state @param {View} view */
const noticedIn = ({ experiment, points, status, diverged }, { inspected, chosen }) => (
  [experiment, points, status, diverged, inspected, chosen]
);

/**
 * Forgets a text when what it is about is another than when it was said. Whoever says something says it in the very
 * event that it is about, and others hear of that event later: so it counts from the end of that event on.
 * @param {() => unknown[]} about
 * @param {() => void} forget
 */
function keeper(about, forget) {
  /** @type {unknown[] | null} */
  let then = null;
  return {
    said() {
      then = null;
      queueMicrotask(() => { then = about(); });
    },
    look() {
      const now = about();
      if (!then?.some((value, index) => !Object.is(value, now[index]))) return;
      then = null;
      forget();
    },
  };
}

/** @param {Pick<Page, 'state' | 'view' | 'watch'>} page */
export function mountOutdated({ state, view, watch }) {
  const trouble = keeper(() => refusedIn(state()), () => view.set({ trouble: null }));
  const notice = keeper(() => noticedIn(state(), view.get()), () => view.set({ notice: null }));
  const look = () => {
    if (view.get().trouble !== null) trouble.look();
    if (view.get().notice !== null) notice.look();
  };
  view.subscribe(['trouble'], trouble.said);
  view.subscribe(['notice'], notice.said);
  watch((now) => [...refusedIn(now), now.diverged], look);
  view.subscribe(['inspected', 'chosen'], look);
  /** Was a pass followed? */
  let followed = false;
  view.subscribe(['moment'], ({ moment, notice: text }) => {
    if (followed && moment === null && text !== null) view.set({ notice: null });
    followed = moment !== null;
  });
}

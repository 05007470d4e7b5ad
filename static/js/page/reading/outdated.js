/**
 * Takes what was said back once it no longer holds: a refusal and a notice speak of the state in which they were said.
 */
import { effect, untracked } from '../../ui/tracked.js';
import { isDown } from '../connection/connection_words.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * Forgets a text when what it is about is another than when it was said. Whoever says something says it in the very
 * event that it is about, and others hear of that event later: so it counts from the end of that event on.
 * @param {() => string | null} said
 * @param {() => unknown[]} about
 * @param {() => void} forget
 */
function keep(said, about, forget) {
  /** @type {string | null} */
  let text = null;
  /** @type {unknown[] | null} */
  let then = null;
  effect(() => {
    const [before, now] = [text, about()];
    text = said();
    if (text !== before) {
      then = null;
      queueMicrotask(() => { then = untracked(about); });
    } else if (text !== null && then?.some((value, index) => !Object.is(value, now[index]))) {
      forget();
    }
  });
}

/** @param {Pick<Page, 'state' | 'view'>} page */
export function mountOutdated({ state, view }) {
  const { reading, plane, inspector, follow } = view;
  // What a refusal is about, or what it waits for.
  keep(
    () => reading.trouble,
    () => [state.experiment, state.points, state.status, isDown(state.connection)],
    () => { reading.trouble = null; },
  );
  // What a notice is about: the pass or the glass that it belongs to, and what ended the one before.
  keep(
    () => reading.notice,
    () => {
      const { experiment, points, status, diverged } = state;
      return [experiment, points, status, diverged, inspector.inspected, plane.chosen, follow.moment === null];
    },
    () => { reading.notice = null; },
  );
}

/**
 * The way to the lessons: the address #lessons, to which the header links, one of them (#lesson=xor), or one within a link. What is
 * needed for them is fetched then.
 *
 * @feature the lessons: their list, the one that runs in the reading pane, the form of their files
 */
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { fetchPart } from '../../ui/parts.js';
import { onChange, whenever } from '../../ui/tracked.js';
import { exchangeOf } from '../kept/entrance.js';

/** @typedef {import('../page.js').Page} Page */

/** What a tab in which a lesson runs remembers (progress.js). */
const RUNNING = 'lesson';
const ADDRESS = /^#lesson(s$|=|1=)/;

function runsHere() {
  try {
    return sessionStorage.getItem(RUNNING) !== null;
  } catch {
    return false;
  }
}

/**
 * @param {Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 */
export function mountLessons(page, { snapshots, explaining }) {
  const { state, view } = page;
  /** @type {Promise<ReturnType<typeof import('./lessons.js').createLessons>> | null} */
  let made = null;

  function parts() {
    made ??= Promise.all([fetchPart(() => import('./lessons.js')), fetchLateSheets()])
      .then(([{ createLessons }]) => createLessons(page, { snapshots, explaining, exchangeOf: () => exchangeOf(page) }));
    made.catch(() => { made = null; });
    return made;
  }

  /** @param {(there: Awaited<ReturnType<typeof parts>>) => unknown} act */
  async function withParts(act) {
    try {
      await act(await parts());
    } catch {
      view.reading.trouble = 'The lessons could not be fetched from the server. Try again when the connection is back.';
    }
  }

  const follow = () => {
    const { hash } = location;
    if (ADDRESS.test(hash) || made) withParts((there) => there.follow(hash));
  };
  window.addEventListener('hashchange', follow);
  onChange(() => view.lessons.brought, (text) => { if (text !== null) withParts(() => {}); });

  const stop = whenever(() => state.connection.status === 'live' && state.experiment !== null, (ready) => {
    if (!ready) return;
    queueMicrotask(() => stop());
    if (ADDRESS.test(location.hash)) follow();
    else if (runsHere()) withParts((there) => there.runner.resume());
  });
}

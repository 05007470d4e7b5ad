/**
 * Following a point and looking at a weight under the glass: fetched when the page is idle, or when first asked for.
 *
 * @feature fetches `follow/` and `inspector/`, and all of `trace/` that they need, when the page is idle or first asked for them
 */
import { byId } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { onChange } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./explained.js').Explained} Explained */

/** Controls of what is fetched; a press before it is there counts when it is. */
const CONTROLS = ['follow', 'slow-motion', 'fresh-passes'];
const UNREACHED = 'What explains a step could not be fetched from the server. Try again when the connection is back.';

/** @param {Page} page */
export function createExplaining(page) {
  const { view } = page;
  /** Where the network's columns are. @type {import('./explained.js').Columns} */
  let columns = () => null;
  /** @type {Explained | null} */
  let explained = null;
  /** @type {Promise<Explained> | null} */
  let fetching = null;

  async function fetchIt() {
    const [{ mountExplained }] = await Promise.all([fetchPart(() => import('./explained.js')), fetchLateSheets()]);
    explained = mountExplained(page, { columns: () => columns(), onOpen: open });
    return explained;
  }

  /** @param {(there: Explained) => void} act */
  async function whenThere(act) {
    fetching ??= fetchIt().catch((error) => {
      fetching = null;
      throw error;
    });
    /** @type {Explained} */
    let there;
    try {
      there = await fetching;
    } catch {
      view.reading.trouble = UNREACHED;
      return;
    }
    act(there);
  }

  const open = (/** @type {string} */ key) => whenThere(({ inspector }) => inspector.open(key));

  for (const control of CONTROLS.map(byId)) {
    control.addEventListener('click', () => {
      if (!explained) whenThere(() => control.click());
    });
  }
  const stop = onChange(() => view.plane.chosen, (chosen) => {
    if (explained) stop();
    else if (chosen !== null && view.plane.fresh) whenThere(({ considerFresh }) => considerFresh());
  });

  return {
    fetch: () => whenThere(() => {}),
    open,
    toggle: () => whenThere(({ following }) => following.toggle()),
    /** @param {number} point */
    begin: (point) => whenThere(({ following }) => following.begin(point)),
    /** The strip of a pass stands over these. @param {import('./explained.js').Columns} of */
    standOver(of) {
      columns = of;
    },
    /** After the network's columns moved. */
    place: () => explained?.following.place(),
    /** The keys of a pass and of the glass, which do nothing as long as neither is open. */
    keys: {
      close() {
        explained?.inspector.close();
      },
      /** Ends the pass; says whether there was one. */
      stop() {
        const isOn = explained?.follow.isOn ?? false;
        explained?.follow.stop();
        return isOn;
      },
      next: () => explained?.follow.next(),
      previous: () => explained?.follow.previous(),
      playOrPause: () => explained?.follow.playOrPause(),
      /** @param {number} by */
      walk: (by) => explained?.follow.walk(by),
    },
  };
}

/** @typedef {ReturnType<typeof createExplaining>} Explaining */

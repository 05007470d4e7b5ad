/**
 * Keeps the record of the run with its experiment, and brings it back with it: what is new of it every few seconds, and when the
 * page is hidden. Where it can't be kept, what was made is kept all the same.
 */
import { openRuns } from '../../kept/runs.js';
import { outlineOf, recordFrom, versionOf } from '../../kept/run_record.js';
import { onChange } from '../../ui/tracked.js';
import { exchangeOf } from '../kept/entrance.js';

/** Milliseconds between two writings. */
const PERIOD = 10_000;

/**
 * @param {import('../page.js').Page} page
 * @param {import('../../state/chronicle/chronicle.js').Chronicle} chronicle
 */
export async function keepRuns(page, chronicle) {
  const { view } = page;
  const runs = await openRuns();
  /** Which experiment is on the page. @type {string | null} */
  let id = null;
  /** Versions of the parts that are written. @type {Map<string, unknown>} */
  let written = new Map();
  let busy = false;
  let dirty = false;

  async function write() {
    if (!id || busy || !dirty || !chronicle.current || view.first.sample || view.kept.storage !== 'works') return;
    const { lines, current, taken } = chronicle;
    const { outline, parts } = outlineOf({ lines, current, taken });
    const fresh = new Map([...parts].filter(([name, part]) => written.get(name) !== versionOf(part)));
    const gone = [...written.keys()].filter((name) => !parts.has(name));
    busy = true;
    dirty = false;
    const mine = id;
    try {
      await runs.write(id, outline, fresh, gone);
      if (mine === id) written = new Map([...parts].map(([name, part]) => [name, versionOf(part)]));
    } catch {
      written = new Map(); // all of it is tried again
    }
    busy = false;
  }

  /** @param {string | null} next */
  async function change(next) {
    id = null;
    written = new Map();
    if (!next) return;
    const found = await runs.read(next).catch(() => null);
    if ((view.kept.card?.id ?? null) !== next) return;
    id = next;
    const record = found && recordFrom(found.outline, found.parts);
    if (record && chronicle.rejoin(record)) written = new Map([...(found?.parts ?? [])].map(([name, part]) => [name, versionOf(part)]));
    else written = new Map([...(found?.parts.keys() ?? [])].map((name) => [name, null])); // to be taken away
  }

  onChange(() => view.kept.card?.id ?? null, change);
  await change(view.kept.card?.id ?? null);
  window.setInterval(write, PERIOD);
  onChange(() => page.newest.status, () => window.setTimeout(write, 0));
  document.addEventListener('visibilitychange', () => { if (document.hidden) write(); });
  window.addEventListener('pagehide', write);

  // Once: what experiments left behind that were cleared away.
  const { shelf } = await exchangeOf(page);
  const cards = await shelf?.cards();
  if (cards) await runs.keepOnly(new Set([...cards.map((card) => card.id), ...(id ? [id] : [])]));

  return { changed: () => { dirty = true; } };
}

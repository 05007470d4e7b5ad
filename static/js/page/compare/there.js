/**
 * What is there to be laid beside the run: its branches by their record, and what this browser keeps, trained anew.
 */
import { newestStep } from '../../state/chronicle/lines.js';
import { checkpointOf } from '../past/made_again.js';
import { factsOf, nameOf } from '../past/line_words.js';
import { exchangeOf } from '../kept/entrance.js';

/** @typedef {Parameters<typeof import('./comparison.js').createComparison>[0]['wishes']} Wishes */
/** @typedef {{name: string, about: string, wishes: () => Promise<Wishes>}} There */

/** Of kept experiments, those that were changed last. */
const MOST = 5;

/** @param {import('../page.js').Page} page @returns {There[]} */
function branches({ newest, view }) {
  const { chronicle } = view.past;
  const { current } = chronicle ?? {};
  if (!chronicle || !current) return [];
  return chronicle.lines.filter((line) => line !== current && !line.deleted && newestStep(line) > 0).map((line) => {
    const name = nameOf(line, newest.options);
    const own = nameOf(current, newest.options);
    return {
      name: `“${name}”`,
      about: factsOf(line, newest.options),
      wishes: async () => [
        { name: 'this run', rest: `“${own}”`, line: current, beside: current }, { name, rest: '', line, beside: current },
      ],
    };
  });
}

/** @param {import('../page.js').Page} page @returns {Promise<There[]>} */
async function kept(page) {
  const { shelf, keeper } = await exchangeOf(page);
  if (!shelf) return [];
  const cards = (await shelf.cards()).filter(({ id, deleted, points }) => !deleted && points > 0 && id !== keeper?.id);
  return cards.sort((one, other) => other.changed - one.changed).slice(0, MOST).map(({ id, name }) => ({
    name,
    about: 'kept in this browser; both are trained from step 0',
    async wishes() {
      const { experiment, points, progress } = page.newest;
      const checkpoint = (await shelf.read(id))?.kept.checkpoint;
      if (!experiment || !progress || !checkpoint) throw new Error('This experiment is not there any more.');
      return [{ name: 'this run', rest: '', checkpoint: checkpointOf({ experiment, points }, progress), changes: {} }, { name, rest: '', checkpoint, changes: {} }];
    },
  }));
}

/** @param {import('../page.js').Page} page */
export const whatIsThere = async (page) => [...branches(page), ...await kept(page).catch(() => [])];

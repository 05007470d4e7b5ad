/**
 * The tools beside the brush: single points, spray, lasso. What spray and lasso do is fetched with the first of them.
 */
import { byId, icon, make, setAttribute } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { effect, onChange } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';

/** @typedef {import('./state.js').Tool} Tool */

/** @type {{tool: Tool, title: string, picture: string}[]} */
const TOOLS = [
  { tool: 'click', title: 'Single points: a click adds, a drag moves (V)', picture: 'point' },
  { tool: 'spray', title: 'Spray many points (B)', picture: 'spray' },
  { tool: 'lasso', title: 'Choose points with a lasso (Q)', picture: 'lasso' },
];

/** @param {import('../page.js').Page} page */
export function mountTools(page) {
  const { view } = page;
  const buttons = TOOLS.map(({ tool, title, picture }) => make('button', {
    class: 'quiet', title, 'aria-label': title.replace(/ \(.\)$/, ''), onclick: () => { view.tools.tool = tool; },
  }, icon(picture)));
  byId('brush').after(make('div', { class: 'hand', role: 'group', 'aria-label': 'What a hand on the plane does' }, ...buttons));
  effect(() => TOOLS.forEach(({ tool }, at) => setAttribute(buttons[at], 'aria-pressed', String(view.tools.tool === tool))));

  let isFetched = false;
  onChange(() => view.tools.tool, async () => {
    if (isFetched) return;
    isFetched = true;
    try {
      const [{ mountHand }] = await Promise.all([fetchPart(() => import('./hand.js')), fetchLateSheets()]);
      mountHand(page);
    } catch {
      isFetched = false;
      view.tools.tool = 'click';
      view.reading.trouble = 'The tool could not be fetched from the server. Try again when the connection is back.';
    }
  });
}

/**
 * The tools beside the brush: single points, spray, lasso or rectangle. What they do is fetched with the first of them.
 *
 * @feature spray, lasso and rectangle: many points at once on the plane
 */
import { byId, icon, make, makeSvg, setAttribute } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { effect, onChange } from '../../ui/tracked.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { nextChooser } from './state.js';

/** @typedef {import('./state.js').Tool} Tool */

/** @type {{tools: Tool[], title: string, picture: string}[]} */
const TOOLS = [
  { tools: ['click'], title: 'Single points: a click adds, a drag moves (V)', picture: 'point' },
  { tools: ['spray'], title: 'Spray many points (B)', picture: 'spray' },
  { tools: ['lasso', 'rectangle'], title: 'Choose points with a lasso, pressed again with a rectangle (Q)', picture: 'lasso' },
];
/** A lasso that has become a rectangle. */
const RECTANGLE = 'M2.5 3.5h11v9h-11z';

/** @param {import('../page.js').Page} page */
export function mountTools(page) {
  const { view } = page;
  const buttons = TOOLS.map(({ tools: [tool], title, picture }) => make('button', {
    class: 'quiet', title, 'aria-label': title.replace(/ \(.\)$/, ''),
    onclick: () => { view.tools.tool = tool === 'lasso' ? nextChooser(view.tools.tool) : tool; },
  }, icon(picture)));
  const square = makeSvg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, makeSvg('path', { d: RECTANGLE }));
  buttons[2].append(square);
  byId('brush').after(make('div', { class: 'hand', role: 'group', 'aria-label': 'What a hand on the plane does' }, ...buttons));
  effect(() => {
    TOOLS.forEach(({ tools }, at) => setAttribute(buttons[at], 'aria-pressed', String(tools.includes(view.tools.tool))));
    const isSquare = view.tools.tool === 'rectangle';
    buttons[2].firstElementChild?.toggleAttribute('hidden', isSquare);
    square.toggleAttribute('hidden', !isSquare);
  });

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

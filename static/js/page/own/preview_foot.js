/**
 * What ends the preview of a table: using it, leaving it, how it fits the plane, and how many points are for testing.
 */
import { choice } from '../../ui/choices.js';
import { make, makeSvg, setText } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { effect } from '../../ui/tracked.js';
import { SCALINGS } from './words.js';

/** What happens to a flat cloud of points, as a small picture of the plane. @type {Record<string, [number, number, number, number]>} */
const CLOUDS = { fill: [26, 15, 12, 12], same: [26, 15, 12, 5], standard: [26, 15, 8, 8], 'as it is': [36, 4, 12, 5] };

/** @param {string} scaling */
function drawing(scaling) {
  const [cx, cy, rx, ry] = CLOUDS[scaling];
  const clip = makeSvg('svg', { x: 11, y: 0, width: 30, height: 30, viewBox: '11 0 30 30' }, makeSvg('ellipse', { cx, cy, rx, ry }));
  return /** @type {SVGElement} */ (makeSvg('svg', { class: 'drawing', viewBox: '0 0 52 30', 'aria-hidden': 'true' },
    makeSvg('rect', { class: 'axis', x: 11.5, y: 0.5, width: 29, height: 29 }), clip));
}

/**
 * @param {import('./import_state.js').Import} source
 * @param {object} actions
 * @param {() => void} actions.use
 * @param {() => void} actions.leave
 */
export function createPreviewFoot(source, { use, leave }) {
  const primary = make('button', { class: 'primary', onclick: use });
  const scaling = choice({
    label: 'How the table fits the plane',
    options: SCALINGS.map((option) => ({ ...option, drawing: drawing(option.value) })),
    onChoose: source.scale,
  });
  const [train, tests] = [make('td'), make('td')];
  const numbers = make('table', { class: 'numbers' },
    make('thead', {}, make('tr', {}, make('td'), make('th', { scope: 'col' }, 'train'), make('th', { scope: 'col' }, 'test'))),
    make('tbody', {}, make('tr', {}, make('th', { scope: 'row' }, 'Points'), train, tests)));
  const element = make(
    'div', { class: 'run' },
    make('div', { class: 'own-use' },
      make('div', { class: 'row' }, primary, make('button', { class: 'quiet', onclick: leave }, 'Leave it')),
      make('small', {}, 'Enter and Esc do the same.')),
    make('div', { class: 'own-fit' }, make('small', {}, 'How the table fits the plane'), scaling.element),
    numbers,
  );
  const stop = effect(() => {
    const { points } = source.taken();
    const testing = points.filter(({ test }) => test).length;
    primary.disabled = source.lack() !== null;
    setText(primary, points.length === 1 ? 'Use 1 point' : `Use ${formatCount(points.length)} points`);
    setText(train, formatCount(points.length - testing));
    setText(tests, formatCount(testing));
    scaling.show(source.now.scaling);
  });
  return { element, primary, destroy: stop };
}

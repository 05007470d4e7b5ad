/**
 * A slider for each further input: where the plane holds it.
 */
import { slicedPlaces } from '../../network/slice.js';
import { tableOf } from '../../state/selectors.js';
import { arrange, byId, make, setAttribute, setText } from '../../ui/dom.js';
import { namingOf } from '../../ui/naming.js';
import { effect } from '../../ui/tracked.js';
import { heldNow, isSlice, sliceNow } from '../network/network_now.js';
import { createReach } from './reach.js';
import { createStrip } from './strip.js';
import { columnName, columnText, reachOf, sliceWords } from './slider_words.js';

/** Steps from one end to the other. */
const STEPS = 200;

/** @param {import('../page.js').Page} page */
export function mountSliders(page) {
  const { state, view } = page;

  /** @param {number} place @param {number | null} value null: the mean of the points */
  const hold = (place, value) => {
    const held = heldNow(page).map((_, at) => view.plane.held[at] ?? null);
    held[place] = value;
    view.plane.held = held;
  };

  /** @param {number} place */
  const createRow = (place) => {
    const slider = make('input', { type: 'range', oninput: () => hold(place, slider.valueAsNumber) });
    const name = make('span', { class: 'name' });
    const value = make('output');
    const mean = make('button', { title: 'Back to the mean of the points', onclick: () => hold(place, null) }, 'mean');
    const strip = createStrip();
    const element = make(
      'div', { class: 'row' },
      make('i', { class: 'symbol' }, 'x', make('sub', {}, String(place + 3))), name, make('div', { class: 'along' }, strip.element, slider), value, make('span', { class: 'recipe' }, mean),
    );
    return {
      element,
      show() {
        const naming = namingOf(tableOf(state));
        const at = heldNow(page)[place] ?? 0;
        const { least, most } = reachOf(state.points, place);
        const title = columnName(naming, place);
        const text = columnText(naming, place, at);
        setText(name, title);
        setAttribute(name, 'title', title);
        for (const [attribute, number] of Object.entries({ min: least, max: most, step: (most - least) / STEPS })) setAttribute(slider, attribute, String(number));
        slider.value = String(at);
        slider.style.setProperty('--filled', `${Math.min(100, Math.max(0, (100 * (at - least)) / (most - least)))}%`);
        setAttribute(slider, 'aria-label', `${title}, held at`);
        setAttribute(slider, 'aria-valuetext', text);
        setText(value, text);
        strip.show(state.points, place, { least, most }, state.experiment?.task === 'regression' ? 1 : state.experiment?.classes ?? 2, at, view.plane.reach);
        const isMean = typeof view.plane.held[place] !== 'number';
        mean.disabled = isMean;
        setAttribute(mean, 'aria-label', `${title} at the mean of the points`);
      },
    };
  };

  const reach = createReach((chosen) => { view.plane.reach = chosen; });
  const rows = make('div', { class: 'rows' });
  const element = make('section', { class: 'slice', 'aria-label': 'The slice that the plane shows' }, reach.element, rows);
  byId('gallery').before(element);

  /** @type {Map<number, ReturnType<typeof createRow>>} */
  const known = new Map();
  effect(() => {
    element.hidden = !isSlice(page);
    document.body.toggleAttribute('data-slice', !element.hidden);
    const architecture = sliceNow(page);
    if (element.hidden || !architecture) return;
    const places = slicedPlaces(architecture).filter((place) => place < architecture.held.length);
    for (const place of places) if (!known.has(place)) known.set(place, createRow(place));
    const present = places.flatMap((place) => known.get(place) ?? []);
    arrange(rows, present.map((row) => row.element));
    reach.show(view.plane.reach, (at) => sliceWords(namingOf(tableOf(state)), places, at));
    for (const row of present) row.show();
  });
}

/**
 * The gallery: every data set as a picture; a press draws its points.
 */
import { byId, make, setAttribute } from '../ui/dom.js';
import { mostPoints, pointsWords } from './limits.js';
import { drawSample, FIRST_SAMPLE, sampleOf } from './samples.js';
import { thumbnail } from './thumbnail.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').Options['datasets'][number]} Dataset */

/** The name of the data set that the points come from. @param {Page} page */
function present({ state }) {
  const { points, drawn } = state();
  return points.length === 0 ? 'blank' : sampleOf(points, drawn)?.dataset ?? null;
}

/** @param {Page} page */
export function mountGallery(page) {
  const element = byId('gallery');
  /** @type {Array<{dataset: Dataset, button: HTMLElement}>} */
  let entries = [];

  const press = () => {
    const name = present(page);
    for (const { dataset, button } of entries) {
      setAttribute(button, 'aria-pressed', String(dataset.name === name));
    }
  };

  page.watch((state) => [state.options, state.limits], () => {
    const { options } = page.state();
    const most = mostPoints(page.state());
    if (!options) return;
    const isCut = most < FIRST_SAMPLE.count;
    entries = options.datasets.map((dataset) => {
      const choose = () => page.tell(drawSample(page, { dataset: dataset.name }));
      const { title, preview, task } = dataset;
      const tip = isCut ? `${title}. ${pointsWords(most)}` : title;
      const button = make('button', { onclick: choose, title: tip }, thumbnail(preview, task), make('span', {}, title));
      return { dataset, button };
    });
    element.replaceChildren(...entries.map(({ button }) => button));
    press();
  });
  page.watch((state) => [state.points, state.drawn], press);
}

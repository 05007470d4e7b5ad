/**
 * The gallery: every data set as a picture; a press draws its points.
 */
import { byId, make, setAttribute } from '../ui/dom.js';
import { onColoursChange } from '../ui/colours.js';
import { drawSample, sampleOf } from './samples.js';
import { drawThumbnail } from './thumbnail.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./thumbnail.js').Preview} Preview */
/** @typedef {import('../types.js').Task} Task */
/** @typedef {{name: string, title: string, task: Task, preview: Preview[]}} Dataset */

/** The name of the data set that the points come from. @param {Page} page */
function present({ state, view }) {
  const { points } = state();
  return points.length === 0 ? 'blank' : sampleOf(points, view.get().sample)?.dataset ?? null;
}

/** @param {Page} page */
export function mountGallery(page) {
  const element = byId('gallery');
  /** @type {Array<{dataset: Dataset, button: HTMLElement, canvas: HTMLCanvasElement}>} */
  let entries = [];

  const draw = () => {
    for (const { dataset, canvas } of entries) drawThumbnail(canvas, dataset.preview, dataset.task);
  };
  const press = () => {
    const name = present(page);
    for (const { dataset, button } of entries) {
      setAttribute(button, 'aria-pressed', String(dataset.name === name));
    }
  };

  page.watch((state) => state.options, (options) => {
    if (!options) return;
    entries = options.datasets.map((/** @type {Dataset} */ dataset) => {
      const canvas = make('canvas', { 'aria-hidden': 'true' });
      const choose = () => page.tell(drawSample(page, { dataset: dataset.name }));
      const { title } = dataset;
      const button = make('button', { onclick: choose, title }, canvas, make('span', {}, title));
      return { dataset, button, canvas };
    });
    element.replaceChildren(...entries.map(({ button }) => button));
    draw();
    press();
  });
  page.watch((state) => state.points, press);
  page.view.subscribe(['sample'], press);
  onColoursChange(draw);
  new ResizeObserver(draw).observe(element);
}

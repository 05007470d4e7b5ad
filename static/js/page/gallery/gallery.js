/**
 * The gallery: every data set as a picture; a press draws its points. Where the window is low it folds into one button.
 *
 * @feature the data sets as pictures
 */
import { byId, make, setAttribute } from '../../ui/dom.js';
import { effect, untracked } from '../../ui/tracked.js';
import { mostPoints, pointsWords } from '../points/limits.js';
import { drawSample, FIRST_SAMPLE, presentDataset } from '../points/samples.js';
import { isSlice } from '../network/network_now.js';
import { mountFold } from './fold.js';
import { thumbnail } from './thumbnail.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Dataset} Dataset */

/** @param {Page} page @param {{own: Pick<import('../own/own.js').OwnData, 'picture'>}} shared */
export function mountGallery(page, { own }) {
  const element = byId('gallery');
  /** @type {Array<{dataset: Dataset, button: HTMLElement}>} */
  let entries = [];

  const fold = mountFold(element);

  const press = () => {
    const name = presentDataset(page.state);
    for (const { dataset, button } of entries) {
      setAttribute(button, 'aria-pressed', String(dataset.name === name));
    }
    fold.show(entries.find(({ dataset }) => dataset.name === name)?.dataset ?? null);
  };

  effect(() => {
    const { options } = page.state;
    const most = mostPoints(page.state);
    if (!options) return;
    const isCut = most < FIRST_SAMPLE.count;
    entries = options.datasets.map((dataset) => {
      const choose = () => page.tell(drawSample(page, { dataset: dataset.name }));
      const { title, preview, task } = dataset;
      const tip = isCut ? `${title}. ${pointsWords(most)}` : title;
      const button = make('button', { onclick: choose, title: tip }, thumbnail(preview, task), make('span', {}, title));
      return { dataset, button };
    });
    const [drawn, tables] = [false, true].map((isTable) => entries.filter(({ dataset }) => dataset.is_table === isTable));
    // Whoever brings their own looks for it without scrolling; tables of four rows come last.
    element.replaceChildren(...drawn.map(({ button }) => button), own.picture, ...tables.map(({ button }) => button));
    untracked(press);
  });
  effect(press);
  effect(() => fold.giveWay(isSlice(page)));
}

/**
 * What the page is at this moment, for keeping it and for giving it away.
 */
import { firstName, tableTitle } from '../../kept/naming.js';
import { FORM } from '../../kept/record.js';
import { tableOf } from '../../state/selectors.js';
import { presentDataset } from '../points/samples.js';
import { newId } from './place.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../kept/parcel.js').Parcel} Parcel */
/** @typedef {import('../../kept/record.js').Kept} Kept */
/** @typedef {import('../../kept/record.js').Look} Look */
/** @typedef {import('../../kept/shelf.js').Card} Card */
/** @typedef {import('../../types.js').State} State */
/** @typedef {Parcel & {drawn: import('../../types.js').Drawn | import('../../types.js').Sample | null}} Sent */

/** What its points are called. @param {State} state */
export function titleOf(state) {
  const name = presentDataset(state);
  const table = tableOf(state);
  const title = table ? tableTitle(table.name) : state.options?.datasets.find((dataset) => dataset.name === name)?.title ?? null;
  return firstName(title, state.points.length);
}

const NO_CURVE = () => ({ steps: new Float64Array(0), train: new Float64Array(0), test: new Float64Array(0), spacing: 1, events: [] });

/** What is kept of something that came from outside. @param {Sent} sent @param {Look} look where it brings none @returns {Kept} */
export function keptOf({ checkpoint, drawn, tables, curve, look: sent }, look) {
  const drawing = drawn && { ...drawn, points: 'points' in drawn ? drawn.points : checkpoint.points };
  return { form: FORM, met: false, checkpoint, drawn: drawing, tables, curve: curve ?? NO_CURVE(), look: sent ?? look };
}

/** A card for what is put on the shelf. @param {Kept} kept @param {Pick<Card, 'name' | 'named'> & Pick<import('../../kept/shelf.js').Origin, keyof {from: 0}>} about @returns {Card} */
export const newCard = ({ checkpoint: { points, progress } }, about) => ({
  id: newId(), points: points.length, step: Number(progress.step) || 0, changed: Date.now(), source: null, deleted: false, ...about,
});

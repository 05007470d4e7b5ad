/**
 * Says that the browser keeps nothing, before anything is lost, and offers a file.
 */
import { byId, make } from '../../ui/dom.js';
import { effect } from '../../ui/tracked.js';

/** @typedef {import('../page.js').Page} Page */

/** @type {Record<string, string>} */
const WORDS = {
  none: 'This browser keeps nothing for this page.',
  full: 'This browser’s room is full: what is kept already stays, and what you do now is not kept.',
};

/** @param {Page} page @param {Pick<import('./exchange.js').Exchange, 'files'>} exchange */
export function mountStorageNote({ view, state }, { files }) {
  const words = make('span');
  const save = make('button', { class: 'wording', onclick: files.saveNow }, 'Save a file');
  const note = make('p', { class: 'not-kept', role: 'status', hidden: true }, words, ' ', save, make('span', {}, ' to keep your work.'));
  byId('reading').append(note);
  effect(() => {
    const { storage } = view.kept;
    const isAtRisk = storage !== 'works' && storage !== 'unknown' && state.points.length > 0 && !view.first.sample;
    note.hidden = !isAtRisk;
    if (isAtRisk) words.textContent = WORDS[storage];
  });
}

/**
 * What the plane says to a person: the first invitation, and the way out when the numbers broke.
 */
import { byId, make } from '../ui/dom.js';
import { formatCount } from '../ui/format.js';
import { trainingCount } from '../state/points.js';
import { typedNumber } from '../ui/parse.js';
import { brokenWords } from './broken_words.js';
import { progressFor } from './recovery.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').Divergence} Divergence */

const LOWER_BY = 10;
const LEAST_RATE = 0.000001;

/** A tenth of the rate, without the digits of binary fractions. @param {number} rate */
export function lowerRate(rate) {
  return Math.max(LEAST_RATE, Number((rate / LOWER_BY).toPrecision(6)));
}

/** @param {Page} page @param {Divergence} diverged */
function wayBack({ state, view, attempt }, diverged) {
  const { learning_rate: rate } = diverged;
  const lower = lowerRate(rate);
  const kept = view.get().way_back;
  const progress = kept ? progressFor(kept, trainingCount(state().points)) : diverged.progress;
  const goBack = (/** @type {object} */ changes) => {
    const { experiment, points } = state();
    const checkpoint = { version: 1, experiment: { ...experiment, ...changes }, points, progress };
    attempt({ type: 'load', checkpoint });
  };
  const step = formatCount(progress.step);
  const { title, words } = brokenWords({ history: state().history, diverged });
  return make(
    'div', { class: 'note solid', role: 'alert' },
    make('h3', {}, title.text),
    make('p', {}, words.text),
    make(
      'div', { class: 'row' },
      make('button', { class: 'primary', onclick: () => goBack({ learning_rate: lower }) },
        `Back to step ${step}, with rate ${typedNumber(lower)}`),
      make('button', { class: 'second', onclick: () => goBack({}) }, 'Only go back'),
    ),
  );
}

/**
 * @param {Page} page
 * @param {HTMLElement} frame around the plane, as what lies in the plane itself belongs to its gestures
 */
export function mountNotes(page, frame) {
  const invitation = byId('invitation');
  /** @type {HTMLElement | null} */
  let note = null;
  page.watch(
    // Until the server's first word, it invites: most people who come have no points yet.
    ({ diverged, experiment, points }) => /** @type {const} */ ([diverged, !experiment || points.length === 0]),
    ([diverged, empty]) => {
      invitation.hidden = diverged !== null || !empty;
      note?.remove();
      note = diverged && wayBack(page, diverged);
      if (note) frame.append(note);
    },
  );
}

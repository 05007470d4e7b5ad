/**
 * The way out when the numbers broke: what happened, where going back leads, and what it does to the learning rate.
 */
import { commandOf } from '../../state/recovery.js';
import { make, setText } from '../../ui/dom.js';
import { formatCost, formatCount } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';
import { brokenWords } from './broken_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Divergence} Divergence */
/** @typedef {import('./state.js').WayBack} WayBack */

/** The settings to go on with. @param {import('../../state/recovery.js').Remedy} changes */
function settingsWords({ learning_rate: rate, momentum, decay }) {
  const all = [`rate ${typedNumber(rate)}`];
  if (momentum !== undefined) all.push(`momentum ${typedNumber(momentum)}`);
  if (decay !== undefined) all.push(`decay ${typedNumber(decay)}`);
  return all.length > 2 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join(' and ');
}

/** @param {WayBack} way */
const placeOf = ({ restart, progress: { step } }) => (restart || step === 0 ? 'the start' : `step ${formatCount(step)}`);

/** Where going back leads, and how sure that is. @param {WayBack} way */
export function wayWords(way) {
  const { state, cost, changes, restart, tried } = way;
  if (state === 'hopeless') {
    return 'No learning rate holds from any moment that was kept. Start again, or first make the penalty, the momentum or '
      + 'the distances of the points smaller.';
  }
  const place = placeOf(way);
  const known = restart ? '' : `The best moment that was kept is ${place}${
    Number.isFinite(cost) ? `, with a cost of ${formatCost(cost)}` : ''}. `;
  if (state === 'sought') return `${known}Trying out which learning rate holds from there…`;
  if (!tried) return `${known}The server could not try out what holds from there, so ${settingsWords(changes)} is a guess.`;
  return `${known}Tried out: with ${settingsWords(changes)}, ${formatCount(tried.updates)} more steps from there bring it to ${
    formatCost(tried.cost)}.`;
}

/** @param {import('../../state/recovery.js').Remedy} changes @param {number} rate in force */
const isUnchanged = (changes, rate) => changes.learning_rate === rate && Object.keys(changes).length === 1;

/**
 * What the main button says.
 * @param {WayBack} way
 * @param {number} rate in force
 */
export function pressWords(way, rate) {
  if (way.state === 'sought') return 'Looking for the way back…';
  const back = `Back to ${placeOf(way)}`;
  return isUnchanged(way.changes, rate) ? back : `${back}, with ${settingsWords(way.changes)}`;
}

/** @param {Page} page @param {Divergence} diverged */
export function createRecoveryNote({ state, view, attempt }, diverged) {
  const { learning_rate: rate } = diverged;
  const title = make('h3');
  const cause = make('p');
  const way = make('p', { role: 'status' });
  const goBack = (/** @type {Partial<WayBack>} */ instead) => {
    const { experiment, points } = state;
    const offer = view.recovery.way_back;
    if (experiment && offer && offer.state !== 'sought') attempt(commandOf({ experiment, points }, { ...offer, ...instead }));
  };
  const press = make('button', { class: 'primary', onclick: () => goBack({}) });
  const only = make(
    'button', { class: 'second', onclick: () => goBack({ changes: { learning_rate: rate } }) },
    `Go back, keep rate ${typedNumber(rate)}`,
  );
  const element = make('div', { class: 'note solid', role: 'alert' }, title, cause, way, make('div', { class: 'row' }, press, only));

  return {
    element,
    show() {
      const offer = view.recovery.way_back;
      if (!offer) return;
      const said = brokenWords({ history: state.history, diverged, way_back: offer });
      setText(title, said.title.text);
      setText(cause, said.words.text);
      setText(way, wayWords(offer));
      const sought = offer.state === 'sought';
      setText(press, pressWords(offer, rate));
      press.setAttribute('aria-disabled', String(sought));
      only.hidden = sought || offer.restart || isUnchanged(offer.changes, rate);
    },
  };
}

/**
 * What to do with what a server did not take over: a page that reconnects may meet one with smaller limits.
 */
import { fitting } from '../../state/fitting.js';
import { byId, make } from '../../ui/dom.js';
import { whenever } from '../../ui/tracked.js';

/** @typedef {import('../page.js').Page} Page */

/** @param {string[]} kept */
export const fittingWords = (kept) => `It can go on here with ${
  kept.length > 1 ? `${kept.slice(0, -1).join('; ')}; and ${kept.at(-1)}` : kept[0]}.`;

/** @param {Page} page */
export function mountLeftBehindNote({ state, view, attempt }) {
  /** @type {HTMLElement | null} */
  let note = null;

  whenever(() => view.connection.left_behind, (left) => {
    note?.remove();
    note = null;
    const { limits, options } = state;
    if (!left || !limits || !options) return;
    const { commands, kept } = fitting(left.checkpoint, limits, options);
    const takeOver = async () => {
      view.connection.left_behind = null;
      for (const command of commands) if (!await attempt(command)) return;
    };
    note = make(
      'div', { class: 'note solid', role: 'alert' },
      make('h3', {}, 'This server does not take what the page held.'),
      make('p', {}, left.message),
      make('p', {}, fittingWords(kept)),
      make(
        'div', { class: 'row' },
        make('button', { class: 'primary', onclick: takeOver }, 'Take over what fits'),
        make('button', { class: 'second', onclick: () => { view.connection.left_behind = null; } }, 'Begin anew'),
      ),
    );
    byId('plane-frame').append(note);
  });
}

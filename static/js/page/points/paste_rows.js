/**
 * Rows that are pasted while the table of points is there: they join its points, in their units, as one thing to undo. A table
 * with names of its own is previewed instead.
 */
import { joiningRows } from '../../data/joining.js';
import { sizeFault } from '../../data/text.js';
import { lyingIn } from '../../network/slice.js';
import { tableOf, testShare } from '../../state/selectors.js';
import { icon, make } from '../../ui/dom.js';
import { counted, formatCount } from '../../ui/format.js';
import { namingOf } from '../../ui/naming.js';
import { fetchPart } from '../../ui/parts.js';
import { heldNow } from '../network/network_now.js';
import { isFull, mostPoints, pointsWords } from './limits.js';

/** @typedef {import('../page.js').Page} Page */

/** Faults that are told one by one. */
const MOST_TOLD = 3;
const TYPING = 'input, textarea, select, [contenteditable]';

/** Why rows stayed out, as a sentence. @param {import('../../data/taken.js').Fault[]} faults */
export function stayedOut(faults) {
  if (faults.length === 0) return '';
  const told = faults.slice(0, MOST_TOLD).map(({ line, reason }) => `line ${formatCount(line)}: ${reason}`).join('; ');
  const left = faults.length - MOST_TOLD;
  return `${counted(faults.length, 'row')} stayed out: ${told}${left > 0 ? `; and ${formatCount(left)} more` : ''}.`;
}

/**
 * @param {Page} page
 * @param {object} view
 * @param {(ids: number[]) => void} view.onAdded
 * @param {(words: string) => void} view.tell what stayed out and why; empty: nothing did
 */
export function createPasting(page, { onAdded, tell }) {
  const { state, view, editor, announce } = page;

  /** Why nothing can be pasted, or null. @param {string} text */
  function lack(text) {
    const fault = sizeFault(text.length);
    if (fault) return `That can’t be pasted. ${fault}`;
    return isFull(state) ? `${pointsWords(mostPoints(state))}. Remove some before you add others.` : null;
  }

  /** @param {string} text */
  function read(text) {
    const { experiment, points } = state;
    const own = tableOf(state);
    const task = experiment?.task ?? 'classification';
    return joiningRows(text, {
      task, axes: own?.axes ?? null, classes: namingOf(own).classes, testShare: testShare(state), seed: points.length,
      otherwise: task === 'regression' ? view.brush.height : view.brush.index, room: mostPoints(state) - points.length,
    });
  }

  /** @param {import('../../data/joining.js').Joining} found */
  function add({ points, faults, usable }) {
    if (points.some(({ target }) => !editor.canAdd(target))) {
      tell('Without a connection the network gets no further class. Paste them when the connection is back.');
      return;
    }
    const left = usable - points.length;
    tell(`${left > 0 ? `${pointsWords(mostPoints(state))}: ${formatCount(left)} of the rows stayed out. ` : ''}${stayedOut(faults)}`);
    if (points.length === 0) return;
    const what = `${counted(points.length, 'row')} pasted`;
    const further = lyingIn(heldNow(page));
    onAdded(editor.addMany(points.map((point) => ({ ...point, ...further })), what));
    announce(what);
  }

  /** @param {string} text */
  async function take(text) {
    const why = lack(text);
    const found = why === null ? read(text) : { lack: why };
    if (found && 'lack' in found) tell(why ?? `That can’t be pasted. ${found.lack}`);
    else if (found) add(found);
    else {
      try {
        const { takePasted } = await fetchPart(() => import('../own/bring.js'));
        takePasted(page, text);
      } catch {
        tell('What takes tables in could not be fetched from the server. Try again when the connection is back.');
      }
    }
  }

  /** @param {ClipboardEvent} event */
  const onPaste = (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isElsewhere = event.target instanceof Element && event.target.closest(TYPING) && !event.target.matches('[type=checkbox]');
    if (isElsewhere || text.trim() === '' || /^\s*\{|#x\d+=/.test(text)) return;
    event.preventDefault();
    take(text);
  };
  document.addEventListener('paste', onPaste, true);
  const button = make('button', {
    class: 'quiet', title: 'Paste rows from a spreadsheet (Ctrl+V)',
    async onclick() {
      let text = null;
      try {
        text = await navigator.clipboard.readText();
      } catch { /* a browser that lets no page read it, or a person who doesn't */ }
      if (text === null) tell('This browser does not let the page read what was copied. Press Ctrl+V instead.');
      else if (text.trim() === '') tell('Nothing was copied. Copy rows in a spreadsheet first.');
      else take(text);
    },
  }, icon('table'), make('span', {}, 'Paste rows'));
  return { button, stop: () => document.removeEventListener('paste', onPaste, true) };
}

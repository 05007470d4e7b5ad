/**
 * What the page says while a file is held over it.
 */
import { byId, make } from '../../ui/dom.js';

/** A drag that has not been heard of for so many milliseconds has left, or ended elsewhere. */
const GONE = 400;

/** @type {HTMLElement | null} */
let veil = null;
let timer = 0;

function hide() {
  window.clearTimeout(timer);
  for (const type of ['dragover', 'drop', 'dragend']) window.removeEventListener(type, follow, true);
  document.documentElement.removeAttribute('data-dropping');
  veil?.remove();
  veil = null;
}

/** @param {Event} event */
function follow({ type }) {
  window.clearTimeout(timer);
  if (type === 'dragover') timer = window.setTimeout(hide, GONE);
  else hide();
}

export function showVeil() {
  window.clearTimeout(timer);
  timer = window.setTimeout(hide, GONE);
  if (veil) return;
  veil = make('div', { class: 'note drop-veil' },
    make('h3', {}, 'Let go, and the rows become points.'),
    make('p', {}, 'A table of numbers, as CSV or TSV, or an experiment that somebody saved. You see what was understood before anything changes.'));
  byId('plane-frame').append(veil);
  document.documentElement.setAttribute('data-dropping', '');
  for (const type of ['dragover', 'drop', 'dragend']) window.addEventListener(type, follow, true);
}

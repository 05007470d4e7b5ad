/**
 * One of the ways to give something away: a row with a sign, what it does, and more about it.
 */
import { icon, make, setText } from '../../ui/dom.js';

/** @param {string} sign @param {string} title @param {() => void} run */
export function createWay(sign, title, run) {
  const [name, more] = [make('b', {}, title), make('small')];
  return {
    element: make('button', { class: 'way', onclick: run }, icon(sign), make('span', {}, name, more)),
    /** @param {string} what @param {string} details */
    tell(what, details) {
      setText(name, what);
      setText(more, details);
    },
  };
}

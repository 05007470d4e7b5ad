/**
 * A cell of the table of points that is typed in: a number in the table's own units, which stays with the reason beside it where it
 * can't be taken.
 */
import { numberOf } from '../../data/cell_numbers.js';
import { PLAIN_AXIS, placeOf } from '../../data/scaling.js';
import { furtherPlace } from '../../network/features.js';
import { tableOf } from '../../state/selectors.js';
import { make, setAttribute, setText } from '../../ui/dom.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').Point} Point */
/** @typedef {'x1' | 'x2' | 'target' | 'x3' | 'x4' | 'x5' | 'x6' | 'x7'} Field */

const FARTHEST = { place: 100, target: 10 };

/** @param {Pick<import('../../types.js').State, 'points' | 'tables'>} state @param {Field} key */
export function axisOf(state, key) {
  const axes = tableOf(state)?.axes;
  if (key === 'x1' || key === 'x2' || key === 'target') return axes?.[key] ?? PLAIN_AXIS;
  return axes?.more?.[furtherPlace(key)] ?? PLAIN_AXIS;
}

/**
 * What a typed cell means, or why it means nothing.
 * @param {import('../../types.js').Axis} axis
 * @param {Field} key
 * @param {string} text
 * @returns {{value: number} | {fault: string}}
 */
export function typed(axis, key, text) {
  const bare = axis.unit && text.trim().endsWith(axis.unit) ? text.trim().slice(0, -axis.unit.length) : text;
  const own = numberOf(bare, bare.includes(',') && !bare.includes('.') ? ',' : '.');
  if (typeof own !== 'number') return { fault: 'That is not a number. Type digits, such as 0.25.' };
  const value = placeOf(axis, own);
  const most = key === 'target' ? FARTHEST.target : FARTHEST.place;
  return Math.abs(value) <= most ? { value } : { fault: 'That is too far out.' };
}

/** @param {Page} page @param {Point} point @param {Field} key @param {number} value */
function change({ editor }, { id, x1, x2 }, key, value) {
  if (key === 'target') editor.setTargets([id], value);
  else if (key === 'x1' || key === 'x2') editor.move(id, key === 'x1' ? value : x1, key === 'x2' ? value : x2);
  else editor.moveOff(id, furtherPlace(key), value);
}

/**
 * @param {Page} page
 * @param {object} cell
 * @param {Field} cell.key
 * @param {() => Point} cell.point
 * @param {() => string} cell.name for people, such as "weight of point 7"
 * @param {(fault: string | null, input: HTMLInputElement) => void} cell.tell why what was typed can't be taken; null: nothing is wrong with it any more
 * @param {() => void} cell.onEnd a field is closed
 */
export function createTypedCell(page, { key, point, name, tell, onEnd }) {
  let text = '';
  /** @type {HTMLInputElement | null} */
  let open = null;
  const button = make('button', { class: 'cell', onclick: openField });
  const element = make('td', {}, button);

  function openField() {
    const input = make('input', { type: 'text', autocomplete: 'off', inputmode: 'decimal', 'aria-label': name() });
    const before = text;
    input.value = before;
    open = input;
    /** @param {boolean} isKept @returns {boolean} whether it is closed */
    const end = (isKept) => {
      if (open !== input) return true;
      const result = isKept && input.value !== before ? typed(axisOf(page.state, key), key, input.value) : null;
      if (result && 'fault' in result) {
        tell(result.fault, input);
        setAttribute(input, 'aria-invalid', 'true');
        return false;
      }
      open = null;
      tell(null, input);
      element.replaceChildren(button);
      if (result) change(page, point(), key, result.value);
      onEnd();
      return true;
    };
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (end(event.key === 'Enter')) button.focus();
    });
    input.addEventListener('blur', ({ relatedTarget }) => {
      if (!input.isConnected || !end(true)) return;
      // Where the row has gone elsewhere meanwhile, the focus goes with it.
      setTimeout(() => {
        if (document.activeElement === document.body && relatedTarget instanceof HTMLElement) relatedTarget.focus();
      });
    });
    element.replaceChildren(input);
    input.select();
  }

  return {
    element,
    isOpen: () => open !== null,
    /** @param {string} now */
    show(now) {
      text = now;
      setText(button, now);
      if (open) setAttribute(open, 'aria-label', name());
    },
  };
}

/**
 * The value of a parameter, which can be typed over.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { typedNumber } from '../../ui/parse.js';
import { typedValue } from './typed_value.js';

const DIGITS = 5;

/** As it would be typed. @param {number} value */
const asTyped = (value) => typedNumber(Number(value.toPrecision(DIGITS)));

/** @param {(value: number) => Promise<string | null>} onSet resolves to the reason of a refusal, or null */
export function createValueField(onSet) {
  const wrong = make('p', { class: 'wrong', id: 'inspector-wrong', role: 'alert' });
  const input = make('input', {
    type: 'text', class: 'value', inputmode: 'text', autocomplete: 'off', spellcheck: 'false',
    'aria-label': 'Value', 'aria-describedby': 'inspector-wrong', title: 'Type another value; fractions such as 1/3 are fine',
  });
  let value = 0;

  const show = () => {
    input.value = asTyped(value);
    input.classList.toggle('neg', value < 0);
  };
  const tell = (/** @type {string | null} */ reason) => {
    setText(wrong, reason ?? '');
    setAttribute(input, 'aria-invalid', reason === null ? null : 'true');
  };
  const isTyping = () => document.activeElement === input || input.hasAttribute('aria-invalid');

  async function offer() {
    if (input.value === asTyped(value)) return tell(null);
    const typed = typedValue(input.value);
    if ('wrong' in typed) return tell(typed.wrong);
    const reason = await onSet(typed.value);
    if (reason === null) {
      value = typed.value;
      show();
    }
    return tell(reason);
  }
  input.addEventListener('change', offer);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') input.blur();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    tell(null);
    show();
    input.blur();
  });

  return {
    input,
    wrong,
    /** @param {number} next */
    update(next) {
      value = next;
      if (!isTyping()) show();
    },
    /** Another parameter is looked at. */
    reset() {
      tell(null);
      show();
    },
  };
}

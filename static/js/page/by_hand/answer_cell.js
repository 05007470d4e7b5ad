/**
 * One thing to work out: the field for it, its mark, and help.
 */
import { icon, make, setAttribute } from '../../ui/dom.js';
import { createHelp } from './help.js';
import { quantityName, quantityTex } from './names.js';
import { createTypedField } from './typed_field.js';
import { answerWords } from './exercise_words.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('./quantities.js').Quantity} Quantity */

const BACKWARD = ['delta', 'weight', 'bias'];

/** @param {string | null} verdict */
function signOf(verdict) {
  if (verdict === null) return [];
  return [verdict === 'close' ? '≈' : icon(verdict === 'right' ? 'check' : 'close')];
}

/**
 * @param {Exercise} exercise
 * @param {Quantity} quantity
 * @param {object} listeners
 * @param {(words: string) => void} listeners.onMarked
 * @param {() => void} listeners.onDone Enter was pressed on a right answer
 */
export function createAnswerCell(exercise, quantity, { onMarked, onDone }) {
  const { key } = quantity;
  const { architecture } = exercise;
  const name = quantityName(quantity, architecture);
  const field = createTypedField({ tex: `\\displaystyle ${quantityTex(quantity)}`, name, element: quantity.element });
  const help = createHelp(exercise, quantity, name);
  const { input } = field;
  const sign = make('span', { class: 'sign', 'aria-hidden': 'true' });
  const element = make(
    'div', { class: BACKWARD.includes(quantity.kind) ? 'answer backward' : 'answer' },
    make('div', { class: 'line' }, field.label, sign, help.button), field.note, help.element,
  );

  function submit() {
    if (input.value === (exercise.answer(key)?.text ?? '')) return;
    exercise.reply(key, input.value);
    const answer = exercise.answer(key);
    if (!answer) return;
    const words = answerWords(answer, architecture);
    onMarked(answer.mark?.verdict === 'wrong' ? `${words} ${help.spoken}` : words);
  }
  input.addEventListener('change', submit);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    submit();
    if (exercise.isRight(key)) onDone();
    else input.select();
  });

  return {
    element,
    focus: () => input.focus(),
    update() {
      const answer = exercise.answer(key);
      const verdict = answer?.mark?.verdict ?? null;
      if (element.getAttribute('data-verdict') !== verdict) sign.replaceChildren(...signOf(verdict));
      setAttribute(element, 'data-verdict', verdict);
      if (!answer && input !== document.activeElement) input.value = '';
      field.tell(answer ? answerWords(answer, architecture) : '', Boolean(answer?.fault) || verdict === 'wrong');
      help.update();
    },
  };
}

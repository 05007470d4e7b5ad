/**
 * @file The bench: what the number in hand is, its formula in symbols and in numbers, and the field as the last line of the
 * same equation.
 */
import { parseExact } from '../exact/number.js';
import { evaluate } from '../paper/expression.js';
import { markValue } from '../paper/marking.js';
import { headingOf, nameOf, whyOf } from '../paper/names.js';
import { symbolOf } from '../paper/notation.js';
import { digitsOf, inNumbers, inSymbols, marked, print } from '../paper/print.js';
import { icon, make, setAttribute, setText } from '../ui/dom.js';
import { setFormula } from '../ui/tex.js';
import { drawBend } from './bend.js';
import { moveByKey } from './lanes.js';
import { markWords } from './mark_words.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../paper/quantities.js').Quantity} Quantity */

/** Digits of a number that is shown rather than asked for. */
const SHOWN_DIGITS = 9;

/** When nothing is open any more. @param {number} shown how many numbers were shown */
function doneWords(shown) {
  if (shown === 0) return 'You have made one whole step by hand.';
  return `The sheet is full. ${shown === 1 ? 'One of its numbers was' : `${shown} of its numbers were`} shown to you.`;
}

/** The factors or terms of which a formula is made, where it is made of some. @param {Quantity} quantity */
function partsIn({ formula }) {
  if (formula.op === 'div') return [];
  return formula.args.length > 1 ? formula.args.filter(({ args }) => args.length > 0) : [];
}

/**
 * @param {HTMLElement} element
 * @param {Work} work
 * @param {object} world
 * @param {(words: string) => void} world.announce
 * @param {() => void} world.onTrain many updates are wanted
 */
export function mountBench(element, work, { announce, onTrain }) {
  const heading = make('h2', {});
  const why = make('p', { class: 'why' });
  const symbol = make('div', { class: 'formula left' });
  const symbols = make('div', { class: 'formula' });
  const numbers = make('div', { class: 'formula numbers' });
  const field = make('input', { id: 'answer', type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'verdict' });
  const sign = make('span', { class: 'sign', 'aria-hidden': 'true' });
  const hint = make('button', { class: 'quiet', title: 'Hint (H)', onclick: () => work.hint() }, 'Hint');
  const withNumbers = make('button', { class: 'quiet', onclick: () => work.toggleNumbers() });
  const skip = make('button', { class: 'quiet', onclick: () => { work.skip(); field.focus(); } }, 'Skip');
  const verdict = make('div', { class: 'verdict', id: 'verdict' });
  const picture = make('div', { class: 'bend' });
  const line = make('div', { class: 'answer-line' }, make('span', { class: 'equals', 'aria-hidden': 'true' }, '='), field, sign, make('span', { class: 'acts' }, hint, withNumbers, skip));
  const warning = make('p', { class: 'warning' });
  const equation = make('div', { class: 'equation' }, symbol, symbols, numbers, line);
  const words = make('div', { class: 'bench-words' }, heading, why, equation, verdict, warning);
  const summary = make('p', {});
  const done = make('div', { class: 'done', hidden: true },
    summary,
    make('button', { class: 'primary', onclick: () => { work.again(); field.focus(); } }, 'Another step'),
    make('button', { class: 'second', onclick: onTrain }, 'See it trained'));
  const foot = make('div', { class: 'foot' },
    make('button', { class: 'quiet', onclick: () => work.hint() }, 'Hint'),
    make('a', { class: 'quiet', href: '#source', onclick: (/** @type {Event} */ event) => { event.preventDefault(); document.getElementById('source')?.scrollIntoView(); } }, 'As printed'),
    make('span', { class: 'space' }),
    make('button', { class: 'quiet', 'aria-label': 'The one before', onclick: () => work.back() }, icon('back')),
    make('button', { class: 'primary', onclick: () => goOn() }, 'Next'));
  element.append(words, picture, done, foot);


  /** What was last said, so that it is said once. */
  let told = '';
  function submit() {
    if (field.value !== (work.answer(work.current.key)?.text ?? '')) work.reply(field.value);
  }
  /** Marks what is new; what is right already is left behind. */
  function goOn() {
    const before = work.answer(work.current.key)?.text ?? '';
    submit();
    if (field.value === before && (work.isRight(work.current.key) || field.value === '')) work.next();
  }
  field.addEventListener('change', submit);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      goOn();
      field.focus();
      field.select();
    }
    if (event.key === 'Escape') field.blur();
    if (field.value === '') moveByKey(event, work);
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key.toLowerCase() === 'h' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) work.hint();
  });

  /** @param {import('../paper/marking.js').Mark['findings']} findings @returns {HTMLElement} */
  function choiceOf(findings) {
    const answer = make('p', {});
    return make('div', {}, ...findings.map(({ told: title, why: reason }) => make('button', {
      class: 'second slip', onclick: () => { setText(answer, reason); announce(reason); },
    }, title.replace(/\.$/, ''))), answer);
  }

  /** A part of the formula with a field of its own. @param {import('../paper/expression.js').Expression} part */
  function partField(part) {
    const label = make('span', {});
    setFormula(label, `${print(part, inSymbols((key) => symbolOf(work.notation, work.setup, key)))} =`);
    const input = make('input', { type: 'text', class: 'part', 'aria-label': 'This part', autocomplete: 'off' });
    const mark = make('span', { class: 'sign' });
    const check = () => {
      const exact = parseExact(input.value, { fraction: true, spaced: true });
      const found = 'fault' in exact ? null : markValue(exact, evaluate(part, work.sheet.valueOf), 1);
      mark.replaceChildren(...(input.value === '' ? [] : [icon(found ? 'check' : 'close')]));
      input.readOnly = Boolean(found);
      announce(input.value === '' ? '' : found ? 'This part is right.' : 'This part is not right: here is where to look.');
    };
    input.addEventListener('change', check);
    return make('label', { class: 'part-line' }, label, input, mark);
  }

  /** @param {Quantity} quantity */
  function drawVerdict(quantity) {
    const answer = work.answer(quantity.key);
    const found = answer ? markWords(work, quantity, answer) : null;
    setAttribute(field, 'aria-invalid', answer && !work.isRight(quantity.key) && answer.mark?.verdict !== 'follow' ? 'true' : null);
    sign.replaceChildren(...(!found || found.sign === '' ? [] : [found.sign === '≈' ? '≈' : icon(found.sign)]));
    const said = found ? `${found.head.text} ${found.rest.text}`.trim() : work.note;
    const state = `${quantity.key} ${answer?.text} ${said} ${work.notationName} ${work.isHinted(quantity.key)}`;
    if (state === told) return;
    told = state;
    announce(said);
    const more = [];
    if (answer?.mark?.verdict === 'slip' && answer.mark.findings.length > 1) more.push(choiceOf(answer.mark.findings));
    const isInParts = answer?.mark?.verdict === 'unknown' || (work.isHinted(quantity.key) && !work.isRight(quantity.key));
    if (isInParts) more.push(...partsIn(quantity).map(partField));
    if (answer?.mark?.verdict === 'follow') {
      more.push(make('div', { class: 'acts' },
        make('button', { class: 'quiet', onclick: () => work.choose(answer.mark?.given[0] ?? '') }, 'Go to it'),
        make('button', { class: 'quiet', onclick: () => work.accept() }, 'Count this as right')));
    }
    verdict.replaceChildren(...(said ? [make('p', {}, make('b', {}, found?.head.text ?? ''), ` ${found ? found.rest.text : work.note}`)] : []), ...more);
    verdict.classList.toggle('is-right', answer?.mark?.verdict === 'right');
  }

  let shown = '';
  function draw() {
    const quantity = work.current;
    const { key, formula } = quantity;
    const { setup, sheet, notation } = work;
    const write = (/** @type {string} */ one) => symbolOf(notation, setup, one);
    setText(heading, headingOf(setup, key));
    setText(why, whyOf(setup, quantity));
    setFormula(symbol, `\\displaystyle ${marked(key, write(key))}`);
    setFormula(symbols, `\\displaystyle {} = ${print(formula, inSymbols(write))}`);
    numbers.hidden = !work.isWithNumbers && !work.isHinted(key);
    setFormula(numbers, `\\displaystyle {} = ${print(formula, inNumbers(sheet.valueOf))}`);
    setText(withNumbers, work.isWithNumbers ? 'Without numbers' : 'With numbers');
    hint.hidden = work.isHinted(key) || (work.isWithNumbers && partsIn(quantity).length === 0);
    field.setAttribute('aria-label', nameOf(setup, key));
    const answer = work.answer(key);
    const wanted = answer?.isGiven ? digitsOf(sheet.valueOf(key), SHOWN_DIGITS) : answer?.text ?? '';
    if (shown !== key || document.activeElement !== field || answer) field.value = wanted;
    if (shown !== key && document.activeElement === field) field.select();
    shown = key;
    drawVerdict(quantity);
    setText(warning, work.fault ?? '');
    drawBend(picture, work);
    done.hidden = !work.isDone || setup.cost === 'none';
    setText(summary, doneWords(work.shownCount));
  }
  work.listen(draw);
}

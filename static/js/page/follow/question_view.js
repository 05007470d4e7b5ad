/**
 * The question that a pass waits for, the verdict on its answer, the score, and the switch.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { readAlike } from './prediction.js';
import { scoreText } from './score.js';

/** @typedef {import('../../trace/questions/index.js').Question} Question */

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow @param {HTMLElement} home of the focus, once a question is answered */
export function createQuestionView({ view, announce }, follow, home) {
  const toggle = make('button', {
    class: 'chip predict', onclick: follow.togglePrediction,
    title: 'Ask me before the pass shows it: who gets the largest δ, which way a weight goes',
  }, 'Predict');
  const prompt = make('p', { class: 'prompt', id: 'prompt' });
  const options = make('div', { class: 'chips', role: 'group', 'aria-labelledby': 'prompt' });
  const skip = make('button', { class: 'reveal', onclick: follow.next }, 'Show me (→)');
  const counted = make('span');
  const reset = make('button', { onclick: follow.resetScore, 'aria-label': 'Count from 0 again' }, 'Start again');
  const score = make('p', { class: 'score' }, counted, reset);
  const goOn = make('button', { class: 'second', onclick: follow.goOn }, 'Go on');
  const element = make('div', { class: 'question' }, prompt, options, skip);
  const said = make('span');
  const verdict = make('p', { class: 'notice verdict' }, said, goOn);

  /** @type {Question | null} */
  let shown = null;

  function tellScore() {
    const { asked, verdict: told, score: now } = view.get();
    score.hidden = now.asked === 0 || (asked === null && told === null);
    setText(counted, scoreText(now));
  }

  /** @param {Question} question */
  function ask(question) {
    const hadFocus = element.contains(document.activeElement);
    setText(prompt, question.prompt);
    options.replaceChildren(...question.options.map(({ value, label, key }) => make(
      'button', { class: 'chip', 'data-el': key, onclick: () => follow.answer(value) }, label)));
    announce(question.prompt);
    const isFree = document.activeElement === document.body || element.closest('.pass')?.contains(document.activeElement);
    if (hadFocus || isFree) /** @type {HTMLElement} */ (options.firstElementChild).focus({ preventScroll: true });
  }

  function show() {
    const { asked, verdict: told, predicting } = view.get();
    const question = asked?.question ?? null;
    const hadFocus = element.contains(document.activeElement) || verdict.contains(document.activeElement);
    element.hidden = question === null;
    verdict.hidden = told === null;
    setText(said, told?.sentence ?? '');
    goOn.hidden = !told?.waits;
    setAttribute(toggle, 'aria-pressed', String(predicting));
    tellScore();
    if (question && !readAlike(shown, question)) ask(question);
    shown = question;
    // What had the focus is gone.
    if (!question && hadFocus) (told?.waits ? goOn : home).focus({ preventScroll: true });
  }
  view.subscribe(['asked', 'verdict', 'predicting', 'score'], show);
  show();
  return { toggle, element, verdict, score };
}

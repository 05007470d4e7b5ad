/**
 * The question that a pass waits for, the verdict on its answer, and the switch with the score.
 */
import { make, setAttribute, setText } from '../../ui/dom.js';
import { effect, onChange, untracked } from '../../ui/tracked.js';

/** @param {import('../page.js').Page} page @param {import('./follow.js').Follow} follow */
export function createQuestionView({ view, announce }, follow) {
  const toggle = make('button', {
    class: 'chip predict', title: 'Ask me before the pass shows it; slow motion never asks', onclick: follow.togglePrediction,
  });
  const prompt = make('p', { class: 'prompt', id: 'prompt' });
  const options = make('div', { class: 'chips', role: 'group', 'aria-labelledby': 'prompt' });
  const skip = make('button', { class: 'chip reveal', onclick: follow.next }, 'Show me (→)');
  const element = make('div', { class: 'question' }, prompt, options, skip);
  const judgement = make('span');
  const goOn = make('button', { class: 'chip', onclick: follow.playOrPause }, 'Play on (P)');
  const verdict = make('p', { class: 'notice verdict' }, judgement, ' ', goOn);

  /** @type {import('../../trace/questions.js').Question | null} */
  let shown = null;

  effect(() => {
    const { asked, verdict: told, predicting, score } = view.follow;
    element.hidden = asked === null;
    verdict.hidden = told === null;
    goOn.hidden = !told?.playsOn;
    setText(judgement, told?.text ?? '');
    setAttribute(toggle, 'aria-pressed', String(predicting));
    setText(toggle, score.asked > 0 ? `Predict ${score.right}/${score.asked}` : 'Predict');
    setAttribute(toggle, 'aria-label', score.asked > 0 ? `Predict: ${score.right} of ${score.asked} right so far` : 'Predict');
    const question = asked?.question ?? null;
    if (question === shown) return;
    const hadFocus = element.contains(document.activeElement);
    shown = question;
    if (!question) return;
    setText(prompt, question.prompt.text);
    options.replaceChildren(...question.options.map(({ value, label }) =>
      make('button', { class: 'chip', onclick: () => follow.answer(value) }, label)));
    announce(question.prompt.text);
    const isFree = document.activeElement === document.body || element.closest('.pass')?.contains(document.activeElement);
    const first = /** @type {HTMLElement} */ (options.firstElementChild);
    // Whoever hears of the focus reads on its own behalf.
    if (hadFocus || isFree) untracked(() => first.focus({ preventScroll: true }));
  });
  onChange(() => view.follow.verdict, (told) => {
    if (!told) return;
    announce(told.text);
    // The option that was pressed is hidden by now, and loses the focus with the next frame.
    const isLost = document.activeElement === document.body || element.contains(document.activeElement);
    if (told.playsOn && isLost) goOn.focus({ preventScroll: true });
  });
  return { toggle, element, verdict };
}

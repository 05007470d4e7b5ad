/**
 * A running lesson in the reading pane: the words of its step, its question, and what is to be done, with how that stands.
 */
import { byId, icon, make, setAttribute, setText } from '../../ui/dom.js';
import { assign, effect, onChange, untracked } from '../../ui/tracked.js';
import { filled, standing } from './checks.js';
import { momentOf } from './runner.js';
import { createStrip, isCovered } from './strip.js';
import { verdictWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./runner.js').Runner} Runner */

/** @param {Runner} runner */
function createQuestion(runner) {
  const [question, verdict] = [make('p', { class: 'lesson-question', id: 'lesson-question' }), make('p', { class: 'lesson-verdict', role: 'status' })];
  const answers = make('div', { class: 'lesson-answers', role: 'group', 'aria-labelledby': 'lesson-question' });
  const element = make('div', { class: 'lesson-ask' }, question, answers, verdict);
  /** @type {import('./lesson.js').Question | null} */
  let shown = null;
  return {
    element,
    /** @param {import('./lesson.js').Question | null} ask @param {number | undefined} guess @param {(words: string) => string} fill */
    update(ask, guess, fill) {
      element.hidden = ask === null;
      if (!ask) return;
      if (ask !== shown) {
        shown = ask;
        setText(question, ask.question);
        answers.replaceChildren(...ask.answers.map((answer, index) => make('button', { class: 'second', onclick: () => runner.answer(index) }, answer)));
      }
      [...answers.children].forEach((button, index) => {
        setAttribute(button, 'aria-pressed', guess === undefined ? null : String(index === guess));
        setAttribute(button, 'aria-disabled', guess === undefined ? null : 'true');
      });
      setText(verdict, guess === undefined ? '' : fill(verdictWords(ask, guess)));
    },
  };
}

function createConditions() {
  const list = make('ul', { class: 'lesson-conditions' });
  const head = make('p', { class: 'lesson-when' }, 'Done when');
  return {
    element: make('div', {}, head, list),
    /** @param {ReturnType<typeof standing>} conditions @param {boolean} isDone once it was, it stays so */
    update(conditions, isDone) {
      head.hidden = conditions.length === 0;
      if (list.childElementCount !== conditions.length) {
        list.replaceChildren(...conditions.map(() => make('li', {}, icon('check'), make('span'), make('span', { class: 'vh' }), make('b'))));
      }
      conditions.forEach(({ words, met, value }, index) => {
        const item = list.children[index];
        item.classList.toggle('met', met || isDone);
        const [, text, said, number] = item.children;
        setText(text, words);
        setText(said, met || isDone ? ', met' : ', not yet');
        setText(number, value);
      });
    },
  };
}

/**
 * @param {Page} page
 * @param {import('../snapshot.js').Snapshots} snapshots
 * @param {Runner} runner
 * @param {() => void} comeBack
 */
export function mountPane(page, snapshots, runner, comeBack) {
  const { view, announce } = page;
  const { lessons } = view;
  const [title, words, close] = [make('h3'), make('p', { class: 'lesson-words' }), make('p', { class: 'lesson-close' })];
  const question = createQuestion(runner);
  const conditions = createConditions();
  const next = make('button', { class: 'primary', onclick: () => (isLast() ? finish() : runner.next()) });
  const before = make('button', { class: 'quiet', onclick: runner.before }, icon('back'), make('span', {}, 'Before'));
  const again = make('button', { class: 'quiet', title: 'Its points and its network as they were at first', onclick: runner.again }, icon('reset'), make('span', {}, 'Begin again'));
  const element = make('div', { class: 'lesson', role: 'region' },
    make('div', { class: 'lesson-say' }, title, words, question.element, close),
    make('div', { class: 'lesson-do' }, conditions.element, make('div', { class: 'lesson-ways' }, next, before, again)));
  const strip = createStrip(page, runner, comeBack);
  byId('reading').prepend(strip);
  byId('reading').append(element);

  const isLast = () => lessons.running !== null && lessons.progress.at === lessons.running.steps.length - 1;
  function finish() {
    runner.leave();
    location.hash = '#lessons';
  }

  effect(() => {
    const { running, progress } = lessons;
    document.documentElement.toggleAttribute('data-lesson', running !== null);
    element.hidden = running === null || isCovered(view);
    if (!running) return;
    const step = running.steps[progress.at];
    snapshots.now(); // while training a moment is shown as long as it can be read
    void [view.follow.moment, view.inspector.inspected, page.state.undo];
    untracked(() => {
      const moment = momentOf(page);
      const isDone = progress.done.includes(progress.at);
      const fill = (/** @type {string} */ text) => filled(text, running, moment, progress.kept);
      setAttribute(element, 'aria-label', `Lesson, step ${progress.at + 1} of ${running.steps.length}, ${step.name}`);
      setText(title, fill(step.title));
      setText(words, fill(step.words));
      question.update(step.ask, progress.guesses[progress.at], fill);
      setText(close, step.close);
      close.hidden = step.close === '';
      conditions.update(standing(step, moment, progress.kept), isDone);
      before.hidden = again.hidden = progress.at === 0;
      const name = running.steps[progress.at + 1]?.name;
      setText(next, isLast() ? 'All lessons' : isDone ? `Next: ${name}` : 'Skip');
      next.className = isDone ? 'primary' : 'second';
    });
  });
  onChange(() => [lessons.running?.name, lessons.progress.at], () => {
    const step = lessons.running?.steps[lessons.progress.at];
    if (step) announce(`Step ${lessons.progress.at + 1}: ${title.textContent}`);
  });
  onChange(() => lessons.progress.done.length, (count) => {
    if (lessons.running && count > 0 && lessons.progress.done.includes(lessons.progress.at) && !isLast()) announce('This step is done.');
  });
  effect(() => {
    lessons.acts = lessons.running && { next: () => (isLast() ? undefined : runner.next()), before: runner.before, answer: runner.answer, asks: runner.asks };
  });
  return { comeBack: () => assign(view.closer, { looked: null, neuron: null }) };
}

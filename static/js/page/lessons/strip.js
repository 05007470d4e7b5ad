/**
 * The line at the head of the reading pane as long as a lesson runs: its name, its steps, and the way out.
 */
import { icon, make, setAttribute, setText } from '../../ui/dom.js';
import { effect, untracked } from '../../ui/tracked.js';
import { nameWords } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./runner.js').Runner} Runner */

/** Whether something else has the pane. @param {Page['view']} view */
export const isCovered = ({ follow, inspector, closer }) => follow.moment !== null || inspector.inspected !== null || closer.looked !== null;

/**
 * @param {Page} page
 * @param {Runner} runner
 * @param {() => void} comeBack lets go of what has the pane
 */
export function createStrip({ view }, runner, comeBack) {
  const { lessons } = view;
  const [before, title, standing] = [make('span'), make('b'), make('span', { class: 'lesson-standing' })];
  const steps = make('ol', { class: 'lesson-steps' });
  const back = make('button', { class: 'second lesson-back', onclick: comeBack }, 'Back to the lesson');
  const close = make('button', { class: 'quiet', 'aria-label': 'Leave the lesson', title: 'Leave the lesson', onclick: runner.leave }, icon('close'));
  const element = make('div', { class: 'lesson-strip' }, make('p', {}, before, title, standing), steps, make('span', { class: 'space' }), back, close);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];

  effect(() => {
    const { running, number } = lessons;
    element.hidden = running === null;
    if (!running) return;
    const words = nameWords(number, running.title);
    setText(before, words.before);
    setText(title, words.title);
    untracked(() => {
      buttons = running.steps.map(({ name }, index) => make('button', { onclick: () => { comeBack(); runner.goTo(index); } }, make('span', {}, name)));
      steps.replaceChildren(...buttons.map((button) => make('li', {}, button)));
    });
  });
  effect(() => {
    const { running, progress: { at, done } } = lessons;
    if (!running) return;
    setText(standing, `, step ${at + 1} of ${running.steps.length}`);
    buttons.forEach((button, index) => {
      const isDone = done.includes(index);
      setAttribute(button, 'aria-current', index === at ? 'step' : null);
      button.classList.toggle('done', isDone);
      setAttribute(button, 'aria-label', `${running.steps[index].name}${isDone ? ', done' : ''}`);
      // What comes later would tell the answers.
      button.disabled = index > at && !done.includes(index) && !done.includes(index - 1);
    });
  });
  effect(() => {
    const { running, progress: { at, done } } = lessons;
    const covered = isCovered(view);
    back.hidden = !running || !covered;
    setText(back, done.includes(at) ? 'Done: back to the lesson' : 'Back to the lesson');
  });
  return element;
}

/** @file Figures that sleep until they are about to be seen: only then is their code fetched and mounted. */

import { make } from '../ui/dom.js';
import { fetchPart } from '../ui/parts.js';

/** How far from the window a figure wakes. */
const WAKE_MARGIN = '400px';
const UNWOKEN = 'This figure did not load. Reload the page to bring it to life.';

/**
 * @template C
 * @param {HTMLElement} root
 * @param {Record<string, () => Promise<{mount: (element: HTMLElement, context: C) => void | Promise<void>}>>} figures   by the value of `data-figure`
 * @param {C} context
 */
export function wakeFigures(root, figures, context) {
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      sight.unobserve(target);
      void wake(target, figures[target.dataset.figure ?? ''], context);
    }
  }, { rootMargin: WAKE_MARGIN });
  for (const figure of root.querySelectorAll('[data-figure]')) sight.observe(figure);
}

/**
 * @template C
 * @param {HTMLElement} figure
 * @param {() => Promise<{mount: (element: HTMLElement, context: C) => void | Promise<void>}>} fetchModule
 * @param {C} context
 */
async function wake(figure, fetchModule, context) {
  try {
    const { mount } = await fetchPart(fetchModule);
    await mount(figure, context);
    figure.classList.add('awake');
  } catch (error) {
    figure.append(make('small', { class: 'unwoken', role: 'alert' }, UNWOKEN));
    reportError(error);
  }
}

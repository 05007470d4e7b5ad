/** @file Figures that sleep until they are about to be seen: only then is their code fetched and mounted. */

/** How far from the window a figure wakes. */
const WAKE_MARGIN = '400px';

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
      void figures[target.dataset.figure ?? '']().then(async ({ mount }) => {
        await mount(target, context);
        target.classList.add('awake');
      });
    }
  }, { rootMargin: WAKE_MARGIN });
  for (const figure of root.querySelectorAll('[data-figure]')) sight.observe(figure);
}

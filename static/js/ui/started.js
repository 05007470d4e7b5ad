/** @file Marks a page whose modules have all been loaded and have run; see standstill.js for the others. */

export function tellStarted() {
  document.documentElement.setAttribute('data-started', '');
}

/**
 * Light or dark: the system's choice until the reader makes one, which is then remembered.
 */
import { recall, remember } from './memory.js';

const KEY = 'theme';

/** @typedef {'light' | 'dark'} Theme */

const system = () => matchMedia('(prefers-color-scheme: dark)');

/** @returns {Theme} */
function currentTheme() {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

/** @param {Theme} theme */
function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

/** Makes a button switch the theme, which follows the system until then. @param {HTMLElement} button */
export function mountThemeSwitch(button) {
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    apply(theme);
    remember(KEY, theme);
  });
  system().addEventListener('change', ({ matches }) => {
    if (recall(KEY) === null) apply(matches ? 'dark' : 'light');
  });
}

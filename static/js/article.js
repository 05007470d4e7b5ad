/** The entry point of the essay. */
import { mountThemeSwitch } from './ui/theme.js';

mountThemeSwitch(/** @type {HTMLElement} */ (document.getElementById('theme')));

/**
 * The article's entry: ties symbols to figures, follows the scroll, and wakes the figures that come into sight.
 */
import { followScroll } from './article/contents.js';
import { openGlossaryFromSymbols } from './article/glossary.js';
import { linkSymbols } from './article/links.js';
import { readNetworks } from './article/networks.js';
import { letKeysScroll } from './article/scrolling.js';
import { printInLight } from './article/print.js';
import { createReader } from './article/reader.js';
import { wakeFigures } from './article/sleepers.js';
import { createField } from './network/field.js';
import { byId } from './ui/dom.js';
import { start } from './ui/started.js';
import { mountThemeSwitch } from './ui/theme.js';

/** The weight of the text's example, from neuron 1 of layer 2 to neuron 3 of layer 3. */
const EXAMPLE = { layer: 3, neuron: 2, source: 0 };

const networks = readNetworks(byId('networks').textContent ?? '');
const main = byId('main');
const reader = createReader({ point: networks.article.followed, chosen: EXAMPLE, lit: new Set() });

start([
  () => mountThemeSwitch(/** @type {HTMLButtonElement} */ (byId('theme'))),
  () => followScroll(byId('contents')),
  () => linkSymbols(main, reader, networks.article.architecture.sizes),
  () => openGlossaryFromSymbols(main),
  () => letKeysScroll(main),
  printInLight,
  // Their modules come, and draw, when all else is done.
  () => wakeFigures(main, {
    network: () => import('./article/network_figure.js'),
    matrix: () => import('./article/matrix_figure.js'),
    pass: () => import('./article/pass_figure.js'),
    activations: () => import('./article/activations_figure.js'),
    cost: () => import('./article/cost_figure.js'),
    opening: () => import('./article/opening_figure.js'),
    mountain: () => import('./article/mountain_figure.js'),
    recap: () => import('./article/recap_figure.js'),
    deep: () => import('./article/deep_figure.js'),
    check: () => import('./article/check_figure.js'),
    open: () => import('./article/open_figure.js'),
    now: () => import('./article/now.js'),
  }, { networks, reader, field: createField({ document }) }),
]);

/**
 * Opens settings and connects them with the state that they show and the commands that they send.
 */
import { meansOf } from '../../network/slice.js';
import { tableOf, testShare } from '../../state/selectors.js';
import { byId } from '../../ui/dom.js';
import { inputName, namingOf } from '../../ui/naming.js';
import { openPopover } from '../../ui/popover.js';
import { openSheet } from '../../ui/sheet.js';
import { assign, effect } from '../../ui/tracked.js';
import { drawSample, FIRST_SAMPLE } from '../points/samples.js';
import { SETTINGS } from './index.js';
export { mountHints } from './hints.js';
import { buildSetting } from './setting.js';

/** @typedef {import('../page.js').Page} Page */

/** Why a command was refused, in words; null when it was not. @param {Promise<unknown>} sent */
async function refusal(sent) {
  try {
    await sent;
    return null;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/** @param {Page} page @returns {import('./setting.js').Facts} */
function facts({ state, view: { plane: { show_tests, discretised } } }) {
  const { experiment, points, drawn } = state;
  return {
    experiment: /** @type {import('../../types.js').Experiment} */ (experiment),
    sample: drawn ?? FIRST_SAMPLE,
    points: points.length,
    further: meansOf(points).length,
    show_tests,
    discretised,
    test_share: Number(testShare({ points }).toFixed(2)),
  };
}

/** @param {Page} page @returns {Omit<import('./setting.js').Deeds, 'tell'>} */
function deeds(page) {
  const { send, state } = page;
  const { options, limits } = state;
  return {
    configure: (changes) => refusal(send({ type: 'configure', changes })),
    generate: (changes) => refusal(drawSample(page, changes)),
    split: (share) => {
      const { seed } = state.drawn ?? FIRST_SAMPLE;
      return refusal(send({ type: 'split', test_share: share, seed }));
    },
    look: (changes) => assign(page.view.plane, changes),
    options: /** @type {import('../../types.js').Options} */ (options),
    limits: /** @type {import('../../types.js').Limits} */ (limits ?? {}),
    ownName: (name) => inputName(namingOf(tableOf(state)), name),
  };
}

/**
 * The settings with these names, shown for as long as they are open.
 * @param {Page} page
 * @param {string[]} names
 */
function buildSettings(page, names) {
  const built = names.map((name) => buildSetting(SETTINGS[name], deeds(page)));
  const stop = effect(() => {
    const now = facts(page);
    for (const setting of built) setting.show(now);
  });
  // apart from the facts: a field that somebody types in is not shown anew at every step
  const halt = effect(() => {
    const step = page.state.frame?.step ?? 0;
    for (const setting of built) setting.tick(step);
  });
  return { elements: built.map(({ element }) => element), close: () => { stop(); halt(); } };
}

/** What the settings of each sentence change, by the sentence's element. */
const CHANGED = { 'data-recipe': ['plane-frame'], 'network-recipe': ['plane-frame', 'network'], 'run-recipe': ['plane-frame', 'chart'] };

/** @param {HTMLElement} anchor a phrase */
function changedBy(anchor) {
  const id = /** @type {keyof typeof CHANGED | undefined} */ (anchor.closest('.recipe')?.id);
  return (id ? CHANGED[id] : []).map(byId);
}

/**
 * One setting, beside the phrase that names it.
 * @param {Page} page
 * @param {HTMLElement} anchor
 * @param {string} name
 */
export function openInPopover(page, anchor, name) {
  const { elements, close } = buildSettings(page, [name]);
  openPopover(anchor, { label: SETTINGS[name].title, content: elements, spare: changedBy(anchor), onClose: close });
}

/**
 * All settings of a sentence, for fingers.
 * @param {Page} page
 * @param {string} title
 * @param {string[]} names
 * @param {string} shown the one to scroll to
 */
export function openInSheet(page, title, names, shown) {
  const { elements, close } = buildSettings(page, names);
  openSheet({ title, content: elements, shown: elements[names.indexOf(shown)], onClose: close });
}

/**
 * The sentences of settings. A phrase opens its setting in a popover; a finger, all of the sentence in a
 * sheet.
 */
import { byId, make } from '../ui/dom.js';
import { openPopover } from '../ui/popover.js';
import { openSheet } from '../ui/sheet.js';
import { trainingCount } from '../state/points.js';
import { testShare } from '../state/selectors.js';
import { dataSentence, networkSentence, runSentence } from './recipe_phrases.js';
import { drawSample, FIRST_SAMPLE } from './samples.js';
import { SETTINGS } from './settings/index.js';
import { buildSetting } from './settings/setting.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('./recipe_phrases.js').Sentence} Sentence */
/** @typedef {import('./recipe_phrases.js').Phrase} Phrase */

/** Why a command was refused, in words; null when it was not. @param {Promise<unknown>} sent */
async function refusal(sent) {
  try {
    await sent;
    return null;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/** @param {Page} page @returns {import('./settings/setting.js').Facts} */
function facts({ state, view }) {
  const { experiment, points } = state();
  return {
    experiment: /** @type {import('../types.js').Experiment} */ (experiment),
    sample: view.get().sample ?? FIRST_SAMPLE,
    points: points.length,
    test_share: Number(testShare({ points }).toFixed(2)),
  };
}

/** @param {Page} page @returns {import('./settings/setting.js').Deeds} */
function deeds(page) {
  const { send, state, view } = page;
  const { options, limits } = state();
  return {
    configure: (changes) => refusal(send({ type: 'configure', changes })),
    generate: (changes) => refusal(drawSample(page, changes)),
    split: (share) => {
      const { seed } = view.get().sample ?? FIRST_SAMPLE;
      return refusal(send({ type: 'split', test_share: share, seed }));
    },
    options: options ?? {},
    limits: limits ?? {},
  };
}

/**
 * The settings with these names, shown for as long as they are open.
 * @param {Page} page
 * @param {string[]} names
 */
function openSettings(page, names) {
  const built = names.map((name) => buildSetting(SETTINGS[name], deeds(page)));
  const show = () => built.forEach((setting) => setting.show(facts(page)));
  const stop = page.watch((state) => [state.experiment, state.points], show);
  const stopSample = page.view.subscribe(['sample'], show);
  return {
    elements: built.map(({ element }) => element),
    close: () => { stop(); stopSample(); },
  };
}

const hasFinger = () => matchMedia('(pointer: coarse)').matches;

/**
 * @param {Page} page
 * @param {HTMLElement} anchor
 * @param {string} name of the setting
 * @param {string} title of the sheet
 * @param {string[]} all settings of the sentence
 */
function open(page, anchor, name, title, all) {
  if (hasFinger()) {
    const { elements, close } = openSettings(page, all);
    openSheet({ title, content: elements, shown: elements[all.indexOf(name)], onClose: close });
    return;
  }
  const { elements, close } = openSettings(page, [name]);
  openPopover(anchor, { label: SETTINGS[name].title, content: elements, onClose: close });
}

/**
 * @param {Page} page
 * @param {string} id of the sentence's element
 * @param {string} title of the sheet
 * @param {(state: State) => Sentence} compose
 */
function mountSentence(page, id, title, compose) {
  const element = byId(id);
  /** @type {Map<string, HTMLElement>} by setting, so that an open popover keeps its anchor */
  const phrases = new Map();

  /** @param {Phrase} phrase @param {string[]} all */
  const phraseElement = ({ text, setting }, all) => {
    const button = phrases.get(setting) ?? make('button', { 'aria-haspopup': 'dialog' });
    phrases.set(setting, button);
    button.textContent = text;
    button.onclick = () => open(page, button, setting, title, all);
    return button;
  };

  const show = () => {
    const sentence = compose(page.state());
    const all = sentence.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.setting]));
    const text = sentence.map((piece) => (typeof piece === 'string' ? piece : `[${piece.text}]`)).join('');
    if (element.dataset.text === text) return;
    element.dataset.text = text;
    const focused = document.activeElement;
    element.replaceChildren(...sentence.flatMap((piece, index) => {
      if (typeof piece === 'string') return piece.startsWith(',') ? piece.slice(1) : piece;
      const [comma, next] = sentence.slice(index + 1);
      const together = make('span', { class: `phrase rank-${piece.rank ?? 0}` }, phraseElement(piece, all));
      if (typeof comma === 'string' && comma.startsWith(',')) together.append(commaBefore(next));
      return together;
    }));
    if (focused instanceof HTMLElement && element.contains(focused)) focused.focus();
  };
  element.addEventListener('click', ({ target }) => {
    const first = phrases.values().next().value;
    if (target === element && first && hasFinger()) first.click();
  });
  page.watch((state) => [state.experiment, state.points], show);
  page.view.subscribe(['sample'], show);
}

/** The comma before a phrase goes when that phrase is left out. @param {string | Phrase | undefined} next */
function commaBefore(next) {
  return make('span', { class: `rank-${typeof next === 'object' ? next.rank ?? 0 : 0}` }, ',');
}

/** @param {Page} page */
export function mountRecipes(page) {
  mountSentence(page, 'data-recipe', 'Data', ({ points, options }) => {
    const { sample } = page.view.get();
    /** @type {Array<{name: string, title: string}>} */
    const datasets = options?.datasets ?? [];
    return dataSentence(points, sample, datasets.find(({ name }) => name === sample?.dataset)?.title ?? null);
  });
  mountSentence(page, 'network-recipe', 'Network', ({ experiment }) => (
    experiment ? networkSentence(experiment) : []
  ));
  mountSentence(page, 'run-recipe', 'Training', ({ experiment, points }) => (
    experiment ? runSentence(experiment, trainingCount(points)) : []
  ));
}

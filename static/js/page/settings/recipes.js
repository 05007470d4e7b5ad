/**
 * The sentences of settings. A phrase opens its setting in a popover; a finger, all of the sentence in a
 * sheet.
 */
import { byId, make } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { trainingCount } from '../../state/points.js';
import { hasFinger } from '../../ui/hand.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { tableOf } from '../../state/selectors.js';
import { dataSentence, networkSentence, runSentence } from './recipe_phrases.js';
import { sampleOf } from '../points/samples.js';
import { showAfterwards } from '../afterwards.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../types.js').State} State */
/** @typedef {import('./recipe_phrases.js').Sentence} Sentence */
/** @typedef {import('./recipe_phrases.js').Phrase} Phrase */

/** The settings come when the page is idle, or with the first that is opened. */
const fetchSettings = async () => {
  const [settings] = await Promise.all([fetchPart(() => import('./open.js')), fetchLateSheets()]);
  return settings;
};

const UNREACHED = 'The settings could not be fetched from the server. Try again when the connection is back.';

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
    const button = phrases.get(setting) ?? make('button', { 'aria-haspopup': 'dialog', 'data-setting': setting });
    phrases.set(setting, button);
    button.textContent = text;
    button.onclick = async () => {
      const settings = await fetchSettings().catch(() => null);
      if (!settings) page.view.reading.trouble = UNREACHED;
      else if (hasFinger()) settings.openInSheet(page, title, all, setting);
      else settings.openInPopover(page, button, setting);
    };
    return button;
  };

  const show = () => {
    const sentence = compose(page.state);
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
  showAfterwards(page, show);
}

/** The comma before a phrase goes when that phrase is left out. @param {string | Phrase | undefined} next */
function commaBefore(next) {
  return make('span', { class: `rank-${typeof next === 'object' ? next.rank ?? 0 : 0}` }, ',');
}

/** @param {Page} page @param {{later: Array<() => unknown>}} shared */
export function mountRecipes(page, { later }) {
  later.push(() => fetchSettings().then(({ mountHints }) => mountHints()).catch(() => {})); // the first that is opened tries again
  mountSentence(page, 'data-recipe', 'Data', ({ points, drawn, tables, options }) => {
    const table = tableOf({ points, tables });
    const sample = table ? null : sampleOf(points, drawn);
    const datasets = options?.datasets ?? [];
    return dataSentence(points, sample, datasets.find(({ name }) => name === sample?.dataset)?.title ?? null,
      table?.name);
  });
  mountSentence(page, 'network-recipe', 'Network', ({ experiment, options }) => (
    experiment && options ? networkSentence(experiment, options) : []
  ));
  mountSentence(page, 'run-recipe', 'Training', ({ experiment, points, options }) => (
    experiment && options ? runSentence(experiment, trainingCount(points), points.length, options) : []
  ));
}

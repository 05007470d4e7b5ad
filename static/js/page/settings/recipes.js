/**
 * The sentences of settings. A phrase opens its setting in a popover; a finger, all of the sentence in a
 * sheet.
 *
 * @feature the sentences of settings, and the settings that their phrases open
 */
import { arrange, byId, make, setAttribute, setText } from '../../ui/dom.js';
import { fetchPart } from '../../ui/parts.js';
import { trainingCount } from '../../state/points.js';
import { hasFinger } from '../../ui/hand.js';
import { fetchLateSheets } from '../../ui/late_sheets.js';
import { tableOf } from '../../state/selectors.js';
import { dataSentence, networkSentence, runSentence } from './recipe_phrases.js';
import { sampleOf } from '../points/samples.js';
import { othersTurn } from '../../ui/pieces.js';
import { whenever } from '../../ui/tracked.js';
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
  /** @type {Map<string, ReturnType<typeof createPhrase>>} by setting: a popover keeps its anchor, a press its button */
  const phrases = new Map();
  /** @type {Text[]} what stands between the phrases, by place */
  const texts = [];

  /** @param {string} setting */
  const createPhrase = (setting) => {
    const button = make('button', { 'aria-haspopup': 'dialog', 'data-setting': setting });
    const comma = make('span', {}, ',');
    const together = make('span', {}, button);
    button.onclick = async () => {
      const settings = await fetchSettings().catch(() => null);
      if (!settings) page.view.reading.trouble = UNREACHED;
      else if (hasFinger()) settings.openInSheet(page, title, settingsOf(compose(page.state)), setting);
      else settings.openInPopover(page, button, setting);
    };
    return {
      button,
      /** @param {Phrase} phrase @param {string | Phrase | undefined} after @param {string | Phrase | undefined} next */
      update({ text, label, rank }, after, next) {
        setText(button, text);
        setAttribute(button, 'aria-label', label ?? null);
        setAttribute(together, 'class', `phrase rank-${rank ?? 0}`);
        // the comma goes when the phrase that it stands before is left out
        setAttribute(comma, 'class', `rank-${typeof next === 'object' ? next.rank ?? 0 : 0}`);
        arrange(together, typeof after === 'string' && after.startsWith(',') ? [button, comma] : [button]);
        return together;
      },
    };
  };

  /** @param {Phrase} phrase */
  const phraseOf = ({ setting }) => {
    const known = phrases.get(setting) ?? createPhrase(setting);
    phrases.set(setting, known);
    return known;
  };

  /** @param {string} words @param {number} place */
  const textAt = (words, place) => {
    texts[place] ??= new Text();
    setText(texts[place], words);
    return texts[place];
  };

  const show = () => {
    const sentence = compose(page.state);
    arrange(element, sentence.map((piece, index) => {
      if (typeof piece === 'string') return textAt(piece.startsWith(',') ? piece.slice(1) : piece, index);
      const [after, next] = sentence.slice(index + 1);
      return phraseOf(piece).update(piece, after, next);
    }));
  };
  element.addEventListener('click', ({ target }) => {
    const first = phrases.values().next().value;
    if (target === element && first && hasFinger()) first.button.click();
  });
  show();
  // A server's first words bring all of the page at once: what the settings are is told in a turn of its own.
  const stop = whenever(() => page.state.experiment !== null, (isThere) => {
    if (isThere) othersTurn().then(() => { stop(); showAfterwards(page, show); });
  });
}

/** @param {Sentence} sentence */
const settingsOf = (sentence) => sentence.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.setting]));

/** @param {Page} page @param {{later: Array<() => unknown>}} shared */
export function mountRecipes(page, { later }) {
  later.push(() => fetchSettings().then(({ mountHints }) => mountHints()).catch(() => {})); // the first that is opened tries again
  mountSentence(page, 'data-recipe', 'Data', ({ points, drawn, tables, options }) => {
    const table = tableOf({ points, tables });
    const sample = table ? null : sampleOf(points, drawn);
    const datasets = options?.datasets ?? [];
    return dataSentence(points, sample, datasets.find(({ name }) => name === sample?.dataset) ?? null,
      table?.name);
  });
  mountSentence(page, 'network-recipe', 'Network', ({ experiment, options }) => (
    experiment && options ? networkSentence(experiment, options) : []
  ));
  mountSentence(page, 'run-recipe', 'Training', ({ experiment, points, options }) => (
    experiment && options ? runSentence(experiment, trainingCount(points), points.length, options) : []
  ));
}

/**
 * What the pane says of the layers' health: why, what may help, and blame and steps by layer.
 */
import { ailmentsOf } from '../../network/health.js';
import { make, setText } from '../../ui/dom.js';
import { ailmentTitle, ailmentWords, healthWords, layerTitle, remediesFor, sizeText } from './words.js';

/** @typedef {import('../../network/health.js').Health} Health */
/** @typedef {import('../../types.js').Experiment} Experiment */

const [WIDEST, DECADES] = [64, 4];

/** A blame's arrow, as long as its logarithm: full at the largest, nothing four decades below. @param {number} blame @param {number} largest */
function arrow(blame, largest) {
  const share = blame > 0 ? Math.max(0, 1 + Math.log10(blame / largest) / DECADES) : 0;
  const bar = make('i', { class: 'blame', 'aria-hidden': 'true' });
  bar.style.width = `${(WIDEST * share).toFixed(1)}px`;
  return bar;
}

/** @param {Health} health */
function rowsOf({ layers }) {
  const largest = Math.max(...layers.map(({ blame }) => blame));
  const head = make('tr', {}, make('td'), ...layers.map(({ layer }) => make('th', { scope: 'col' }, layerTitle(layer, layers.length + 1))));
  const blames = make('tr', {}, make('th', { scope: 'row' }, 'blame ', make('small', {}, 'mean |δ|, log')),
    ...layers.map(({ blame }) => make('td', {}, arrow(blame, largest), sizeText(blame))));
  const steps = make('tr', {}, make('th', { scope: 'row' }, 'last step ', make('small', {}, '÷ weights')),
    ...layers.map(({ moved }) => make('td', {}, moved === null ? '–' : sizeText(moved))));
  return [head, blames, steps];
}

/**
 * @param {(changes: Partial<Experiment>) => unknown} configure
 * @param {() => void} close
 */
export function createPane(configure, close) {
  const [title, why, help] = [make('h3'), make('p'), make('p', { class: 'help' })];
  const rows = make('table', { 'aria-label': 'Blame and last step by layer' });
  const shut = make('button', { class: 'second', onclick: close }, 'Close');
  const element = make('div', { class: 'health' }, make('header', {}, title, shut), why, help, make('div', { class: 'rows', tabindex: 0, role: 'group', 'aria-label': 'The layers' }, rows));
  element.hidden = true;

  /** @param {import('./words.js').Remedy[]} remedies */
  const offer = (remedies) => {
    help.replaceChildren('Try ', ...remedies.flatMap(({ text, changes }, at) => [
      at === 0 ? '' : at === remedies.length - 1 ? ' or ' : ', ', make('button', { class: 'word', onclick: () => configure(changes) }, text)]), '. Your points stay.');
  };
  return {
    element,
    /**
     * @param {Health} health
     * @param {import('../../network/health.js').Ailment | null} ailment null: all layers
     * @param {Experiment} experiment
     */
    show(health, ailment, experiment) {
      const words = ailment ? { title: ailmentTitle(ailment, health), words: ailmentWords(ailment, health) } : healthWords(health, ailmentsOf(health));
      setText(title, words.title.text);
      setText(why, words.words.text);
      help.hidden = ailment === null;
      const remedies = ailment ? remediesFor(ailment, experiment) : [];
      const offered = remedies.map(({ text }) => text).join();
      if (help.dataset.offered !== offered) offer(remedies); // a phrase that is pressed stays where it is
      help.dataset.offered = offered;
      rows.replaceChildren(...rowsOf(health));
    },
  };
}

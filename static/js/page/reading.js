/**
 * The reading pane: what the page shows just now, in words.
 */
import { byId, icon, make, setAttribute, setText } from '../ui/dom.js';
import { setFormula } from '../ui/tex.js';
import { mount as mountBars } from '../figures/chart/update_bars.js';
import { biasKey, weightKey } from '../figures/network/keys.js';
import { formatCount } from '../ui/format.js';
import { architectureOf } from '../state/selectors.js';
import { answerAt, networkNow } from './network_now.js';
import { mountSymbolLinks } from './follow/symbol_links.js';
import { pointTitle, pointWords } from './point_words.js';
import { stepWords } from './step_words.js';
import { afterwards, throttle } from './throttle.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('./step_words.js').Change} Change */

/** Words that change faster than this can't be read. */
const READABLE = 200;

/**
 * @typedef {object} Reading
 * @property {string} title
 * @property {string} before
 * @property {string} [formula] in TeX, between the words
 * @property {string} [after]
 * @property {boolean} [follows] it speaks of a point that can be followed
 */

/** @type {Reading} */
const FIRST = { title: 'One moment', before: 'The page waits for the server’s first word.' };

/** The symbol of a weight or bias, tied to its place in the figure. @param {Change} change */
function symbolOf({ layer, neuron, source }) {
  if (source === null) return `\\htmlData{el=${biasKey(layer, neuron)}}{b^{${layer}}_{${neuron + 1}}}`;
  const symbol = `w^{${layer - 1},${layer}}_{${source + 1},${neuron + 1}}`;
  return `\\htmlData{el=${weightKey(layer, neuron, source)}}{${symbol}}`;
}

/** @param {Page} page @returns {Reading | null} */
function brokenReading({ state, view }) {
  const { diverged } = state();
  if (!diverged) return null;
  const { step, what } = diverged;
  const { progress } = view.get().way_back ?? diverged;
  return {
    title: 'Where the numbers broke',
    before: `At step ${formatCount(step)} ${what === 'cost' ? 'the cost' : 'a weight'} passed `,
    formula: '1.8\\cdot10^{308}',
    after: ', the largest number the computer can hold here, and became NaN, “not a number”. '
      + `The network above is drawn as it was at step ${formatCount(progress.step)}.`,
  };
}

/** @param {State} state @returns {Reading | null} */
function offlineReading({ connection, experiment }) {
  if (connection.status !== 'offline') return null;
  return experiment
    ? {
      title: 'You can keep reading',
      before: 'Everything on the screen stays explorable: move over the plane, pick a point, read the curve. '
        + 'Training goes on when the server is back.',
    }
    : {
      title: 'The server does not answer',
      before: 'The page tries again by itself and starts as soon as it gets through.',
    };
}

/** @param {Page} page @returns {Reading | null} */
function pointReading(page) {
  const { points, experiment } = page.state();
  const { chosen } = page.view.get();
  const point = points.find(({ id }) => id === chosen);
  const answer = point && answerAt(page, point);
  if (!point || !answer || !experiment) return null;
  const { task } = experiment;
  return {
    title: pointTitle(point, task),
    before: `${pointWords(point, task, answer)} Its numbers stand at the neurons above. `
      + 'Drag moves it, the Delete key removes it, Esc lets it go.',
    follows: true,
  };
}

/** @param {State} state @returns {Reading} */
function runReading(state) {
  const { frame, experiment, points } = state;
  if (!frame || !experiment) return FIRST;
  if (frame.step === 0) {
    return points.length === 0
      ? {
        title: 'Nothing to learn yet',
        before: 'Each tile above shows what one neuron makes of the whole plane. '
          + 'The weights are still random, so none of them means anything.',
      }
      : {
        title: 'Ready to learn',
        before: `${formatCount(points.length)} ${points.length === 1 ? 'point waits' : 'points wait'}. `
          + `Press Train or the space bar, and watch ${experiment.task === 'regression'
            ? 'the heights bend towards them' : 'the boundary find its way between the classes'}.`,
      };
  }
  const { before, change, after } = stepWords(frame, architectureOf(experiment));
  const title = `Step ${formatCount(frame.step)}, in words`;
  return { title, before, formula: change ? symbolOf(change) : undefined, after };
}

/**
 * @param {Page} page
 * @param {{onFollow: () => void, onOpen: (key: string) => void}} actions
 */
export function mountReading(page, { onFollow, onOpen }) {
  const { state, view, watch } = page;
  const title = make('h3');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const [before, symbol, after] = [make('span'), make('span'), make('span')];
  const words = make('p', {}, before, symbol, after);
  const updates = make('div', { class: 'updates', role: 'img' });
  const follow = make('button', { class: 'second', onclick: onFollow }, icon('follow'), 'Follow its pass');
  const say = make('div', { class: 'say' }, title, words, follow, updates);
  byId('reading').append(trouble, say);
  const bars = mountBars(updates, { onOpen });
  mountSymbolLinks(page, say);

  const show = () => {
    const now = state();
    const reading = brokenReading(page) ?? offlineReading(now) ?? pointReading(page) ?? runReading(now);
    setText(title, reading.title);
    setText(before, reading.before);
    setText(after, reading.after ?? '');
    follow.hidden = reading.follows !== true;
    symbol.hidden = !reading.formula;
    if (reading.formula) setFormula(symbol, reading.formula);
  };

  const showBars = () => {
    const now = state();
    const { frame, status, diverged } = now;
    const network = networkNow(page);
    const visible = Boolean(network && frame && frame.step > 0 && !diverged);
    updates.hidden = !visible;
    if (!visible || !network || !frame) return;
    const { sizes, parameterCount } = network.architecture;
    bars.update({ sizes, update: frame.update, training: status === 'training' });
    setAttribute(updates, 'aria-label', `All ${formatCount(parameterCount)} updates of this step`);
  };

  const showSoon = throttle(show, READABLE);
  watch((now) => [now.frame, now.experiment, now.points, now.diverged, now.connection.status], showSoon);
  watch((now) => [now.frame, now.experiment, now.diverged], showBars);
  view.subscribe(['way_back'], show);
  view.subscribe(['chosen'], afterwards(page, show));
  view.subscribe(['trouble', 'notice', 'moment'], ({ trouble: reason, notice, moment }) => {
    setText(trouble, reason ?? (moment ? '' : notice ?? ''));
  });
  view.subscribe(['moment', 'inspected'], ({ moment, inspected }) => {
    say.hidden = moment !== null || inspected !== null;
    if (!say.hidden) show();
  });
}

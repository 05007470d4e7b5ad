/**
 * Many seeds over the whole page: the band of their curves, the plane of one with all boundaries, and all planes, best first.
 */
import { encodeVector } from '../../network/parameters.js';
import { heldOf } from '../../network/slice.js';
import { architectureOf } from '../../state/selectors.js';
import { arrange, icon, make, makeSvg, setText } from '../../ui/dom.js';
import { formatCost } from '../../ui/format.js';
import { whenIdle } from '../../ui/idle.js';
import { effect, tracked, untracked } from '../../ui/tracked.js';
import { paintPicture } from '../kept/picture.js';
import { SIDE, boundaryPath } from './boundary.js';
import { SEEDS, endOf, ranked } from './luck.js';
import { drawBand } from './luck_chart.js';
import { costName, countWords, luckWords } from './luck_words.js';

/** @typedef {import('./luck.js').SeedRun} SeedRun */
/** @typedef {import('./luck.js').Field} Field */

/**
 * @param {import('../page.js').Page} page
 * @param {import('./luck.js').Luck} luck
 * @param {object} deeds
 * @param {import('../../types.js').Checkpoint} deeds.checkpoint
 * @param {() => void} deeds.closed
 */
export function openLuck({ view }, luck, { checkpoint: { experiment, points }, closed }) {
  const { state } = luck;
  const look = tracked({ logarithmic: view.loss.logarithmic });
  const architecture = architectureOf(experiment).at(heldOf(points, view.plane.held));
  /** @type {Field} */
  const field = points.some(({ test }) => test) ? 'test_cost' : 'train_cost';

  const close = make('button', { class: 'quiet', onclick: () => dialog.close() }, icon('close'), 'Close');
  const count = make('p', { class: 'count', role: 'status' });
  const scale = make('button', { class: 'tiny', onclick: () => { look.logarithmic = !look.logarithmic; } });
  const canvas = make('canvas', { width: 320, height: 320, 'aria-hidden': 'true' });
  const lines = makeSvg('svg', { viewBox: `0 0 ${SIDE} ${SIDE}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const caption = make('p', { class: 'caption' });
  const chart = make('div', { class: 'band-of-seeds' });
  const words = make('p');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const again = make('button', { class: 'second', onclick: () => luck.run() }, 'Try again');
  const list = make('div', { class: 'seeds', role: 'listbox', 'aria-label': 'Seeds' });
  list.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const all = /** @type {HTMLElement[]} */ ([...list.children]);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!way || at < 0) return;
    event.preventDefault();
    all[(at + way + all.length) % all.length].focus();
  });
  const dialog = make(
    'dialog', { class: 'compare luck', 'aria-label': 'How much is luck' },
    make('section', { class: 'sheet-of-runs', 'aria-label': 'The same with many seeds' },
      make('header', {}, make('h2', {}, `Chance alone, ${SEEDS} times`), count, close),
      make('div', { class: 'of-seeds' },
        make('div', { class: 'left' }, make('div', { class: 'plane-box' }, canvas, lines), caption),
        make('div', { class: 'right' }, make('div', { class: 'head' }, scale), chart, make('div', { class: 'words' }, words, trouble, again))),
      make('h3', {}, `The planes, best first: seed and ${costName(field)}`), list),
  );
  document.body.append(dialog);
  dialog.showModal();

  /** What `paintPicture` takes. @param {SeedRun} run @returns {any} */
  const keptOf = ({ frames }) => ({
    checkpoint: { experiment, points, progress: { parameters: encodeVector(Float64Array.from(frames[frames.length - 1].parameters)) } }, look: { held: view.plane.held },
  });
  /** @type {Map<number, {option: HTMLButtonElement, path: string}>} by seed */
  const made = new Map();

  /** @param {SeedRun} run */
  function madeOf(run) {
    const known = made.get(run.seed);
    if (known) return known;
    const picture = make('canvas', { width: 68, height: 68, 'aria-hidden': 'true' });
    const cost = run.broken === null ? formatCost(endOf(run, field)) : 'broke';
    const option = make('button', {
      class: 'seed', role: 'option', 'aria-label': `Seed ${run.seed}, ${run.broken === null ? `${costName(field)} ${cost}` : 'stopped: not a number'}`,
      onclick: () => { state.chosen = run.seed; },
    }, picture, make('span', {}, make('b', {}, String(run.seed)), ' ', cost));
    const entry = { option, path: boundaryPath(architecture, run.frames[run.frames.length - 1].parameters) };
    made.set(run.seed, entry);
    whenIdle(() => paintPicture(picture, keptOf(run)));
    return entry;
  }

  const stop = effect(() => {
    const { runs, chosen, trouble: why, busy } = state;
    const { logarithmic } = look;
    untracked(() => {
      setText(count, countWords(runs.length));
      setText(trouble, why);
      again.hidden = why === '' || busy;
      scale.replaceChildren(`${field === 'test_cost' ? 'Test' : 'Train'} cost, `, make('b', {}, logarithmic ? 'log' : 'linear'));
      setText(words, luckWords(runs, field).text);
      const order = ranked(runs, field);
      const whole = order.filter(({ broken }) => broken === null);
      // Without a choice: the one in the middle.
      const shown = order.find(({ seed }) => seed === chosen) ?? whole[Math.floor((whole.length - 1) / 2)] ?? order[0];
      arrange(list, order.map((run) => madeOf(run).option));
      for (const run of order) {
        const { option } = madeOf(run);
        option.setAttribute('aria-selected', String(run === shown));
        option.tabIndex = run === shown ? 0 : -1;
      }
      chart.replaceChildren(drawBand(runs, { field, logarithmic, chosen: shown?.seed ?? null, width: chart.clientWidth }));
      lines.replaceChildren(...order.map((run) => makeSvg('path', { class: run === shown ? 'chosen' : '', d: madeOf(run).path, 'vector-effect': 'non-scaling-stroke' })));
      if (!shown) return;
      paintPicture(canvas, keptOf(shown));
      setText(caption, `The plane of seed ${shown.seed}${runs.length > 1 ? `, with the boundaries of all ${runs.length}` : ''}.`);
    });
  });
  dialog.addEventListener('close', () => {
    stop();
    luck.close();
    dialog.remove();
    closed();
  });
}

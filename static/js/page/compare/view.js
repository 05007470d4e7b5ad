/**
 * Runs beside each other, over the whole page: planes, networks, curves on one axis, what differs and what came out.
 */
import { architectureOf, classesShown, tableOf } from '../../state/selectors.js';
import { heldOf } from '../../network/slice.js';
import { icon, make, setAttribute, setText } from '../../ui/dom.js';
import { capital } from '../../ui/format.js';
import { namingOf } from '../../ui/naming.js';
import { effect, tracked, untracked } from '../../ui/tracked.js';
import { positionOf, speedAt, speedText } from '../transport/speed.js';
import { boundaryPath } from './boundary.js';
import { createCurves } from './curves.js';
import { createHalf } from './half.js';
import { createResults } from './results.js';
import { comparisonWords, headlineOf, measureOf } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./lane.js').Lane} Lane */

const AMOUNTS = ['none', 'one', 'two', 'three', 'four'];
/** How many runs are told of. @param {number} count */
const these = (count) => (count === 2 ? 'both' : 'all');

/**
 * @param {Page} page
 * @param {import('./comparison.js').Comparison} comparison
 * @param {object} deeds
 * @param {(lane: Lane) => void} deeds.keep goes on with one of them
 * @param {(anchor: HTMLElement) => void} deeds.other chooses another one
 * @param {() => void} deeds.closed
 */
export function openComparison({ view, newest }, comparison, { keep, other, closed }) {
  const { state, lanes } = comparison;
  const look = tracked({ swapped: false, logarithmic: view.loss.logarithmic });
  const architectures = new WeakMap();

  /** @param {Lane} lane @returns {import('../../network/architecture.js').Architecture} */
  const architectureFor = ({ experiment, points }) => {
    const plain = architectureOf(experiment);
    const { isOwn, classes } = namingOf(tableOf({ points, tables: newest.tables }));
    const known = architectures.get(plain) ?? plain.called(isOwn ? classes : null).at(heldOf(points, view.plane.held));
    architectures.set(plain, known);
    return known;
  };

  const halves = lanes.map((lane, at) => createHalf({
    name: lane.name, rest: lane.rest, first: at === 0, onKeep: () => { keep(lane); dialog.close(); },
  }));
  const train = make('button', { class: 'primary', onclick: () => (state.status === 'training' ? comparison.pause() : comparison.train()) });
  const step = make('button', { class: 'quiet', title: 'One update of each', 'aria-label': 'Step: one update of each', onclick: () => comparison.step() }, icon('step'), make('span', {}, 'Step'));
  const speed = make('input', { type: 'range', min: 0, max: 100, step: 1, 'aria-label': 'Speed' });
  const pace = make('output');
  speed.value = String(positionOf(view.transport.speed));
  speed.addEventListener('input', () => { view.transport.speed = speedAt(speed.valueAsNumber); });
  const speedOf = make('label', { class: 'speed' }, speed, pace);
  const swap = make('button', { class: 'quiet', onclick: () => { look.swapped = !look.swapped; }, hidden: lanes.length !== 2 }, 'Swap');
  const another = make('button', { class: 'quiet', 'aria-haspopup': 'dialog', onclick: () => other(another) }, 'Compare others');
  const close = make('button', { class: 'quiet', onclick: () => dialog.close() }, icon('close'), make('span', {}, 'Close', make('span', { class: 'wide' }, ' the comparison')));
  const scale = make('button', { class: 'tiny', onclick: () => { look.logarithmic = !look.logarithmic; } });
  const headline = make('h3');
  const words = make('p');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const results = createResults();
  const chart = make('div', { class: 'chart' });
  const row = make('div', { class: `halves ${AMOUNTS[lanes.length]}` }, ...halves.map(({ element }) => element));
  const key = make('p', { class: 'key' }, make('i', { 'aria-hidden': 'true' }), make('span', {}, lanes.length === 2 ? 'boundary of the other run' : `boundary of ${lanes[0].name}`));
  const dialog = make(
    'dialog', { class: 'compare', 'aria-label': 'Side by side' },
    make('section', { class: 'sheet-of-runs', 'aria-label': 'Runs side by side' },
      make('header', {}, make('h2', {}, 'Side by side'), swap, another, close),
      row, key,
      make('div', { class: 'told' }, make('div', { class: 'words' }, headline, words, trouble), results.element)),
    make('section', { class: 'run-of-all', 'aria-label': 'The runs' },
      make('div', { class: 'transport-of-all' }, make('div', { class: 'row' }, train, step), speedOf),
      make('div', { class: 'curves' }, make('div', { class: 'head' }, scale), chart)),
  );
  document.body.append(dialog);
  dialog.showModal();
  const curves = createCurves(chart, comparison);

  const stops = [
    effect(() => {
      const { step: newestStep, looked, status } = state;
      const { swapped, logarithmic } = look;
      const order = swapped ? [...lanes].reverse() : lanes;
      const pictures = swapped ? [...halves].reverse() : halves;
      const whole = order.map(({ name, experiment, points, frames, broken, parted }) => ({ name, experiment, points, frames, broken, parted }));
      if (whole.some(({ frames }) => frames.length === 0)) return;
      const at = looked ?? newestStep;
      const told = whole.map((run) => ({ ...run, frames: run.frames.filter((frame) => frame.step <= at), broken: run.broken !== null && run.broken <= at ? run.broken : null }));
      const training = status === 'training';
      const nets = order.map((lane, index) => ({ architecture: architectureFor(lane), frame: told[index].frames[told[index].frames.length - 1] }));
      untracked(() => {
        const paths = nets.map(({ architecture, frame }, index) => (index === 0 || nets.length === 2 ? boundaryPath(architecture, frame.parameters) : ''));
        nets.forEach(({ architecture, frame }, index) => pictures[index].update({
          architecture, frame, points: order[index].points, classes: classesShown(order[index].experiment, [...order[index].points]), training,
          broken: told[index].broken, ended: order[index].line && order[index].step < at ? order[index].step : null, boundary: index > 0 ? paths[0] : nets.length === 2 ? paths[1] : '', naming: namingOf(tableOf({ points: order[index].points, tables: newest.tables })),
        }));
        if (row.firstElementChild !== pictures[0].element) row.replaceChildren(...pictures.map(({ element }) => element));
        const measure = measureOf(told);
        setText(headline, headlineOf(told).text);
        setText(words, comparisonWords(told).text);
        results.update(told, newest.options, at);
        scale.replaceChildren(`${capital(measure)} cost, `, make('b', {}, logarithmic ? 'log' : 'linear'));
        setAttribute(scale, 'aria-pressed', String(logarithmic));
        curves.update(whole, measure, { logarithmic, training });
      });
    }),
    effect(() => {
      const { status, step: at, trouble: why } = state;
      const label = `${status === 'training' ? 'Pause' : at > 0 ? 'Continue' : 'Train'} ${these(lanes.length)}`;
      train.replaceChildren(icon(status === 'training' ? 'pause' : 'play', 'solid'), label);
      train.disabled = status === 'opening' || (status === 'paused' && comparison.isOver);
      train.hidden = step.hidden = speedOf.hidden = lanes.every(({ line }) => line !== null);
      step.disabled = status !== 'paused' || comparison.isOver;
      for (const half of halves) half.keep.disabled = status === 'opening' || at === 0;
      setText(trouble, why);
    }),
    effect(() => {
      const text = speedText(view.transport.speed);
      setText(pace, text);
      setAttribute(speed, 'aria-valuetext', text);
      speed.style.setProperty('--filled', `${speed.value}%`);
    }),
  ];
  dialog.addEventListener('close', () => {
    for (const stop of stops) stop();
    comparison.close();
    curves.destroy();
    for (const half of halves) half.destroy();
    dialog.remove();
    closed();
  });
  return { element: dialog, close: () => dialog.close() };
}

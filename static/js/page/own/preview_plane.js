/**
 * The plane's place while a table is previewed: its points where they will lie, by the table's own axes, and the classes' names.
 */
import { mount } from '../../figures/plane/plane.js';
import { make, setText } from '../../ui/dom.js';
import { formatCount } from '../../ui/format.js';
import { hollowMark, mark } from '../../ui/marks.js';
import { namingOf } from '../../ui/naming.js';
import { computed, effect, tracked } from '../../ui/tracked.js';
import { outsideWords } from './words.js';

/**
 * @param {import('./import_state.js').Import} source
 * @param {number} present points that are on the page
 */
export function createPreviewPlane(source, present) {
  const box = make('div');
  const key = make('div', { class: 'own-key' });
  const outside = make('p', { class: 'outside' });
  const kept = present > 0 ? `Nothing is changed yet, and Undo brings the present ${present === 1 ? 'point' : `${formatCount(present)} points`} back. ` : 'Nothing is changed yet. ';
  const element = make(
    'div', { class: 'plane' },
    make('div', { class: 'bar' }, make('h2', {}, 'What becomes of it')),
    make('div', { class: 'canvas' }, box),
    key, outside,
    make('p', { class: 'promise' }, `${kept}The table stays in this browser; the points that you use go to the server that trains them.`),
  );
  const figure = mount(box);
  const pointed = tracked({ row: /** @type {number | null} */ (null) });
  const scene = computed(() => {
    const taken = source.taken();
    const { axes, classes, task } = taken;
    const points = taken.points.map((point, id) => ({ id, ...point }));
    return {
      points, task, classes: Math.max(2, classes.length), architecture: null, parameters: null, training: false, targetScale: 1,
      ringed: null, brush: null, showNeuron: null, faded: false,
      naming: namingOf({ name: source.name, first: 0, last: points.length, axes, classes }),
    };
  });

  const showKey = effect(() => {
    const taken = source.taken();
    const { points } = scene.value;
    const counts = taken.classes.map((_, at) => points.filter(({ target }) => target === at).length);
    key.replaceChildren(
      ...taken.classes.map((name, at) => make('span', {}, mark(at), make('b', {}, name), formatCount(counts[at]))),
      ...(points.some(({ test }) => test) ? [make('span', {}, hollowMark(0), 'test point')] : []),
    );
    setText(outside, outsideWords(taken));
  });
  const showPoints = effect(() => {
    const { row } = pointed;
    const at = row === null ? -1 : source.taken().rows.indexOf(row);
    figure.update({ ...scene.value, chosen: at < 0 ? null : at });
  });
  return {
    element,
    /** Rings a row's point. @param {number | null} row */
    point(row) {
      pointed.row = row;
    },
    destroy() {
      showKey();
      showPoints();
      figure.destroy();
    },
  };
}

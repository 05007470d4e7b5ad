/**
 * The plane on the page: what its figure is given, and what a hand on it means for the points.
 */
import { mount } from '../figures/plane/plane.js';
import { classesShown } from '../state/selectors.js';
import { byId, setAttribute } from '../ui/dom.js';
import { CLASS_NAMES } from '../ui/shapes.js';
import { isFull, mostPoints, pointsWords } from './limits.js';
import { networkNow } from './network_now.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../figures/plane/geometry.js').Place} Place */

/** In regression, the target and the output that get the full colour. */
const TARGET_SCALE = 1;

/** @type {WeakMap<import('./snapshot.js').Snapshot, import('../figures/plane/name.js').PlaneFacts>} */
const told = new WeakMap();

/** What the plane's name tells, the same for the same moment. @param {import('./snapshot.js').Snapshot} snapshot */
export function planeFacts(snapshot) {
  const { points, experiment, costs } = snapshot;
  if (!experiment) return undefined;
  const facts = told.get(snapshot) ?? {
    points: points.length,
    task: experiment.task,
    classes: classesShown(experiment, points),
    correct: Number.isNaN(costs.train_accuracy) ? null : costs.train_accuracy,
    of: points.some(({ test }) => test) ? /** @type {const} */ ('training') : /** @type {const} */ ('all'),
  };
  told.set(snapshot, facts);
  return facts;
}

/**
 * @param {Page} page
 * @param {import('./snapshot.js').Snapshots} snapshots
 * @param {import('../network/field/types.js').Field | null} field
 * @param {{onLayout: () => void, onFollow: (id: number) => void}} actions
 */
export function mountPlane(page, snapshots, field, { onLayout, onFollow }) {
  const { state, view, watch, editor } = page;

  const targetOfBrush = () => {
    const { brush, brush_target: height } = view.get();
    return state().experiment?.task === 'regression' ? height : brush;
  };

  const fullWords = () => `${pointsWords(mostPoints(state()))}. Remove some before you add others.`;

  const figure = mount(byId('plane'), {
    field,
    onAdd(place) {
      if (isFull(state())) {
        view.set({ trouble: fullWords() });
        return;
      }
      const target = targetOfBrush();
      if (!editor.canAdd(target)) {
        view.set({ trouble: `The network has no class for a ${CLASS_NAMES[target]} yet, and without a connection it gets `
          + 'none. Add the point when the connection is back.' });
        return;
      }
      const id = editor.add(place.x1, place.x2, target);
      view.set({ chosen: id, fresh: true });
    },
    onMove(id, place, phase) {
      if (phase === 'start') editor.dragStart(id);
      else if (phase === 'move') editor.drag(id, place.x1, place.x2);
      else editor.drop(id, place.x1, place.x2);
    },
    onRemove(id) {
      editor.remove([id]);
      if (view.get().chosen === id) view.set({ chosen: null });
    },
    onPick(id) {
      const again = view.get().chosen === id && !view.get().fresh;
      view.set({ chosen: again ? null : id, fresh: false });
    },
    onFollow,
    onHover: (place) => view.set({ hover: place }),
    onLayout,
  });

  const show = () => {
    const now = state();
    const { experiment, points, status, diverged } = now;
    if (!experiment) return;
    const network = points.length > 0 && !diverged ? networkNow(page) : null;
    const { chosen, shown_neuron: showNeuron, lit, looked_through: ringed, moment } = view.get();
    figure.update({
      points,
      task: experiment.task,
      classes: classesShown(experiment, points),
      architecture: network?.architecture ?? null,
      parameters: (network && moment?.scene.parameters) ?? network?.parameters ?? null,
      revision: now.frame?.revision,
      training: status === 'training' || (moment?.scene.moving ?? false),
      targetScale: TARGET_SCALE,
      chosen,
      ringed,
      brush: diverged ? null : { target: targetOfBrush(), test: false },
      showNeuron,
      told: planeFacts(snapshots.now()),
      shut: isFull(now),
      faded: diverged !== null,
      lit,
    });
  };
  watch((now) => [now.frame, now.experiment, now.points, now.status, now.diverged], show);
  snapshots.subscribe(show);
  view.subscribe(['chosen', 'brush', 'brush_target', 'shown_neuron', 'lit', 'looked_through'], show);
  /** Only a pass's update moves the boundary. @type {import('../trace/scene.js').PassScene | null} */
  let passing = null;
  view.subscribe(['moment'], ({ moment }) => {
    const scene = moment?.scene ?? null;
    const isSame = scene?.parameters === passing?.parameters && scene?.moving === passing?.moving;
    passing = scene;
    if (!isSame) show();
  });

  watch(isFull, (full) => {
    setAttribute(byId('plane'), 'aria-describedby', full ? 'points-limit' : null);
    if (!full && view.get().trouble === fullWords()) view.set({ trouble: null });
  });
  watch((now) => now.status, (status) => {
    if (status === 'training' && view.get().fresh) view.set({ chosen: null, fresh: false });
  });
  watch((now) => now.points, (points) => {
    const { chosen } = view.get();
    if (chosen !== null && !points.some(({ id }) => id === chosen)) view.set({ chosen: null });
  });
  return figure;
}

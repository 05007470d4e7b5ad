/**
 * The plane on the page: what its figure is given, and what a hand on it means for the points.
 *
 * @feature the plane, what lies over it (invitation, way out), the thread into the network
 */
import { mount } from '../../figures/plane/plane.js';
import { classesShown, tableOf } from '../../state/selectors.js';
import { lyingIn } from '../../network/slice.js';
import { byId, setAttribute } from '../../ui/dom.js';
import { oneOf } from '../../ui/class_words.js';
import { namingOf } from '../../ui/naming.js';
import { assign, computed, effect, onChange, whenever } from '../../ui/tracked.js';
import { clearSample, isSample } from '../first/sample.js';
import { isFull, mostPoints, pointsWords } from '../points/limits.js';
import { pointsDrawn } from './looks.js';
import { heldNow, networkNow } from '../network/network_now.js';
import { refusalWords } from '../reading/attempts.js';

/** @typedef {import('../page.js').Page} Page */

/** In regression, the target and the output that get the full colour. */
const TARGET_SCALE = 1;

/** @type {WeakMap<import('../snapshot.js').Snapshot, import('../../figures/plane/name.js').PlaneFacts>} */
const told = new WeakMap();

/** What the plane's name tells, the same for the same moment. @param {import('../snapshot.js').Snapshot} snapshot */
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
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../../network/field/types.js').Field | null} shared.field paints the regions
 * @param {import('./thread.js').Thread} shared.thread
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 */
export function mountPlane(page, { snapshots, field, thread, explaining }) {
  const { state, view, editor } = page;

  const targetOfBrush = () => {
    const { index, height } = view.brush;
    return state.experiment?.task === 'regression' ? height : index;
  };

  const fullWords = () => `${pointsWords(mostPoints(state))}. Remove some before you add others.`;

  /** @param {{x1: number, x2: number}} place */
  const addOwn = async (place) => {
    const target = targetOfBrush();
    try {
      await clearSample(page);
    } catch (error) {
      view.reading.trouble = refusalWords(error, state);
      view.first.sample = true;
      return;
    }
    add(place, target);
  };

  /** @param {{x1: number, x2: number}} place @param {number} [target] */
  const add = (place, target = targetOfBrush()) => {
    if (isFull(state)) {
      view.reading.trouble = fullWords();
      return;
    }
    if (!editor.canAdd(target)) {
      view.reading.trouble = `The network has no class for ${oneOf(namingOf(tableOf(state)).classes[target])} yet, and without a connection it gets `
        + 'none. Add the point when the connection is back.';
      return;
    }
    const id = editor.add(place.x1, place.x2, target, false, lyingIn(heldNow(page)));
    assign(view.plane, { chosen: id, fresh: true });
  };

  const figure = mount(byId('plane'), {
    field,
    onAdd: (place) => (isSample(page) ? addOwn(place) : add(place)),
    onMove(id, place, phase) {
      if (phase === 'start') editor.dragStart([id]);
      else if (phase === 'move') editor.drag([{ id, x1: place.x1, x2: place.x2 }]);
      else editor.drop([{ id, x1: place.x1, x2: place.x2 }]);
    },
    onRemove(id) {
      editor.remove([id]);
      if (view.plane.chosen === id) view.plane.chosen = null;
    },
    onPick(id) {
      const hit = isSample(page) && state.points.find((point) => point.id === id);
      if (hit) {
        addOwn(hit); // a sample's points are no one's: a click among them is the first of one's own
        return;
      }
      const again = view.plane.chosen === id && !view.plane.fresh;
      assign(view.plane, { chosen: again ? null : id, fresh: false });
    },
    onFollow: explaining.begin,
    onHover: (place) => { view.plane.hover = place; },
    onLayout: thread.draw,
  });

  /** Only a pass's update moves the boundary. */
  const passing = computed(() => view.follow.moment?.scene.parameters ?? null);
  const moving = computed(() => view.follow.moment?.scene.moving ?? false);

  const drawn = pointsDrawn(page);
  effect(() => {
    const { experiment, points, status, diverged, frame } = state;
    if (!experiment) return;
    const showNeuron = view.closer.neuron ?? view.network.shown_neuron;
    const network = (points.length > 0 || showNeuron) && !diverged ? networkNow(page) : null;
    const { chosen, lit } = view.plane;
    figure.update({
      points: drawn.value,
      task: experiment.task,
      classes: classesShown(experiment, points),
      architecture: network?.architecture ?? null,
      parameters: (network && passing.value) ?? network?.parameters ?? null,
      revision: frame?.revision,
      training: status === 'training' || moving.value || view.past.moving,
      targetScale: TARGET_SCALE,
      chosen,
      ringed: view.inspector.looked_through,
      brush: diverged ? null : { target: targetOfBrush(), test: false },
      showNeuron,
      told: planeFacts(snapshots.now()),
      shut: isFull(state),
      faded: diverged !== null,
      reach: view.plane.reach,
      naming: namingOf(tableOf(state)),
      lit,
    });
  });

  whenever(() => isFull(state), (full) => {
    setAttribute(byId('plane'), 'aria-describedby', full ? 'points-limit' : null);
    if (!full && view.reading.trouble === fullWords()) view.reading.trouble = null;
  });
  onChange(() => state.status, (status) => {
    if (status === 'training' && view.plane.fresh) assign(view.plane, { chosen: null, fresh: false });
  });
  onChange(() => state.points, (points) => {
    const { chosen } = view.plane;
    if (chosen !== null && !points.some(({ id }) => id === chosen)) view.plane.chosen = null;
  });
  thread.leaveFrom(figure);
}

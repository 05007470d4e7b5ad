/**
 * The network on the page: what its figure is given, and what its controls ask for.
 *
 * @feature the network, what it answers, and the ties of symbols to its elements
 */
import { mount } from '../../figures/network/network.js';
import { PLAIN } from '../../figures/network/scene.js';
import { neuronKey } from '../../network/keys.js';
import { byId } from '../../ui/dom.js';
import { effect, onChange } from '../../ui/tracked.js';
import { pickFloor } from '../mountain/picking.js';
import { networkNow, passAt } from './network_now.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {object} shared
 * @param {import('../snapshot.js').Snapshots} shared.snapshots
 * @param {import('../../network/field/types.js').Field | null} shared.field paints the neurons' maps
 * @param {import('../plane/thread.js').Thread} shared.thread
 * @param {import('../explaining/explaining.js').Explaining} shared.explaining
 */
export function mountNetwork(page, { snapshots, field, thread, explaining }) {
  const { state, view, attempt } = page;
  const figure = mount(byId('network'), {
    field,
    editable: true,
    tapShows: true,
    onAddNeuron: (layer) => attempt({ type: 'add_neuron', layer }),
    onRemoveNeuron: (layer, neuron) => attempt({ type: 'remove_neuron', layer, neuron }),
    onAddLayer: (layer) => {
      const neurons = neuronsOfNewLayer(state.experiment?.hidden ?? [], layer, state.limits?.max_neurons);
      attempt({ type: 'add_layer', layer, neurons });
    },
    onRemoveLayer: (layer) => attempt({ type: 'remove_layer', layer }),
    onHover: (key) => { view.network.pointed = key; },
    onOpen: explaining.open,
    onPick: (key) => pickFloor(page, key),
    onLayout() {
      view.network.numbers = figure.numbers;
      thread.draw();
      explaining.place();
    },
  });

  effect(() => {
    const network = networkNow(page);
    if (!network) return;
    const { plane: { hover }, network: { linked, shown_neuron: shown }, follow: { moment }, inspector: { inspected }, closer } = view;
    const isFollowed = moment !== null && inspected === null;
    const told = snapshots.now();
    const isTold = told.architecture === network.architecture;
    figure.update({
      ...PLAIN,
      ...network,
      highlight: shownKeys(shown, linked),
      selected: inspected ?? (closer.neuron && closer.looked),
      training: state.status === 'training' || view.past.moving,
      point: isTold ? pointOf(told) : null,
      hover: hover ? passAt(page, hover) : null,
      cost: isTold && !Number.isNaN(told.costs.train) ? told.costs.train : null,
      costName: captionOfCost(told.experiment),
      told,
      ...(isFollowed ? sceneOf(moment) : {}),
    });
  });
  effect(() => {
    const { limits } = state;
    if (limits) figure.limit({ neurons: limits.max_neurons, layers: limits.max_hidden_layers });
  });
  onChange(() => sizesOf(state.experiment), () => { view.network.shown_neuron = null; });
  thread.leadTo(figure);
  explaining.standOver(() => figure.columns);
}

/** What a pass puts in the place of the network as it is. @param {import('../follow/pass.js').Moment} moment */
function sceneOf({ scene: { moving, ...scene } }) {
  return { ...scene, costName: 'cost of the point', training: moving, hover: null };
}

/** What stands at C while no pass is followed. @param {import('../../types.js').Experiment | null} experiment */
export function captionOfCost(experiment) {
  const penalty = experiment !== null && (experiment.l1 > 0 || experiment.l2 > 0);
  return `cost over all training points${penalty ? ', the penalty included' : ''}`;
}

/** @type {WeakMap<import('../snapshot.js').Snapshot, import('../../figures/network/scene.js').PointPass>} */
const passes = new WeakMap();

/** The chosen point's pass, the same for the same moment. @param {import('../snapshot.js').Snapshot} snapshot */
function pointOf(snapshot) {
  const { chosen, pass } = snapshot;
  if (!chosen || !pass) return null;
  const known = passes.get(snapshot) ?? { ...pass, x1: chosen.x1, x2: chosen.x2 };
  passes.set(snapshot, known);
  return known;
}

/**
 * A new layer is as wide as the hidden one before it, or as the one after it.
 * @param {number[]} hidden sizes of layers 2..n-1
 * @param {number} layer that the new one becomes
 * @param {number} [most] neurons that a layer may have
 */
export function neuronsOfNewLayer(hidden, layer, most = Infinity) {
  const fallback = 4;
  return Math.min(most, hidden[layer - 3] ?? hidden[layer - 2] ?? fallback);
}

/**
 * @param {{layer: number, neuron: number} | null} shown
 * @param {ReadonlySet<string>} linked
 * @returns {ReadonlySet<string>}
 */
function shownKeys(shown, linked) {
  return shown ? new Set(linked).add(neuronKey(shown.layer, shown.neuron)) : linked;
}

/** @param {import('../../types.js').Experiment | null} experiment */
function sizesOf(experiment) {
  if (!experiment) return [];
  const { features, hidden, task, classes } = experiment;
  return [...features, ...hidden, task, classes];
}

/**
 * The network on the page: what its figure is given, and what its controls ask for.
 */
import { mount, PLAIN } from '../figures/network/network.js';
import { neuronKey } from '../figures/network/keys.js';
import { byId } from '../ui/dom.js';
import { networkNow, passAt } from './network_now.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * @param {Page} page
 * @param {import('../types.js').Field | null} field
 * @param {{onLayout: () => void, onOpen: (key: string) => void}} actions
 */
export function mountNetwork(page, field, { onLayout, onOpen }) {
  const { state, view, watch, attempt } = page;
  const figure = mount(byId('network'), {
    field,
    editable: true,
    onAddNeuron: (layer) => attempt({ type: 'add_neuron', layer }),
    onRemoveNeuron: (layer, neuron) => attempt({ type: 'remove_neuron', layer, neuron }),
    onAddLayer: (layer) => {
      const neurons = neuronsOfNewLayer(state().experiment?.hidden ?? [], layer, state().limits?.max_neurons);
      attempt({ type: 'add_layer', layer, neurons });
    },
    onRemoveLayer: (layer) => attempt({ type: 'remove_layer', layer }),
    onHover: (key) => view.set({ pointed: key }),
    onOpen,
    onLayout,
  });

  const show = () => {
    const now = state();
    const network = networkNow(page);
    if (!network || !now.frame) return;
    const { chosen, hover, moment, inspected, linked } = view.get();
    const isFollowed = moment !== null && inspected === null;
    const point = isFollowed ? null : now.points.find(({ id }) => id === chosen);
    const pass = point && passAt(page, point);
    const cost = now.diverged ? NaN : now.frame.train_cost;
    figure.update({
      ...PLAIN,
      ...network,
      highlight: shownKeys(view.get().shown_neuron, linked),
      selected: inspected,
      training: now.status === 'training',
      point: point && pass ? { ...pass, x1: point.x1, x2: point.x2 } : null,
      hover: hover ? passAt(page, hover) : null,
      cost: now.points.length === 0 ? null : cost,
      ...(isFollowed ? sceneOf(moment) : {}),
    });
  };
  watch((now) => now.limits, (limits) => {
    if (limits) figure.limit({ neurons: limits.max_neurons, layers: limits.max_hidden_layers });
  });
  watch((now) => [now.frame, now.experiment, now.points, now.status, now.diverged], show);
  watch((now) => sizesOf(now.experiment), () => view.set({ shown_neuron: null }));
  view.subscribe(['chosen', 'hover', 'shown_neuron', 'way_back', 'moment', 'inspected', 'linked'], show);
  return figure;
}

/** What a pass puts in the place of the network as it is. @param {import('./follow/pass.js').Moment} moment */
function sceneOf({ scene: { moving, ...scene } }) {
  return { ...scene, training: moving, hover: null };
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

/** @param {import('../types.js').Experiment | null} experiment */
function sizesOf(experiment) {
  if (!experiment) return [];
  const { features, hidden, task, classes } = experiment;
  return [...features, ...hidden, task, classes];
}

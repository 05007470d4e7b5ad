/**
 * The network on the page: what its figure is given, and what its controls ask for.
 */
import { mount, PLAIN } from '../figures/network/network.js';
import { neuronKey, parseKey } from '../figures/network/keys.js';
import { byId } from '../ui/dom.js';
import { networkNow, passAt } from './network_now.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {Page} page @param {import('../types.js').Field | null} field @param {() => void} onLayout */
export function mountNetwork(page, field, onLayout) {
  const { state, view, watch, attempt } = page;
  const { limits } = state();
  const figure = mount(byId('network'), {
    field,
    editable: true,
    limits: { neurons: limits?.max_neurons ?? 16, layers: limits?.max_hidden_layers ?? 8 },
    onAddNeuron: (layer) => attempt({ type: 'add_neuron', layer }),
    onRemoveNeuron: (layer, neuron) => attempt({ type: 'remove_neuron', layer, neuron }),
    onAddLayer: (layer) => {
      const neurons = neuronsOfNewLayer(state().experiment?.hidden ?? [], layer);
      attempt({ type: 'add_layer', layer, neurons });
    },
    onRemoveLayer: (layer) => attempt({ type: 'remove_layer', layer }),
    onOpen: (key) => {
      const element = parseKey(key, sizesNow().length);
      if (element?.kind === 'neuron') toggleNeuron(element);
    },
    onLayout,
  });

  const sizesNow = () => networkNow(page)?.architecture.sizes ?? [];

  /** Shows a neuron's map on the plane, or the plane again. @param {{layer: number, neuron: number}} one */
  function toggleNeuron({ layer, neuron }) {
    const shown = view.get().shown_neuron;
    const again = shown?.layer === layer && shown.neuron === neuron;
    view.set({ shown_neuron: again ? null : { layer, neuron } });
  }

  const show = () => {
    const now = state();
    const network = networkNow(page);
    if (!network || !now.frame) return;
    const { chosen, hover } = view.get();
    const point = now.points.find(({ id }) => id === chosen);
    const pass = point && passAt(page, point);
    const cost = now.diverged ? NaN : now.frame.train_cost;
    figure.update({
      ...PLAIN,
      ...network,
      highlight: shownKeys(view.get().shown_neuron),
      training: now.status === 'training',
      point: point && pass ? { ...pass, x1: point.x1, x2: point.x2 } : null,
      hover: hover ? passAt(page, hover) : null,
      cost: now.points.length === 0 ? null : cost,
    });
  };
  watch((now) => [now.frame, now.experiment, now.points, now.status, now.diverged], show);
  watch((now) => sizesOf(now.experiment), () => view.set({ shown_neuron: null }));
  view.subscribe(['chosen', 'hover', 'shown_neuron', 'way_back'], show);
  return figure;
}

/**
 * A new layer is as wide as the hidden one before it, or as the one after it.
 * @param {number[]} hidden sizes of layers 2..n-1
 * @param {number} layer that the new one becomes
 */
export function neuronsOfNewLayer(hidden, layer) {
  const fallback = 4;
  return hidden[layer - 3] ?? hidden[layer - 2] ?? fallback;
}

/** @param {{layer: number, neuron: number} | null} shown @returns {ReadonlySet<string>} */
function shownKeys(shown) {
  return shown ? new Set([neuronKey(shown.layer, shown.neuron)]) : PLAIN.highlight;
}

/** @param {import('../types.js').Experiment | null} experiment */
function sizesOf(experiment) {
  if (!experiment) return [];
  const { features, hidden, task, classes } = experiment;
  return [...features, ...hidden, task, classes];
}

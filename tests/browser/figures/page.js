/**
 * Mounts the figures for a test, which hands scenes in as plain data and reads back what the figures called.
 */

import { mount as mountNetwork } from '/static/js/figures/network/network.js';
import { PLAIN } from '/static/js/figures/network/scene.js';
import { mount as mountPlane } from '/static/js/figures/plane/plane.js';
import { mount as mountThread } from '/static/js/figures/thread.js';
import { Architecture } from '/static/js/network/architecture.js';
import { createField } from '/static/js/network/field.js';
import { feedforward } from '/static/js/network/forward.js';

let calls = [];
/** Notes a call, and answers it where the test says how: `figures.answers.onAdd = ...`. */
const record = (name) => (...values) => {
  calls.push([name, ...values]);
  window.figures.answers[name]?.(...values);
};
const recorders = (...names) => Object.fromEntries(names.map((name) => [name, record(name)]));

let state;
let plane;
let network;
let thread;

/** Weights that look like weights, the same every time. */
const plausible = ({ parameterCount }) =>
  Float64Array.from({ length: parameterCount }, (_, index) => 1.6 * Math.sin(12.9898 * (index + 1)));

function update(changes) {
  state = { ...state, ...changes };
  const { points, task, classes, architecture, parameters, training, chosen, brush } = state;
  const { showNeuron, hover } = state;
  const pass = (place) => place && { ...place, ...feedforward(architecture, parameters, place.x1, place.x2) };
  const point = points.find(({ id }) => id === chosen);
  plane?.update({
    points, task, classes, architecture, parameters, training, chosen, brush, showNeuron,
    targetScale: 1, faded: false,
  });
  network?.update({
    ...PLAIN, architecture, parameters, training, cost: 0.09,
    point: pass(point) ?? null, hover: pass(hover),
    highlight: new Set(state.highlight), selected: state.selected, symbols: new Set(state.symbols),
    dim: state.dim && { rest: state.dim.rest, keep: new Map(state.dim.keep) }, pulses: state.pulses,
  });
  updateThread();
}

function updateThread() {
  if (!plane || !network || !thread) return;
  const point = state.points.find(({ id }) => id === state.chosen);
  thread.update(point ? { from: plane.anchor(point), to: network.inputAnchors() } : null);
}

window.figures = {
  get calls() { return calls; },
  update,
  get plane() { return plane; },
  get network() { return network; },
  start(experiment, changes = {}, options = {}) {
    for (const figure of [plane, network, thread]) figure?.destroy();
    plane = network = thread = undefined;
    document.activeElement.blur();
    scrollTo(0, 0);
    calls = [];
    window.figures.answers = {};
    const architecture = new Architecture(experiment);
    const parameters = changes.parameters ? Float64Array.from(changes.parameters) : plausible(architecture);
    state = {
      points: [], task: experiment.task, classes: experiment.classes, training: false, chosen: null,
      brush: { target: 0, test: false }, showNeuron: null, hover: null, highlight: [], selected: null,
      symbols: [], dim: null, pulses: [], ...changes, architecture, parameters,
    };
    const field = createField({ document, ...options.field });
    plane = mountPlane(document.getElementById('plane'), {
      field, onLayout: updateThread, ...recorders('onAdd', 'onMove', 'onRemove', 'onPick', 'onFollow', 'onHover'),
    });
    network = mountNetwork(document.getElementById('network'), {
      field, editable: true, onLayout: updateThread, ...options.network,
      ...recorders('onHover', 'onOpen', 'onAddNeuron', 'onRemoveNeuron', 'onAddLayer', 'onRemoveLayer'),
    });
    thread = mountThread(document.getElementById('stage'));
    update({});
  },
  /** Another architecture, as after an edit on the figure. */
  reshape(experiment) {
    const architecture = new Architecture(experiment);
    update({ architecture, parameters: plausible(architecture), classes: experiment.classes });
  },
  nudge(amount) {
    update({ parameters: state.parameters.map((value, index) => value + amount * Math.sin(index)) });
  },
};
document.body.dataset.ready = 'true';

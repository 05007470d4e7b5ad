/**
 * What stands beside a caption: the place on the activation's curve, or the truth beside the output.
 */
import { bendOf } from '../../network/outputs.js';
import { mount as mountCurve } from '../../figures/curve.js';
import { neuronsOf } from '../../trace/phases.js';
import { plainNumber } from '../../trace/printed.js';
import { make } from '../../ui/dom.js';
import { className } from '../../ui/class_words.js';
import { mark } from '../../ui/marks.js';

/** @typedef {import('./pass.js').Moment} Moment */

/** Share of a forward phase after which the sum is complete and is bent. */
const SUMMED = 0.65;

/**
 * The curve that a phase speaks of; null for one without, as the input, the cost, and softmax, which has none of its own.
 * @param {Moment} moment
 * @returns {import('../../figures/curve.js').CurveScene | null}
 */
export function curveOf({ subject: { trace, architecture, experiment }, phases, at, progress, walk }) {
  const phase = phases[at];
  if (phase.kind !== 'forward' && phase.kind !== 'backward') return null;
  const isOutput = phase.layer === architecture.layers;
  const activation = isOutput ? bendOf(experiment.output) : experiment.activation;
  const backward = phase.kind === 'backward';
  if (activation === 'softmax' || (isOutput && backward && experiment.cost === 'cross_entropy')) return null;
  const z = /** @type {number[]} */ (trace.pre_activations[phase.layer])[walk];
  const travelled = Math.min(1, Math.max(0, (progress - SUMMED) / (1 - SUMMED)));
  return { activation, z, shows: backward ? 'slope' : 'value', travelled: backward ? 1 : travelled };
}

/** Whether a phase has the output and the truth side by side. @param {Moment} moment */
export function showsTruth({ subject: { architecture }, phases, at }) {
  const { kind, layer } = phases[at];
  return kind === 'cost' || ((kind === 'forward' || kind === 'backward') && layer === architecture.layers);
}

/** @param {Moment} moment */
function truthRows({ subject: { trace, architecture, experiment }, phases, at, walk }) {
  const outputs = /** @type {number[]} */ (trace.activations[architecture.layers]);
  const looked = phases[at].kind === 'cost' ? -1 : neuronsOf(phases[at], architecture.sizes)[walk].neuron;
  return outputs.map((output, neuron) => make(
    'tr', { class: neuron === looked ? 'looked' : null },
    make('th', { scope: 'row' }, ...(experiment.task === 'classification'
      ? [mark(architecture.classOf(neuron), 5), make('span', { class: 'vh' }, className(architecture, architecture.classOf(neuron)))] : ['output'])),
    make('td', { 'data-el': `a:${architecture.layers}:${neuron}` }, plainNumber(output)),
    make('td', { 'data-el': `y:${neuron}` }, plainNumber(trace.target[neuron])),
  ));
}

export function createAside() {
  const curveBox = make('div', { class: 'curve-box' });
  const curve = mountCurve(curveBox);
  const rows = make('tbody');
  const table = make(
    'table', { class: 'truth' },
    make('caption', { class: 'vh' }, 'Output and truth'),
    make('thead', {}, make('tr', {}, make('td'), make('th', { scope: 'col' }, make('i', {}, 'a')), make('th', { scope: 'col' }, make('i', {}, 'y')))),
    rows,
  );
  const element = make('div', { class: 'aside' }, curveBox, table);

  return {
    element,
    /** @param {Moment} moment @param {boolean} anew another phase, neuron or trace than before */
    update(moment, anew) {
      const scene = curveOf(moment);
      curveBox.hidden = scene === null;
      if (scene) curve.update(scene);
      if (!anew) return;
      table.hidden = !showsTruth(moment);
      if (!table.hidden) rows.replaceChildren(...truthRows(moment));
    },
  };
}


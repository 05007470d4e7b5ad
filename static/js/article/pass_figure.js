/** @file Figures 3, 7 and 9: a point's pass through a network, played, scrubbed and stepped, with the numbers of each phase. */

import { mount as mountNetwork } from '../figures/network/network.js';
import { PLAIN } from '../figures/network/scene.js';
import { mount as mountPlane } from '../figures/plane/plane.js';
import { createField } from '../network/field.js';
import { captionOf } from '../trace/captions/index.js';
import { neuronsOf, phaseName, phasesOf } from '../trace/phases.js';
import { plainNumber } from '../trace/printed.js';
import { sceneAt } from '../trace/scene.js';
import { createTimeline } from '../trace/timeline.js';
import { setText } from '../ui/dom.js';
import { formatNumber } from '../ui/format.js';
import { CLASS_NAMES } from '../ui/shapes.js';
import { said } from '../words/sentence.js';
import { createClock } from './clock.js';
import { pointing } from './network_figure.js';
import { createChoices, part } from './parts.js';
import { createPassCaption } from './pass_caption.js';
import { createPassControls } from './pass_controls.js';
import { traceOf } from './trace.js';

/** @typedef {import('../types.js').Point} Point */

/** @param {HTMLElement} figure @param {import('./context.js').Context} context */
export function mount(figure, context) {
  const { reader, networks } = context;
  const own = figure.dataset.network === 'worked';
  const network = own ? networks.worked : networks.article;
  const field = own ? createField({ document }) : context.field;
  const { architecture, experiment } = network;
  const forwardOnly = figure.dataset.until === 'forward';
  const phases = phasesOf(architecture.layers, { update: false })
    .filter(({ kind }) => !forwardOnly || kind === 'input' || kind === 'forward');
  const timeline = createTimeline(phases.length);
  const rest = phases.findIndex(({ kind, layer }) => `${kind} ${layer}` === figure.dataset.rest);
  let point = network.followed;
  let trace = traceOf(network, point);
  let walk = tellingNeuron(trace, phases[rest]);
  /** Until a reader touches it, the pass rests on its most telling moment; it plays from the start all the same. */
  let untouched = true;
  /** @type {ReadonlySet<string>} */
  let lit = new Set();

  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const followMotion = () => timeline.setStills(still.matches);
  still.addEventListener('change', followMotion);
  followMotion();

  const drawn = mountNetwork(part(figure, 'live'), { field, cost: !forwardOnly, ...pointing(reader, architecture.sizes) });
  const caption = createPassCaption(part(figure, 'caption'));
  const clock = createClock(figure, (milliseconds) => {
    timeline.advance(milliseconds);
    show();
    return timeline.playing !== 'still';
  });
  /** Does something with the timeline, then shows what came of it. @param {() => void} act */
  const acting = (act) => () => {
    act();
    untouched = false;
    walk = 0;
    show();
    if (timeline.playing !== 'still') clock.run();
  };
  const controls = createPassControls({
    onPlay: acting(() => {
      if (untouched) timeline.seek(0, 0);
      if (timeline.playing === 'still') timeline.play();
      else timeline.pause();
    }),
    onPrevious: acting(timeline.previous),
    onNext: acting(timeline.next),
    onSeek: (phase, progress) => acting(() => timeline.seek(phase, progress))(),
    onWalk(next) {
      walk = next;
      show();
    },
  });
  part(figure, 'controls').append(controls.element);

  const plane = own ? null : mountOwnPoint(figure, context, (next) => reader.set({ point: next }));

  function show() {
    const phase = phases[timeline.phase];
    const walkers = neuronsOf(phase, architecture.sizes);
    walk = Math.min(walk, walkers.length - 1);
    drawn.update({
      ...PLAIN, architecture, highlight: lit, ...sceneAt(trace, architecture, { phase, progress: timeline.progress, walk }),
    });
    caption.update(captionOf({ trace, architecture, experiment }, phase, walk));
    controls.update({
      phase: timeline.phase, progress: timeline.progress, playing: timeline.playing !== 'still', count: phases.length,
      name: phaseName(phase, architecture.layers), walk,
      neurons: phase.kind === 'input' || phase.kind === 'cost' ? 0 : walkers.length,
    });
  }

  const answer = figure.querySelector('.said');
  reader.follow((state) => {
    lit = state.lit;
    if (!own && state.point !== point) {
      point = state.point;
      trace = traceOf(network, point);
    }
    plane?.update(point);
    if (answer) setText(answer, answerSentence(/** @type {number[]} */ (trace.activations[architecture.layers]), point).text);
    show();
  });
  timeline.seek(rest);
  show();
}

/**
 * The neuron of a phase that has the most to tell: the most active one, or the one with the most blame.
 * @param {import('../trace/types.js').Trace} trace
 * @param {import('../trace/types.js').Phase} phase
 */
function tellingNeuron({ activations, deltas }, { kind, layer }) {
  const sizes = /** @type {number[]} */ ((kind === 'backward' ? deltas : activations)[layer]).map(Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

/**
 * The network's answer to a point.
 * @param {readonly number[]} outputs   probabilities
 * @param {Point} point
 * @returns {import('../words/sentence.js').Sentence}
 */
export function answerSentence(outputs, { x1, x2, target }) {
  const greatest = Math.max(...outputs);
  const best = outputs.flatMap((a, k) => (a === greatest ? [k] : []));
  const share = plainNumber(greatest);
  const place = [x1, x2].map((value) => formatNumber(value));
  const at = `At (${place.join(', ')}) the network`;
  if (best.length > 1) {
    return said(`${at} can\u2019t decide: ${best.map((k) => `\u201c${CLASS_NAMES[k]}\u201d`).join(' and ')} get a probability of ${share} each.`,
      { that: 'at', place }, { that: 'answers', classes: best, share });
  }
  const isRight = best[0] === target;
  const verdict = isRight ? 'which is right' : `but it is a ${CLASS_NAMES[target]}`;
  return said(`${at} says \u201c${CLASS_NAMES[best[0]]}\u201d with probability ${share}, ${verdict}.`,
    { that: 'at', place }, { that: 'answers', classes: best, share }, { that: 'is right', right: isRight });
}

/**
 * The small plane on which the reader drags the point, and the choice of its class.
 * @param {HTMLElement} figure
 * @param {import('./context.js').Context} context
 * @param {(point: Point) => void} onMove
 */
function mountOwnPoint(figure, { networks: { article }, reader, field }, onMove) {
  const { architecture, parameters, experiment } = article;
  const moveTo = (/** @type {{x1: number, x2: number}} */ place) => onMove({ ...reader.state.point, ...place });
  const plane = mountPlane(part(figure, 'plane'), { field, onAdd: moveTo, onMove: (_, place) => moveTo(place) });
  const target = createChoices({
    label: 'The class of the point',
    choices: [['0', 'circle'], ['1', 'square']],
    value: String(reader.state.point.target),
    onChoose: (own) => onMove({ ...reader.state.point, target: Number(own) }),
  });
  part(figure, 'target').append('It is a', target.element);
  return {
    /** @param {Point} point */
    update(point) {
      target.show(/** @type {'0' | '1'} */ (String(point.target)));
      plane.update({
        points: [point], task: experiment.task, classes: experiment.classes, architecture, parameters, training: false,
        targetScale: 1, chosen: point.id, brush: { target: point.target, test: false }, showNeuron: null, faded: false,
      });
    },
  };
}

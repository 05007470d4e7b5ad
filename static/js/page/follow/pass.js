/**
 * One followed pass: its trace, its phases, its timeline, and what is looked at; each moment of it as a plain value.
 */
import { createTimeline } from '../../trace/timeline.js';
import { neuronsOf, phasesOf } from '../../trace/phases.js';
import { sceneAt } from '../../trace/scene.js';
import { createWalk } from './walk.js';

/** @typedef {import('../../trace/types.js').Phase} Phase */
/** @typedef {import('../../trace/types.js').Subject} Subject */

/**
 * @typedef {object} Moment what the page shows of a pass just now
 * @property {Subject} subject
 * @property {readonly Phase[]} phases
 * @property {number} at index of the phase
 * @property {number} progress 0..1 within it
 * @property {number} walk which of the phase's neurons is looked at
 * @property {number | null} source which of that neuron's weights an update is told of; null: its bias
 * @property {boolean} playing
 * @property {import('../../trace/scene.js').PassScene} scene
 */

/**
 * The weight or bias of a neuron that an update moves most.
 * @param {Subject} subject
 * @param {{layer: number, neuron: number}} place
 * @returns {number | null}
 */
export function mostMoved({ trace, architecture }, { layer, neuron }) {
  const { after } = /** @type {import('../../trace/types.js').TraceUpdate} */ (trace.update);
  const moved = (/** @type {number | null} */ source) => {
    const index = source === null
      ? architecture.biasIndex(layer, neuron)
      : architecture.weightIndex(layer, neuron, source);
    return Math.abs(after[index] - trace.parameters[index]);
  };
  /** @type {number | null} */
  let most = null;
  for (let source = 0; source < architecture.sizes[layer - 2]; source += 1) {
    if (moved(source) > moved(most)) most = source;
  }
  return most;
}

/** @param {Subject} first */
export function createPass(first) {
  let subject = first;
  const phases = phasesOf(subject.architecture.layers, { update: subject.trace.update !== null });
  const timeline = createTimeline(phases.length);
  const walk = createWalk(subject.architecture.sizes);
  /** A weight chosen by hand, as long as its neuron is looked at. @type {{walk: number, source: number | null} | null} */
  let chosen = null;

  const phase = () => phases[timeline.phase];

  /** @param {number} walked */
  function sourceAt(walked) {
    if (phase().kind !== 'update') return null;
    if (chosen?.walk === walked) return chosen.source;
    return mostMoved(subject, neuronsOf(phase(), subject.architecture.sizes)[walked]);
  }

  return {
    phases,
    timeline,
    get subject() {
      return subject;
    },

    /** Another trace of the same shape, with the time where it is. @param {Subject} next */
    renew(next) {
      subject = next;
    },

    /** @param {number} by */
    walk(by) {
      walk.move(phase(), by);
    },

    /** @param {number | null} source */
    choose(source) {
      chosen = { walk: walk.at(phase()), source };
    },

    /** @returns {Moment} */
    moment() {
      walk.enter(phase());
      const walked = walk.at(phase());
      const { phase: at, progress, playing } = timeline;
      return Object.freeze({
        subject,
        phases,
        at,
        progress,
        walk: walked,
        source: sourceAt(walked),
        playing: playing !== 'still',
        scene: sceneAt(subject.trace, subject.architecture, { phase: phase(), progress, walk: walked }),
      });
    },
  };
}

/** @typedef {ReturnType<typeof createPass>} Pass */

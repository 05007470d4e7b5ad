/**
 * One of the runs that lie beside each other: its name, its plane with the boundary of another, its network.
 */
import { mount as mountNetwork } from '../../figures/network/network.js';
import { PLAIN } from '../../figures/network/scene.js';
import { mount as mountPlane } from '../../figures/plane/plane.js';
import { createField } from '../../network/field.js';
import { make, makeSvg, setAttribute, setText } from '../../ui/dom.js';
import { capital, formatCount } from '../../ui/format.js';
import { SIDE } from './boundary.js';

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../types.js').Frame} Frame */

/** In regression, the target and the output that get the full colour. */
const TARGET_SCALE = 1;

/**
 * @typedef {object} HalfScene
 * @property {Architecture} architecture
 * @property {Frame} frame
 * @property {readonly import('../../types.js').Point[]} points
 * @property {number} classes
 * @property {boolean} training
 * @property {number | null} broken
 * @property {number | null} ended where its record ends, if a later moment is looked at
 * @property {string} boundary of another run, as a path; empty: none
 * @property {import('../../ui/naming.js').Naming} naming
 */

/**
 * @param {object} about
 * @param {string} about.name
 * @param {string} about.rest what is said beside the name
 * @param {boolean} about.first whether its curve is the one in full
 * @param {() => void} about.onKeep
 */
export function createHalf({ name, rest, first, onKeep }) {
  const field = createField({ document });
  const stopped = make('span', { class: 'stopped', role: 'status' });
  const keep = make('button', { class: 'quiet', title: `Puts “${name}” in the place of the run; Undo brings that back`, onclick: onKeep }, 'Go on with this one');
  const heading = make('h3', {}, capital(name));
  const bar = make('div', { class: 'name-of-run' }, make('i', { class: first ? 'sample full' : 'sample', 'aria-hidden': 'true' }), heading, make('span', { class: 'rest' }, rest), stopped, keep);
  const plane = make('div', { class: 'plane', 'aria-label': `Plane of ${name}` });
  const line = makeSvg('path', { class: 'other', 'vector-effect': 'non-scaling-stroke' });
  const over = makeSvg('svg', { viewBox: `0 0 ${SIDE} ${SIDE}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, line);
  const network = make('div', { class: 'network', 'aria-label': `Network of ${name}` });
  const element = make('section', { class: 'half', 'aria-label': capital(name) }, bar, make('div', { class: 'pictures' }, make('div', { class: 'plane-box' }, plane, over), network));
  const planeFigure = mountPlane(plane, { field });
  const networkFigure = mountNetwork(network, { field, cost: false });

  return {
    element,
    keep,
    /** @param {HalfScene} scene */
    update({ architecture, frame, points, classes, training, broken, ended, boundary, naming }) {
      const { parameters } = frame;
      planeFigure.update({
        points, task: architecture.task, classes, architecture, parameters, training, naming, targetScale: TARGET_SCALE,
        chosen: null, brush: null, showNeuron: null, faded: false,
      });
      networkFigure.update({ ...PLAIN, architecture, parameters, training, told: frame });
      setAttribute(line, 'd', boundary);
      setText(stopped, broken !== null ? `stopped at step ${formatCount(broken)}: not a number` : ended !== null ? `ends at step ${formatCount(ended)}` : '');
    },
    destroy() {
      planeFigure.destroy();
      networkFigure.destroy();
      field.destroy();
    },
  };
}

/** @typedef {ReturnType<typeof createHalf>} Half */

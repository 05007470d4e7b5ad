/**
 * What each key does, and how it is written for people.
 */
import { TAKE_OUT } from '../addresses.js';
import { assign, batch } from '../../ui/tracked.js';
import { chooseBrush } from '../brush/brush.js';
import { lookAway } from '../closer/state.js';
import { nextMark } from '../health/state.js';
import { nextChooser } from '../tools/state.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @typedef {object} Binding
 * @property {string[]} keys as in KeyboardEvent
 * @property {string} shown how the key is written for people
 * @property {string} does
 * @property {boolean} single a letter, digit or sign without a modifier, which can be turned off
 * @property {(key: string) => void} run
 * @property {() => boolean} [applies] whether it does anything just now
 */

const REMOVING = ['Delete', 'Backspace'];
const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
const UPRIGHT = ['ArrowUp', 'ArrowDown'];

/**
 * @param {Page} page
 * @param {object} actions
 * @param {import('../transport/transport.js').Transport} actions.transport
 * @param {import('../undo/undo.js').Editing} actions.editing
 * @param {import('../explaining/explaining.js').Explaining} actions.explaining
 * @param {() => void} actions.help
 * @returns {Binding[]}
 */
export function bindings(page, { transport, editing, explaining, help }) {
  const { view } = page;
  const { toggle, keys: pass } = explaining;
  const { removeChosen: remove } = editing;
  const brush = (/** @type {string} */ key) => chooseBrush(page, Number(key) - 1);
  const takeTool = (/** @type {string} */ key) => { view.tools.tool = key === 'v' ? 'click' : key === 'b' ? 'spray' : nextChooser(view.tools.tool); };
  const turnScale = () => { view.loss.logarithmic = !view.loss.logarithmic; };
  const turnTests = () => { view.plane.show_tests = !view.plane.show_tests; };
  const turnShades = () => { view.plane.discretised = !view.plane.discretised; };
  const turnMountain = () => { view.mountain.shown = !view.mountain.shown; };
  const turnSettings = () => { document.getElementById('settings')?.click(); };
  const takeOut = () => { location.hash = TAKE_OUT; };
  const turnWall = () => { view.wall.projector = !view.wall.projector; };
  const letGo = () => {
    if (view.instead.occupant) view.instead.occupant = null;
    else if (view.closer.looked !== null) lookAway(view.closer);
    else if (view.health.opened !== null) view.health.opened = null;
    else if (view.loss.enlarged) view.loss.enlarged = false;
    else if (view.inspector.inspected !== null) pass.close();
    else if (!pass.stop()) letAllGo(page);
  };
  const passing = () => view.follow.moment !== null && view.inspector.inspected === null;
  const turn = (/** @type {string} */ key) => (key === 'ArrowRight' ? pass.next() : pass.previous());
  const walk = (/** @type {string} */ key) => pass.walk(key === 'ArrowDown' ? 1 : -1);
  const { lessons } = view;
  const inLesson = () => lessons.acts !== null;
  const asked = () => lessons.acts?.asks() ?? false;
  return [
    { keys: ['n', 'N'], shown: 'N', does: 'In a lesson: the next step', single: true, run: () => lessons.acts?.next(), applies: inLesson },
    { keys: ['b', 'B'], shown: 'B', does: 'In a lesson: the step before', single: true, run: () => lessons.acts?.before(), applies: inLesson },
    {
      keys: ['1', '2', '3', '4'], shown: '1 … 4', does: 'In a lesson: an answer, as long as it asks', single: true,
      run: (/** @type {string} */ key) => lessons.acts?.answer(Number(key) - 1), applies: asked,
    },
    { keys: [' '], shown: 'Space', does: 'Train or pause', single: false, run: transport.toggle },
    { keys: ['.'], shown: '.', does: 'One step', single: true, run: () => transport.step() },
    { keys: [','], shown: ',', does: 'One step back', single: true, run: transport.stepBack },
    { keys: ['1', '2', '3', '4'], shown: '1 … 4', does: 'Class of the next point', single: true, run: brush },
    { keys: ['s', 'S'], shown: 'S', does: 'Settings: show or fold', single: true, run: turnSettings },
    { keys: ['v', 'b', 'q'], shown: 'V B Q', does: 'Single points, spray, lasso (again: rectangle)', single: true, run: takeTool },
    { keys: ['w', 'W'], shown: 'W', does: 'Projector: larger words, numbers and strokes', single: true, run: turnWall },
    { keys: ['o', 'O'], shown: 'O', does: 'Take out: numbers, code, pictures', single: true, run: takeOut },
    { keys: ['l', 'L'], shown: 'L', does: 'Cost curve: logarithmic or linear', single: true, run: turnScale },
    { keys: ['t', 'T'], shown: 'T', does: 'Test points: show or hide', single: true, run: turnTests },
    { keys: ['m', 'M'], shown: 'M', does: 'Plane or mountain', single: true, run: turnMountain },
    { keys: ['d', 'D'], shown: 'D', does: 'Discretise: what is decided, without shades', single: true, run: turnShades },
    { keys: ['h', 'H'], shown: 'H', does: 'Health of the layers: the next mark, or how all fare', single: true, run: () => nextMark(view.health) },
    { keys: ['f', 'F'], shown: 'F', does: 'Follow the chosen point, or stop following', single: true, run: toggle },
    { keys: SIDEWAYS, shown: '← →', does: 'In a pass: phase', single: false, run: turn, applies: passing },
    { keys: UPRIGHT, shown: '↑ ↓', does: 'In a pass: neuron', single: false, run: walk, applies: passing },
    { keys: ['p', 'P'], shown: 'P', does: 'In a pass: play or pause', single: true, run: pass.playOrPause },
    { keys: REMOVING, shown: 'Del', does: 'Delete the chosen point', single: false, run: remove },
    { keys: ['Escape'], shown: 'Esc', does: 'Close what is open, let the chosen point go', single: false, run: letGo },
    { keys: ['?'], shown: '?', does: 'This list', single: true, run: help },
  ];
}

/** @param {Page} page */
const letAllGo = ({ view: { plane, network, reading } }) => batch(() => {
  plane.chosen = null;
  network.shown_neuron = null;
  assign(reading, { trouble: null, notice: null });
});

/** Keys of the figures, which have the focus then; listed for people only. */
export const FIGURE_KEYS = [
  { shown: 'Arrows', does: 'On the plane: move the crosshair (Shift: further). Enter adds a point there' },
  { shown: 'Arrows', does: 'On the network: walk the neurons. Shift and arrows walk the wires of a neuron' },
  { shown: 'Arrows', does: 'On the plane with lasso or rectangle: move the chosen points (Ctrl+A chooses all, Ctrl+D duplicates them)' },
  { shown: '[ ]', does: 'With the spray: a smaller or larger ring' },
  { shown: 'Arrows', does: 'On the mountain: turn it (Shift: tilt), + and − bring it nearer, Enter walks down; on its map: choose a place' },
  { shown: 'Arrows', does: 'On the cost curve: read its values (Shift: further)' },
  { shown: '← → [ ]', does: 'On the curve’s handle: a step back or forth (Shift: ten), the change before or after; Home and End' },
];

/**
 * The mountain in the plane's place: the cost over two directions through the network's parameters, with the way of the run on it.
 */
import { mount } from '../../figures/mountain/mountain.js';
import { placeIn } from '../../network/mountain/directions.js';
import { problemOf } from '../../network/mountain/problem.js';
import { createSliceCost } from '../../network/mountain/slice_cost.js';
import { decodeVector } from '../../network/parameters.js';
import { byId, make, setAttribute, setText } from '../../ui/dom.js';
import { effect, onChange, untracked } from '../../ui/tracked.js';
import { networkNow } from '../network/network_now.js';
import { mountFloorSentence } from './floor_sentence.js';
import { ALL_OVERFLOW, NO_WORKER, withoutMountain } from './faults.js';
import { createPane } from './pane.js';
import { createPath } from './path.js';
import { sceneOf } from './scene.js';
import { APART, seemsUphill } from './survey.js';
import { PATIENCE, createSurveyor } from './surveyor.js';
import { mountainName } from './words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./survey.js').Survey} Survey */

/** How much more is shown at most, and at least. */
const REACH = { least: 1 / 64, most: 64 };
/** Milliseconds between two tellings while training. */
const READABLE = 700;

/** @param {Page} page */
export function standMountain(page) {
  const { state, view } = page;
  const hold = byId('mountain');
  const box = make('div', { class: 'hills', role: 'img', tabindex: '0' });
  const note = make('p', { class: 'note', role: 'status' });
  hold.append(box, note);
  const onZoom = (/** @type {number} */ factor) => {
    view.mountain.reach = Math.max(REACH.least, Math.min(REACH.most, view.mountain.reach * factor));
  };
  const hills = mount(box, { isFlat: false, onZoom });
  const pane = createPane({ onZoom });
  mountFloorSentence(page);

  const path = createPath();
  /** @type {Survey | null} */
  let survey = null;
  /** @type {{survey: Survey, parameters: ArrayLike<number>, shape: import('../../network/mountain/shape.js').Shape} | null} */
  let known = null;
  let late = 0, toldAt = -Infinity, telling = 0;

  const surveyor = createSurveyor({
    onSurvey(next) {
      survey = next;
      if (view.mountain.laid?.axes?.join() !== next.axes?.join() || view.mountain.laid?.kind !== next.kind) {
        view.mountain.laid = { kind: next.kind, axes: next.axes };
      }
      window.clearTimeout(late);
      setText(note, '');
      show();
    },
    onShare(share) {
      if (note.dataset.waits === 'no') setText(note, `Measuring, ${Math.round(100 * share)}%`);
    },
    onFault: () => { stand(NO_WORKER); },
  });

  /** @type {{experiment: unknown, points: unknown, problem: import('../../network/mountain/problem.js').Problem} | null} */
  let posed = null;
  function problemNow() {
    const { experiment, points } = state;
    if (!experiment) return null;
    if (posed?.experiment !== experiment || posed.points !== points) posed = { experiment, points, problem: problemOf(experiment, points) };
    return posed.problem;
  }

  /** θ with all its digits, where the page has them. @param {ArrayLike<number>} parameters of the frame */
  function exact(parameters) {
    const { progress, frame } = state;
    if (!progress || !frame || progress.step !== frame.step) return parameters;
    const whole = decoded(progress);
    const isSame = whole.length === parameters.length && whole.every((value, at) => Math.fround(value) === Math.fround(parameters[at]));
    return isSame ? whole : parameters;
  }

  /** Nothing can be seen, and why. @param {string} words */
  function stand(words) {
    surveyor.stop();
    survey = known = null;
    hills.clear();
    pane.say('No mountain just now', words);
    setText(note, words);
    setAttribute(box, 'aria-label', `Mountain: ${words}`);
  }

  const now = () => {
    const network = networkNow(page);
    return network && { ...network, parameters: exact(network.parameters) };
  };

  function renew() {
    const network = now(), problem = problemNow();
    const fault = withoutMountain({
      samples: problem?.samples ?? 0, points: state.points.length, parameters: network?.architecture.parameterCount ?? 0,
      isKnown: network !== null && problem !== null,
    });
    if (fault || !network || !problem) {
      stand(fault?.text ?? '');
      return;
    }
    surveyor.want({
      ...network, problem, stops: path.stops, floor: view.mountain.floor, reach: view.mountain.reach, training: state.status === 'training',
    });
    window.clearTimeout(late);
    note.dataset.waits = 'yes';
    if (surveyor.isBusy) late = window.setTimeout(() => { note.dataset.waits = 'no'; }, PATIENCE);
    show();
  }

  /** Whether the ground is another network's, as far as can be seen. @param {Survey} ground @param {ArrayLike<number>} parameters */
  function isOld({ problem, slice }, parameters) {
    const land = hills.land, cost = state.frame?.train_cost ?? NaN;
    if (problem !== problemNow()) return true;
    if (!land || !Number.isFinite(cost)) return false;
    const [u, v] = placeIn(slice, parameters);
    return Math.abs(costOn(u, v) - cost) > APART * (land.highest - land.lowest.cost);
  }
  /** @type {{survey: Survey, at: (u: number, v: number) => number} | null} */
  let quick = null;
  function costOn(/** @type {number} */ u, /** @type {number} */ v) {
    if (!survey) return NaN;
    if (quick?.survey.slice !== survey.slice) quick = { survey, at: createSliceCost(survey.problem, survey.slice) };
    return quick.at(u, v);
  }

  function show() {
    const network = now();
    if (!survey || !network || survey.architecture.parameterCount !== network.parameters.length) return;
    const stops = stopsNow(network.parameters);
    if (!known || known.survey.slice !== survey.slice || known.parameters !== network.parameters) {
      if (state.status !== 'training') askShape(survey, network.parameters);
      known = null;
    }
    const shown = {
      survey, stops, shape: known?.shape ?? null, isOld: isOld(survey, network.parameters), scale: view.mountain.scale, lowest: null,
    };
    const scene = sceneOf(shown);
    hills.update(scene);
    const land = hills.land;
    if (!land) {
      stand(ALL_OVERFLOW);
      return;
    }
    const whole = sceneOf({ ...shown, lowest: land.lowest });
    hills.update(whole);
    pane.map.update({ ...whole, marks: whole.marks.map((mark) => ({ ...mark, words: '' })), arrow: whole.arrow && { ...whole.arrow, words: '' } });
    tell({ ...shown, land });
  }

  /** @param {import('./survey.js').Told} told */
  function tell(told) {
    window.clearTimeout(telling);
    const wait = state.status === 'training' ? toldAt + READABLE - performance.now() : 0;
    if (wait > 0) {
      telling = window.setTimeout(() => untracked(show), wait);
      return;
    }
    toldAt = performance.now();
    pane.tell(told, seemsUphill(told, costOn));
    setAttribute(box, 'aria-label', mountainName(told, 'Mountain').text);
  }

  /** The way, with where the network is at its end. @param {ArrayLike<number>} parameters */
  function stopsNow(parameters) {
    const { frame } = state;
    const step = frame?.step ?? 0, cost = frame?.train_cost ?? NaN;
    return [...path.stops.filter((stop) => stop.step < step), { step, cost, parameters }];
  }

  /** @param {Survey} ground @param {ArrayLike<number>} parameters */
  async function askShape(ground, parameters) {
    const [u, v] = placeIn(ground.slice, parameters);
    const shape = await surveyor.shape({ problem: ground.problem, slice: ground.slice, place: [u, v] });
    if (survey?.slice !== ground.slice || now()?.parameters !== parameters) return;
    known = { survey: ground, parameters, shape };
    show();
  }

  keepPath(page, path);
  effect(() => {
    const { shown, floor, reach, scale } = view.mountain;
    const pane_ = view.follow.moment === null && view.inspector.inspected === null && view.closer.looked === null;
    hold.hidden = !shown;
    pane.element.hidden = !shown || !pane_;
    void [floor, reach, scale, state.experiment, state.points, state.frame, state.status, state.progress, state.diverged];
    untracked(() => {
      if (shown) renew();
      else surveyor.stop();
    });
  });
}

/** @type {WeakMap<import('../../types.js').Progress, Float64Array>} */
const wholes = new WeakMap();

/** @param {import('../../types.js').Progress} progress */
function decoded(progress) {
  const vector = wholes.get(progress) ?? decodeVector(progress.parameters);
  wholes.set(progress, vector);
  return vector;
}

/** Every frame is a stop of the way; another run begins another one. @param {Page} page @param {import('./path.js').Path} path */
function keepPath({ state }, path) {
  let isOther = false;
  const add = () => {
    const { frame, status, diverged } = state;
    if (!frame || diverged) return;
    // Steps are only made one after the other, so a jump ahead at rest leads into another run.
    const last = path.stops.at(-1);
    if (isOther && last && frame.step > last.step && status !== 'training') path.clear();
    isOther = false;
    path.add(frame.step, frame.parameters, frame.train_cost);
  };
  add();
  onChange(() => state.experiment, () => { isOther = true; });
  onChange(() => state.frame, add);
}

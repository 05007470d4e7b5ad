/**
 * The mountain in the plane's place: the cost over two directions through the network's parameters, with the way of the run on it.
 */
import { mount } from '../../figures/mountain/mountain.js';
import { placeIn } from '../../network/mountain/directions.js';
import { createSliceCost } from '../../network/mountain/slice_cost.js';
import { byId, make, setAttribute, setText } from '../../ui/dom.js';
import { effect, untracked } from '../../ui/tracked.js';
import { createElsewhere } from './elsewhere.js';
import { ALL_OVERFLOW, NO_WORKER, withoutMountain } from './faults.js';
import { mountFloorSentence } from './floor_sentence.js';
import { groundNetwork, problemNow } from './ground_now.js';
import { askNextStep } from './next_step.js';
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
/** How far an arrow key moves a place of the map, in halves of its side. */
const KEY = 0.05;
/** Milliseconds between two tellings while training. */
const READABLE = 700;

/**
 * @param {Page} page
 * @param {Pick<Parameters<typeof createElsewhere>[1], 'openRehearsal'>} shared
 */
export function standMountain(page, { openRehearsal }) {
  const { state, view } = page;
  const hold = byId('mountain');
  const box = make('div', { class: 'hills', role: 'img', tabindex: '0', 'aria-describedby': 'mountain-way' });
  const note = make('p', { class: 'note', role: 'status' });
  hold.append(box, note);
  const hand = {
    /** @param {number} factor */
    onZoom(factor) {
      view.mountain.reach = Math.max(REACH.least, Math.min(REACH.most, view.mountain.reach * factor));
    },
    /** @param {{u: number, v: number}} place */
    onPick(place) {
      if (survey) elsewhere.choose(survey, place, costOn(place.u, place.v));
    },
    onEnter: () => elsewhere.walk(),
  };
  /** Moves the place that is chosen. @param {number} east @param {number} north */
  function onArrow(east, north) {
    const from = elsewhere.chosen?.parameters ?? groundNetwork(page)?.parameters;
    if (!survey || !from) return;
    const [u, v] = placeIn(survey.slice, from), by = survey.square.half * KEY;
    hand.onPick({ u: u + east * by, v: v + north * by });
  }
  const path = createPath(page);
  /** @type {Survey | null} */
  let survey = null;
  /** The shape of the ground around now, and where the next step leads. @type {{survey: Survey, parameters: ArrayLike<number>, shape: import('../../network/mountain/shape.js').Shape, next: Float64Array | null} | null} */
  let known = null;
  /** What the shape was asked for last. @type {{parameters: ArrayLike<number>, slice: Survey['slice']} | null} */
  let asked = null;
  let late = 0, toldAt = -Infinity, telling = 0, isLate = false;

  const elsewhere = createElsewhere(page, { openRehearsal, now: () => groundNetwork(page)?.parameters ?? null, onChange: () => untracked(show) });
  const hills = mount(box, { ...hand, isFlat: false });
  const pane = createPane({ ...hand, onArrow }, elsewhere.element);
  mountFloorSentence(page);

  const surveyor = createSurveyor({
    onSurvey(next) {
      survey = next;
      const { laid } = view.mountain;
      if (laid?.kind !== next.kind || laid.axes?.join() !== next.axes?.join()) {
        view.mountain.laid = { kind: next.kind, axes: next.axes };
        hills.faceAnew();
      }
      endWaiting();
      untracked(show);
    },
    onShare(share) {
      if (isLate) setText(note, `Measuring, ${Math.round(100 * share)}%`);
    },
    onFault: () => stand(NO_WORKER),
  });

  function endWaiting() {
    window.clearTimeout(late);
    isLate = false;
    setText(note, '');
  }

  /** Nothing can be seen, and why. @param {string} words */
  function stand(words) {
    surveyor.stop();
    survey = known = null;
    hills.clear();
    pane.say('No mountain just now', words);
    endWaiting();
    setText(note, words);
    setAttribute(box, 'aria-label', `Mountain: ${words}`);
  }

  function renew() {
    const network = groundNetwork(page), problem = problemNow(page);
    const fault = withoutMountain({
      samples: problem?.samples ?? 0, points: state.points.length, parameters: network?.architecture.parameterCount ?? 0,
      isKnown: network !== null && problem !== null,
    });
    if (fault || !network || !problem) {
      stand(fault?.text ?? '');
      return;
    }
    const { floor, reach } = view.mountain;
    surveyor.want({ ...network, problem, ...path.around(network.parameters), floor, reach, training: state.status === 'training' });
    window.clearTimeout(late);
    if (surveyor.isBusy) late = window.setTimeout(() => { isLate = true; }, PATIENCE);
    show();
  }

  /** @type {{slice: Survey['slice'], at: (u: number, v: number) => number} | null} */
  let quick = null;
  /** The cost at a place of the slice. @param {number} u @param {number} v */
  function costOn(u, v) {
    if (!survey) return NaN;
    if (quick?.slice !== survey.slice) quick = { slice: survey.slice, at: createSliceCost(survey.problem, survey.slice) };
    return quick.at(u, v);
  }

  /** Whether the ground is another network's, as far as can be seen. @param {Survey} ground @param {ArrayLike<number>} parameters */
  function isOld({ problem, slice }, parameters) {
    const { land } = hills, cost = state.frame?.train_cost ?? NaN;
    if (problem !== problemNow(page)) return true;
    if (!land || !Number.isFinite(cost)) return false;
    return Math.abs(costOn(...placeIn(slice, parameters)) - cost) > APART * (land.highest - land.lowest.cost);
  }

  function show() {
    const network = groundNetwork(page);
    if (!view.mountain.shown || !survey || !network || survey.architecture.parameterCount !== network.parameters.length) return;
    if (known && (known.survey.slice !== survey.slice || known.parameters !== network.parameters)) known = null;
    if (!known && state.status !== 'training') askShape(survey, network.parameters);
    const shown = {
      survey, ...path.around(network.parameters), others: path.others(network.parameters.length), shape: known?.shape ?? null, next: known?.next ?? null,
      isOld: isOld(survey, network.parameters),
      scale: view.mountain.scale, walks: elsewhere.walks, chosen: elsewhere.chosen,
    };
    const land = hills.lay(survey.heights, survey.square, shown.scale);
    if (!land) {
      stand(ALL_OVERFLOW);
      return;
    }
    const scene = sceneOf(shown, land);
    hills.update(scene);
    pane.map.lay(survey.heights, survey.square, shown.scale);
    pane.map.update({ ...scene, ways: scene.ways.map((way) => ({ ...way, label: '' })), marks: scene.marks.map((mark) => ({ ...mark, words: '' })), arrow: scene.arrow && { ...scene.arrow, words: '' } });
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

  /** @param {Survey} ground @param {ArrayLike<number>} parameters */
  async function askShape(ground, parameters) {
    if (asked?.parameters === parameters && asked.slice === ground.slice) return;
    asked = { parameters, slice: ground.slice };
    const { slice, problem } = ground;
    const isNow = () => survey?.slice === slice && groundNetwork(page)?.parameters === parameters && state.status !== 'training';
    const shape = await surveyor.shape({ problem, slice, place: placeIn(slice, parameters) });
    if (!isNow()) return;
    known = { survey: ground, parameters, shape, next: null };
    show();
    const isNewest = view.past.moment === null && view.follow.moment === null && state.diverged === null;
    const next = isNewest ? await askNextStep(page, state.frame?.step ?? -1) : null;
    if (!next || !isNow() || next.length !== parameters.length) return;
    known = { survey: ground, parameters, shape, next };
    show();
  }

  effect(() => {
    const { shown, floor, reach, scale } = view.mountain;
    const isFree = view.follow.moment === null && view.inspector.inspected === null && view.closer.looked === null
      && view.lessons.running === null && view.health.opened === null;
    hold.hidden = !shown;
    pane.element.hidden = !shown || !isFree;
    void [floor, reach, scale, state.experiment, state.points, state.frame, state.status, state.progress, state.diverged, view.past.chronicle];
    untracked(() => {
      if (shown) renew();
      else surveyor.stop();
    });
  });
}

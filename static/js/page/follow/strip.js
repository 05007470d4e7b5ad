/**
 * The strip of stations under the network: which phase a pass is in, and a hand that drags it to any other moment.
 */
import { isBackward, phaseName } from '../../trace/phases.js';
import { make, makeSvg, setAttribute } from '../../ui/dom.js';
import { layStations, momentAt, namesFor, positionAt, positionOf } from './strip_layout.js';

/** @typedef {import('../../trace/types.js').Phase} Phase */
/** @typedef {import('./pass.js').Moment} Moment */
/** @typedef {import('./strip_layout.js').Columns} Columns */

const LANES = { fine: { forward: 16, backward: 46 }, coarse: { forward: 22, backward: 66 } };
/** How far the turn at the cost swings out, at most, and as a share of the room there. */
const BOW = { most: 40, share: 1.1 };
/** A segment is drawn on in steps of this share: a change of SVG costs a layout, the knob's place costs none. */
const STRIDE = 0.04;
/** Places along each segment that are found ahead. */
const PLACES = 32;
/** A press that moves less than this is a press. */
const SLACK = 4;

/** What a station is called where there is little room. @param {Phase} phase */
function shortName({ kind, layer }) {
  switch (kind) {
    case 'input': return ['x'];
    case 'forward': return [String(layer)];
    case 'cost': return ['C'];
    case 'gradient': return ['∂C'];
    case 'update': return ['Δw'];
    default: return [make('i', {}, 'δ'), make('sup', {}, String(layer))];
  }
}

/** @param {Phase} phase @param {number} layers @param {'long' | 'middle' | 'short'} names */
function nameOf(phase, layers, names) {
  const isShort = names === 'short' || phase.kind === 'backward' || (names === 'middle' && phase.kind === 'gradient');
  // A sign is no name: the whole one is the button's own.
  return isShort ? [make('span', { 'aria-hidden': 'true' }, ...shortName(phase))] : [phaseName(phase, layers)];
}

/**
 * The path from one station to the next.
 * @param {import('./strip_layout.js').Station} from
 * @param {import('./strip_layout.js').Station} to
 * @param {{forward: number, backward: number}} y
 * @param {number} width
 */
function segmentPath(from, to, y, width) {
  if (from.lane === to.lane) return `M${from.x} ${y[from.lane]}H${to.x}`;
  const out = from.x + Math.min(BOW.most, (width - from.x) * BOW.share);
  return `M${from.x} ${y.forward}C${out} ${y.forward} ${out} ${y.backward} ${from.x} ${y.backward}H${to.x}`;
}

/** @param {SVGPathElement} segment */
function placesAlong(segment) {
  const length = segment.getTotalLength();
  return Array.from({ length: PLACES + 1 }, (_, at) => segment.getPointAtLength((length * at) / PLACES));
}

/**
 * @param {object} options
 * @param {() => Columns | null} options.columns of the network above, which has the same left edge
 * @param {(at: number, progress?: number) => void} options.onSeek
 */
export function createStrip({ columns, onSeek }) {
  const drawing = makeSvg('svg', { 'aria-hidden': 'true' });
  const element = make('div', { class: 'strip', role: 'group', 'aria-label': 'Phases of this pass' });
  element.append(drawing);
  const knob = make('i', { class: 'knob', 'aria-hidden': 'true' });
  /** @type {Moment | null} */
  let moment = null;
  /** @type {import('./strip_layout.js').Station[]} */
  let stations = [];
  /** @type {SVGPathElement[]} */
  let segments = [];
  /** How much of each is drawn. @type {number[]} */
  let shares = [];
  /** Places along each, evenly apart. @type {{x: number, y: number}[][]} */
  let places = [];
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let lanes = LANES.fine;

  function build() {
    const at = columns();
    if (!moment || !at || at.layers.length !== moment.subject.architecture.layers) return;
    const { phases, subject } = moment;
    const width = element.clientWidth;
    lanes = matchMedia('(pointer: coarse)').matches ? LANES.coarse : LANES.fine;
    stations = layStations(phases, at, width);
    const names = namesFor(at);
    const paths = stations.slice(1).map((station, index) => segmentPath(stations[index], station, lanes, width));
    const tracks = paths.map((d) => makeSvg('path', { class: 'track', d }));
    segments = paths.map((d, index) => /** @type {SVGPathElement} */ (
      makeSvg('path', { class: `passed ${stations[index + 1].lane}`, d, pathLength: 1 })));
    drawing.replaceChildren(...tracks, ...segments);
    shares = [];
    places = segments.map(placesAlong);
    buttons = phases.map((phase, index) => {
      const name = phaseName(phase, subject.architecture.layers);
      const button = make(
        'button',
        { class: stations[index].lane, 'aria-label': name, title: name, onclick: () => onSeek(index) },
        ...nameOf(phase, subject.architecture.layers, names),
      );
      button.style.left = `${stations[index].x}px`;
      button.style.top = `${lanes[stations[index].lane]}px`;
      return button;
    });
    element.replaceChildren(drawing, knob, ...buttons);
    element.classList.toggle('short', names === 'short');
    show();
  }

  function show() {
    if (!moment || stations.length !== moment.phases.length) return;
    const position = positionOf(moment.at, moment.progress);
    segments.forEach((segment, index) => {
      const share = Math.min(1, Math.max(0, position - index));
      if (share % 1 ? Math.abs(share - shares[index]) < STRIDE : share === shares[index]) return;
      shares[index] = share;
      setAttribute(segment, 'stroke-dasharray', `${share} 2`);
      segment.style.visibility = share > 0 ? 'visible' : 'hidden';
    });
    const along = places[Math.min(segments.length - 1, Math.max(0, moment.at - 1))];
    const at = (moment.at === 0 ? 0 : moment.progress) * PLACES;
    const [before, after] = [along[Math.floor(at)], along[Math.ceil(at)]];
    const between = (/** @type {'x' | 'y'} */ axis) => before[axis] + (after[axis] - before[axis]) * (at % 1);
    knob.style.transform = `translate(${between('x')}px, ${between('y')}px)`;
    setAttribute(knob, 'class', `knob ${isBackward(moment.phases[moment.at]) ? 'backward' : 'forward'}`);
    buttons.forEach((button, index) => {
      const isCurrent = index === moment?.at;
      setAttribute(button, 'aria-current', isCurrent ? 'step' : null);
      setAttribute(button, 'tabindex', isCurrent ? '0' : '-1');
    });
  }

  /** @param {PointerEvent} event */
  function seekTo({ clientX, clientY }) {
    const box = element.getBoundingClientRect();
    const lane = clientY - box.top < (lanes.forward + lanes.backward) / 2 ? 'forward' : 'backward';
    const { at, progress } = momentAt(positionAt(stations, clientX - box.left, lane));
    onSeek(at, progress);
  }

  /** @type {{x: number, y: number, dragging: boolean} | null} */
  let press = null;
  element.addEventListener('pointerdown', (event) => {
    if (event.button === 0) press = { x: event.clientX, y: event.clientY, dragging: false };
  });
  element.addEventListener('pointermove', (event) => {
    if (!press) return;
    if (!press.dragging && Math.hypot(event.clientX - press.x, event.clientY - press.y) < SLACK) return;
    if (!press.dragging) element.setPointerCapture(event.pointerId);
    press.dragging = true;
    seekTo(event);
  });
  const release = (/** @type {PointerEvent} */ event) => {
    const onTrack = press && !press.dragging && event.type === 'pointerup' && !(/** @type {Element} */ (event.target)).closest('button');
    if (onTrack) seekTo(event);
    press = null;
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);

  return {
    element,
    /** After the network's columns moved. */
    place: build,
    /** @param {Moment} next */
    update(next) {
      const anew = moment?.phases !== next.phases;
      moment = next;
      if (anew) build();
      else show();
    },
    /** The button of the present phase, for the focus. */
    get current() {
      return moment ? buttons[moment.at] : undefined;
    },
  };
}

/**
 * The controls of a pass: back, play, on; which neuron; how fast; its text; the way out.
 */
import { icon, make, setAttribute, setText } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';
import { neuronsOf } from '../../trace/phases.js';
import { SPEEDS } from './follow.js';
import { canWalk } from './walk.js';

/** @typedef {import('./pass.js').Moment} Moment */

/** @param {number} speed */
const speedText = (speed) => ({ 0.25: '¼×', 0.5: '½×' }[speed] ?? `${speed}×`);

/** @param {string} name @param {string} label @param {() => void} onclick @param {string} [kind] */
const iconButton = (name, label, onclick, kind) =>
  make('button', { class: 'quiet', 'aria-label': label, title: label, onclick }, icon(name, kind));

/**
 * @param {import('./follow.js').Follow} follow
 * @param {object} actions
 * @param {() => void} actions.openTranscript
 * @param {() => number} actions.speed
 */
export function createControls(follow, { openTranscript, speed }) {
  const previous = iconButton('back', 'The phase before (←)', follow.previous);
  const play = iconButton('play', 'Play the pass (P)', follow.playOrPause, 'solid');
  const next = iconButton('forth', 'The next phase (→)', follow.next);
  const which = make('span');
  const walker = make(
    'span', { class: 'walker', role: 'group', 'aria-label': 'Neuron' },
    iconButton('up', 'The neuron before (↑)', () => follow.walk(-1)), which,
    iconButton('more', 'The next neuron (↓)', () => follow.walk(1)),
  );
  const pace = make('button', { class: 'quiet', 'aria-haspopup': 'menu', title: 'Speed of the pass', onclick: choosePace });
  const transcript = iconButton('text', 'The whole pass as text', openTranscript);
  transcript.classList.add('transcript-of');
  const close = make('button', { class: 'quiet close', 'aria-label': 'Close', title: 'Close (Esc)', onclick: follow.stop }, make('kbd', { 'aria-hidden': 'true' }, 'esc'), icon('close'));
  const moves = make('div', { class: 'moves' }, walker, previous, play, next);
  const more = make('div', { class: 'more-moves' }, pace, transcript);
  const ways = make('div', { class: 'ways' }, close);

  function choosePace() {
    const options = SPEEDS.map((value) => make(
      'button',
      {
        class: 'option', role: 'menuitemradio', 'aria-checked': String(value === speed()),
        onclick: () => { popover.close(); follow.setSpeed(value); },
      },
      make('span', {}, speedText(value)), icon('check'),
    ));
    const popover = openPopover(pace, { label: 'Speed of the pass', role: 'menu', className: 'menu', content: options });
  }

  /** @type {boolean | null} */
  let playing = null;
  return {
    moves,
    more,
    ways,
    play,
    /** @param {Moment} moment */
    update({ subject: { architecture }, phases, at, walk, playing: isPlaying }) {
      const phase = phases[at];
      walker.hidden = !canWalk(phase, architecture.sizes);
      const { layer, neuron } = neuronsOf(phase, architecture.sizes)[walk];
      setText(which, phase.layer > 0
        ? `${neuron + 1} of ${architecture.sizes[layer - 1]}`
        : `layer ${layer}: ${neuron + 1} of ${architecture.sizes[layer - 1]}`);
      setAttribute(which, 'title', `Neuron ${neuron + 1} of layer ${layer}`);
      previous.toggleAttribute('disabled', at === 0);
      next.toggleAttribute('disabled', at === phases.length - 1);
      setText(pace, speedText(speed()));
      setAttribute(pace, 'aria-label', `Speed of the pass: ${speed()} times`);
      if (playing === isPlaying) return;
      playing = isPlaying;
      play.replaceChildren(icon(isPlaying ? 'pause' : 'play', 'solid'));
      const label = isPlaying ? 'Pause the pass (P)' : 'Play the pass (P)';
      setAttribute(play, 'aria-label', label);
      setAttribute(play, 'title', label);
    },
  };
}

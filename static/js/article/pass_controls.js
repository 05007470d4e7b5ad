/** @file The controls of a pass: play, back and forth by phases, scrub, and the neurons of a layer. */

import { icon, make, setText } from '../ui/dom.js';
import { createChoices } from './parts.js';

/** Steps of the scrubber within one phase. */
const FINE = 50;

/**
 * @param {object} actions
 * @param {() => void} actions.onPlay
 * @param {() => void} actions.onPrevious
 * @param {() => void} actions.onNext
 * @param {(phase: number, progress: number) => void} actions.onSeek
 * @param {(walk: number) => void} actions.onWalk
 */
export function createPassControls({ onPlay, onPrevious, onNext, onSeek, onWalk }) {
  const playIcon = make('span', { class: 'play-icon' }), playWord = make('span', {}, 'Play');
  const play = make('button', { type: 'button', class: 'second', onclick: onPlay }, playIcon, playWord);
  const previous = make('button', { type: 'button', class: 'quiet', 'aria-label': 'The phase before', onclick: onPrevious }, '\u2190');
  const next = make('button', { type: 'button', class: 'quiet', 'aria-label': 'The next phase', onclick: onNext }, '\u2192');
  const scrub = make('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Where in the pass' });
  const station = make('output', { class: 'station' });
  const neurons = make('div', { class: 'walk' });
  const element = make('div', { class: 'pass-controls' }, play, previous, next, scrub, station, neurons);
  let walkers = -1;

  scrub.addEventListener('input', () => {
    const at = scrub.valueAsNumber / FINE;
    const phase = Math.max(0, Math.ceil(at) - 1);
    onSeek(phase, at - phase);
  });
  const playing = { icon: icon('pause', 'solid'), word: 'Pause' }, still = { icon: icon('play', 'solid'), word: 'Play' };

  return {
    element,
    /**
     * @param {{phase: number, progress: number, playing: boolean, count: number, name: string, walk: number, neurons: number}} state
     */
    update({ phase, progress, playing: isPlaying, count, name, walk, neurons: wanted }) {
      const face = isPlaying ? playing : still;
      if (playIcon.firstChild !== face.icon) playIcon.replaceChildren(face.icon);
      setText(playWord, face.word);
      scrub.max = String(count * FINE);
      scrub.value = String(Math.round((phase + progress) * FINE));
      scrub.style.setProperty('--filled', `${(100 * (phase + progress)) / count}%`);
      scrub.setAttribute('aria-valuetext', name);
      setText(station, name);
      if (wanted !== walkers) {
        walkers = wanted;
        const numbers = Array.from({ length: wanted }, (_, at) => /** @type {const} */ ([String(at), String(at + 1)]));
        const chips = createChoices({
          label: 'Neuron', choices: numbers, value: String(walk), onChoose: (own) => onWalk(Number(own)),
        });
        neurons.replaceChildren(...(wanted > 1 ? [make('span', {}, 'Neuron'), chips.element] : []));
      }
    },
  };
}

/**
 * What one update did, in words made from the frame that it came with.
 */
import { changeText } from '../../figures/chart/bar_words.js';
import { formatCost, formatCount } from '../../ui/format.js';
import { said, together } from '../../words/sentence.js';
import { overfittingOf } from './overfitting.js';

/** @typedef {import('../../types.js').Frame} Frame */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/** A source of null means the bias; `rivals`: how many others changed as much.
 * @typedef {{layer: number, neuron: number, source: number | null, value: number, rivals: number}} Change */

/**
 * The parameter that an update changed most, or null where it changed none.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} update
 * @returns {Change | null}
 */
export function largestChange(architecture, update) {
  let at = -1;
  let most = 0;
  let rivals = 0;
  for (let index = 0; index < update.length; index += 1) {
    const size = Math.abs(update[index]);
    if (size > most) {
      most = size;
      at = index;
      rivals = 0;
    } else if (size === most && at >= 0) {
      rivals += 1;
    }
  }
  if (at < 0) return null;
  const { offsets, sizes, layers } = architecture;
  let layer = layers;
  while (offsets[layer] > at) layer -= 1;
  const place = at - offsets[layer];
  const width = sizes[layer - 1];
  const row = Math.floor(place / width);
  return { layer, neuron: place % width, source: row < sizes[layer - 2] ? row : null, value: update[at], rivals };
}

/** @param {ArrayLike<number>} update */
function movedBy(update) {
  let moved = 0;
  for (let index = 0; index < update.length; index += 1) if (update[index] !== 0) moved += 1;
  return moved;
}

/** Whether a frame knows of the update that led to it. @param {Frame} frame */
const knowsUpdate = ({ step, batch_samples: samples }) => step > 0 && samples > 0;

/** Whether all that a frame's update did can be told and drawn. @param {Frame} frame */
export const tellsUpdate = (frame) => knowsUpdate(frame) && !frame.update.some(Number.isNaN);

/** @param {Frame} frame @param {Experiment} experiment @returns {Sentence} */
function batchWords({ batch_samples: samples, batch_cost: cost }, { l1, l2 }) {
  const count = formatCount(samples);
  const one = samples === 1;
  const shown = said(`A batch of ${count} ${one ? 'point' : 'points'} was shown.`, { that: 'batch of points', count });
  if (!Number.isFinite(cost)) return shown;
  const penalty = l1 > 0 || l2 > 0;
  const text = formatCost(cost);
  return together(shown, said(
    `${one ? 'Its' : 'Their mean'} cost was ${text} before the step${penalty ? ', the penalty included' : ''}.`,
    { that: 'cost of the batch', cost: text, penalty, mean: !one },
  ));
}

/** @param {Frame} frame @param {import('../../state/history.js').History} history @returns {Sentence | null} */
function overfittingWords(frame, history) {
  const found = overfittingOf(history, frame);
  if (!found) return null;
  const since = formatCount(found.since);
  const [train, test] = [found.train, found.test].map((costs) => costs.map(formatCost));
  const fell = `from ${train[0]} to ${train[1]}`, rose = `from ${test[0]} to ${test[1]}`;
  return said(
    `It overfits: since step ${since} the training cost fell ${fell}, but the test cost rose ${rose}.`,
    { that: 'overfits', since, train, test },
  );
}

/**
 * How much an update moved, as far as the largest change's symbol, which the page sets.
 * @param {number} moved
 * @param {number} all
 * @param {Change} change
 */
function movedWords(moved, all, { rivals }) {
  const [some, every] = [moved, all].map(formatCount);
  const who = moved === all ? `All ${every} weights and biases moved` : `${some} of ${every} weights and biases moved`;
  const claim = { that: 'moved', moved: some, of: every };
  if (moved === 1) return said(`${who}:`, claim);
  return said(`${who}; ${rivals > 0 ? 'none moved further than' : 'the largest change was in'}`, claim);
}

/**
 * The words before and after the symbol of the largest change.
 * @param {Frame} frame
 * @param {Architecture} architecture
 * @param {Experiment} experiment that the update was made with
 * @param {import('../../state/history.js').History} history up to this frame
 * @returns {{before: Sentence, change: Change | null, after: Sentence}}
 */
export function stepWords(frame, architecture, experiment, history) {
  const none = said('');
  if (!knowsUpdate(frame)) {
    const before = said(
      'What the last update did is not known here: something was changed or loaded since. The next update will be told.',
      { that: 'last update unknown' },
    );
    return { before, change: null, after: none };
  }
  // There is room for two lines: what the run has come to says more than its last batch.
  const shown = overfittingWords(frame, history) ?? batchWords(frame, experiment);
  if (!tellsUpdate(frame)) {
    const beyond = said('How far the weights and biases moved is too large for a number here.', { that: 'update beyond numbers' });
    return { before: together(shown, beyond), change: null, after: none };
  }
  const change = largestChange(architecture, frame.update);
  const of = formatCount(architecture.parameterCount);
  if (!change) {
    const still = said(`None of the ${of} weights and biases moved.`, { that: 'moved', moved: '0', of });
    return { before: together(shown, still), change: null, after: none };
  }
  const by = changeText(change.value);
  const { layer, neuron, source, rivals } = change;
  return {
    before: together(shown, movedWords(movedBy(frame.update), architecture.parameterCount, change)),
    change,
    after: said(`, ${rivals > 0 ? 'which moved ' : ''}by ${by}.`, { that: 'largest change', layer, neuron, source, alone: rivals === 0, by }),
  };
}

/**
 * What the bars of an update show, for those who don't see them.
 * @param {Frame} frame
 * @param {Architecture} architecture
 * @returns {Sentence}
 */
export function barsName(frame, architecture) {
  const change = largestChange(architecture, frame.update);
  const [step, moved, of] = [frame.step, movedBy(frame.update), architecture.parameterCount].map(formatCount);
  const claims = [{ that: 'step', step }, { that: 'moved', moved, of }];
  const start = `Bars of step ${step}: ${moved} of ${of} weights and biases moved`;
  if (!change) return said(start, ...claims);
  const by = changeText(change.value);
  const { layer, neuron, source, rivals } = change;
  return said(`${start}, one by ${by}, none further`, ...claims,
    { that: 'largest change', layer, neuron, source, alone: rivals === 0, by });
}

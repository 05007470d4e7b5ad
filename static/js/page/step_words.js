/**
 * What one update did, in words made from the frame that it came with.
 */
import { formatCount, formatNumber } from '../ui/format.js';
import { costText } from './cost_text.js';

/** @typedef {import('../types.js').Frame} Frame */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */

/** A source of null means the bias.
 * @typedef {{layer: number, neuron: number, source: number | null, value: number}} Change */

/**
 * The parameter that an update changed most, or null where it changed none.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} update
 * @returns {Change | null}
 */
export function largestChange(architecture, update) {
  let at = -1;
  let most = 0;
  for (let index = 0; index < update.length; index += 1) {
    if (Math.abs(update[index]) > most) {
      most = Math.abs(update[index]);
      at = index;
    }
  }
  if (at < 0) return null;
  const { offsets, sizes, layers } = architecture;
  let layer = layers;
  while (offsets[layer] > at) layer -= 1;
  const place = at - offsets[layer];
  const width = sizes[layer - 1];
  const row = Math.floor(place / width);
  return { layer, neuron: place % width, source: row < sizes[layer - 2] ? row : null, value: update[at] };
}

/** Four digits that matter, as changes shrink with training. @param {number} value */
function changeText(value) {
  const size = Math.abs(value);
  const decimals = size > 0 ? Math.max(4, Math.min(8, 1 - Math.floor(Math.log10(size)))) : 4;
  return formatNumber(value, decimals);
}

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${formatCount(count)} ${count === 1 ? one : many}`;

/**
 * The words before and after the symbol of the largest change.
 * @param {Frame} frame
 * @param {Architecture} architecture
 * @returns {{before: string, change: Change | null, after: string}}
 */
export function stepWords(frame, architecture) {
  const { batch_samples: samples, batch_cost: cost } = frame;
  const shown = `A batch of ${counted(samples, 'point', 'points')} was shown. `
    + `${samples === 1 ? 'Its' : 'Their mean'} cost was ${costText(cost)}. `;
  const all = `All ${formatCount(architecture.parameterCount)} weights and biases`;
  const change = largestChange(architecture, frame.update);
  if (!change) return { before: `${shown}${all} stayed as they were.`, change: null, after: '' };
  return {
    before: `${shown}${all} took a small step; the largest change was in `,
    change,
    after: `, by ${changeText(change.value)}.`,
  };
}

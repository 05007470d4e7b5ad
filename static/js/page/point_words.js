/**
 * What the network makes of the chosen point, in words.
 */
import { formatNumber, formatPercent } from '../ui/format.js';
import { CLASS_NAMES } from '../ui/shapes.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Task} Task */

/** @param {ArrayLike<number>} values */
export function indexOfLargest(values) {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if (values[index] > values[best]) best = index;
  return best;
}

/** @param {Point} point @param {Task} task */
export function pointTitle({ x1, x2, target, test }, task) {
  const what = task === 'classification' ? CLASS_NAMES[target] : `point of height ${formatNumber(target)}`;
  const kept = test ? ' kept for testing,' : '';
  return `A ${what}${kept} at ${formatNumber(x1)}, ${formatNumber(x2)}`;
}

/**
 * @param {Point} point
 * @param {Task} task
 * @param {ArrayLike<number>} output the network's answer
 */
export function pointWords({ target, test }, task, output) {
  const unused = test ? ' It is kept for testing: training never sees it.' : '';
  if (task === 'regression') {
    const [says, right] = [formatNumber(output[0]), formatNumber(target)];
    return `The network says ${says}; the right answer is ${right}.${unused}`;
  }
  const said = indexOfLargest(output);
  const own = formatPercent(output[target]);
  const verdict = said === target
    ? `The network is right: it takes it for a ${CLASS_NAMES[said]}, with ${own}.`
    : `The network is wrong: it takes it for a ${CLASS_NAMES[said]}, with ${formatPercent(output[said])}; `
      + `the right class gets ${own}.`;
  return verdict + unused;
}

/**
 * The answer in a cell of a table.
 * @param {Task} task
 * @param {ArrayLike<number>} output
 */
export function answerText(task, output) {
  if (task === 'regression') return formatNumber(output[0]);
  const said = indexOfLargest(output);
  return `${CLASS_NAMES[said]}, ${formatPercent(output[said])}`;
}

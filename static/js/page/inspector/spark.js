/**
 * A parameter's history as a line the size of a word.
 */
import { makeSvg, setAttribute } from '../../ui/dom.js';
import { plainNumber } from '../../trace/printed.js';
import { formatCount } from '../../ui/format.js';

const SIZE = { width: 120, height: 26, margin: 3 };

/**
 * The `d` of the line, the newest value at its right end.
 * @param {ReadonlyArray<{step: number, value: number}>} values
 * @returns {{path: string, end: {x: number, y: number}}}
 */
export function sparkPath(values) {
  const { width, height, margin } = SIZE;
  const all = values.map(({ value }) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const [first, last] = [values[0].step, values[values.length - 1].step];
  const x = (/** @type {number} */ step) =>
    (last === first ? width - margin : margin + ((step - first) / (last - first)) * (width - 2 * margin));
  const y = (/** @type {number} */ value) =>
    (high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin));
  const places = values.map(({ step, value }) => ({ x: x(step), y: y(value) }));
  const path = places.map((place, index) => `${index === 0 ? 'M' : 'L'}${place.x.toFixed(1)} ${place.y.toFixed(1)}`).join('');
  return { path, end: places[places.length - 1] };
}

export function createSpark() {
  const line = makeSvg('path', { class: 'line' });
  const dot = makeSvg('circle', { class: 'dot', r: 2.4 });
  const element = makeSvg(
    'svg', { class: 'spark', role: 'img', viewBox: `0 0 ${SIZE.width} ${SIZE.height}` }, line, dot);
  return {
    element,
    /** @param {ReadonlyArray<{step: number, value: number}>} values */
    update(values) {
      setAttribute(element, 'visibility', values.length > 1 ? null : 'hidden');
      if (values.length < 2) return;
      const { path, end } = sparkPath(values);
      line.setAttribute('d', path);
      dot.setAttribute('cx', String(end.x));
      dot.setAttribute('cy', String(end.y));
      const [first, last] = [values[0], values[values.length - 1]];
      setAttribute(element, 'aria-label', `From ${plainNumber(first.value)} at step ${formatCount(first.step)} `
        + `to ${plainNumber(last.value)} at step ${formatCount(last.step)}`);
    },
  };
}

/**
 * Copies of points, a little aside, with the same class and use; one thing to undo.
 */
import { EXTENT } from '../../figures/plane/geometry.js';
import { shifted } from '../../state/points.js';
import { counted } from '../../ui/format.js';
import { aside } from '../tools/geometry.js';
import { mostPoints, pointsWords } from './limits.js';

/**
 * @param {import('../page.js').Page} page
 * @param {readonly number[]} ids
 * @returns {number[]} ids of the copies; none where they don't fit
 */
export function duplicate({ state, view, editor, announce }, ids) {
  const wanted = new Set(ids);
  const originals = state.points.filter(({ id }) => wanted.has(id));
  if (originals.length === 0) return [];
  if (state.points.length + originals.length > mostPoints(state)) {
    view.reading.trouble = `${pointsWords(mostPoints(state))}. Remove some before you duplicate others.`;
    return [];
  }
  const { dx, dy } = aside(originals, EXTENT);
  const what = `${counted(originals.length, 'point')} duplicated`;
  announce(what);
  return editor.addMany(originals.map((point) => shifted(point, dx, dy)), what);
}

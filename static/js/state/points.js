/**
 * @file Edits of points as pure functions: what an edit makes of a list of points, and which edits undo it.
 */

/** @typedef {import('../types.js').Edit} Edit */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').PutBack} PutBack */

/**
 * The points after an edit. Unknown ids are passed over; points that an edit leaves alone stay the same
 * objects.
 * @param {Point[]} points
 * @param {Edit} edit
 * @returns {Point[]}
 */
export function applyEdit(points, edit) {
  switch (edit.type) {
    case 'add_points':
      return [...points, ...edit.points];
    case 'move_points': {
      const moved = new Map(edit.points.map((position) => [position.id, position]));
      return points.map((point) => movedTo(point, moved.get(point.id)));
    }
    case 'remove_points': {
      const removed = new Set(edit.ids);
      return points.filter(({ id }) => !removed.has(id));
    }
    case 'set_targets': {
      const chosen = new Set(edit.ids);
      return points.map((point) => (chosen.has(point.id) ? { ...point, target: edit.target } : point));
    }
    default:
      return edit.points;
  }
}

/** A point at another place; its further columns stay where the place names none. @param {Point} point @param {Extract<Edit, {type: 'move_points'}>['points'][number]} [place] @returns {Point} */
function movedTo(point, place) {
  if (!place) return point;
  const { more, ...onPlane } = place;
  return { ...point, ...onPlane, ...(more ? { more } : {}) };
}

/**
 * Whether a server that has these points could take an edit.
 * @param {Point[]} points
 * @param {Edit} edit
 * @param {Pick<import('../types.js').Experiment, 'task' | 'classes'>} experiment
 */
export function fits(points, edit, { task, classes }) {
  const present = new Set(points.map(({ id }) => id));
  const isTarget = (/** @type {number} */ target) => task === 'regression' || (Number.isInteger(target) && target < classes);
  switch (edit.type) {
    case 'add_points':
      return edit.points.every(({ id, target }) => !present.has(id) && isTarget(target));
    case 'move_points':
      return edit.points.every(({ id }) => present.has(id));
    case 'remove_points':
      return edit.ids.every((id) => present.has(id));
    case 'set_targets':
      return isTarget(edit.target) && edit.ids.every((id) => present.has(id));
    default:
      return edit.points.every(({ target }) => isTarget(target));
  }
}

/**
 * The edits that bring these points back, in their order, once `edit` was applied to them.
 * @param {Point[]} points   before the edit
 * @param {Edit} edit
 * @returns {(Edit | PutBack)[]}
 */
export function inverseOf(points, edit) {
  switch (edit.type) {
    case 'add_points':
      return [{ type: 'remove_points', ids: edit.points.map(({ id }) => id) }];
    case 'move_points': {
      const moved = pick(points, edit.points.map(({ id }) => id));
      const further = new Set(edit.points.filter(({ more }) => more).map(({ id }) => id));
      return [{
        type: 'move_points',
        points: moved.map(({ id, x1, x2, more = [] }) => (further.has(id) ? { id, x1, x2, more } : { id, x1, x2 })),
      }];
    }
    case 'remove_points':
      return [putBack(points, edit.ids)];
    case 'set_targets': {
      // One command sets one target, so points that had different ones take one command for each target.
      const before = pick(points, edit.ids);
      return [...new Set(before.map(({ target }) => target))].map((target) => ({
        type: 'set_targets',
        target,
        ids: before.filter((point) => point.target === target).map(({ id }) => id),
      }));
    }
    default:
      return [{ type: 'replace_points', points }];
  }
}

/**
 * @param {Point[]} points
 * @param {number[]} ids
 * @returns {PutBack}
 */
function putBack(points, ids) {
  const removed = pick(points, ids);
  return { type: 'put_back', points: removed, places: removed.map((point) => points.indexOf(point)) };
}

/**
 * The edit that the wire knows: points that are put back at the end are added; others need a new list, since training
 * takes points in their order.
 * @param {Point[]} points   that there are now
 * @param {Edit | PutBack} edit
 * @returns {Edit}
 */
export function asEdit(points, edit) {
  if (edit.type !== 'put_back') return edit;
  if (edit.places[0] >= points.length) return { type: 'add_points', points: edit.points };
  const all = [...points];
  edit.points.forEach((point, index) => all.splice(edit.places[index], 0, point));
  return { type: 'replace_points', points: all };
}

/**
 * Those of the points that have these ids, in their order.
 * @param {Point[]} points
 * @param {readonly number[]} ids
 */
export function pick(points, ids) {
  const wanted = new Set(ids);
  return points.filter(({ id }) => wanted.has(id));
}

/**
 * @param {Point[]} a
 * @param {Point[]} b
 */
export function samePoints(a, b) {
  return a.length === b.length && a.every((point, index) => {
    const other = b[index];
    return point.id === other.id && point.x1 === other.x1 && point.x2 === other.x2
      && point.target === other.target && point.test === other.test && sameFurther(point, other);
  });
}

/** Whether two points have the same further columns; one that a point doesn't have is 0. @param {Point} a @param {Point} b */
export function sameFurther({ more: a = [] }, { more: b = [] }) {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) if ((a[place] ?? 0) !== (b[place] ?? 0)) return false;
  return true;
}

/** @param {Point} point */
export const placeOf = ({ id, x1, x2 }) => ({ id, x1, x2 });

/** The edit that moves points to where these are. @param {Point[]} points @returns {Edit} */
export const moveTo = (points) => ({ type: 'move_points', points: points.map(placeOf) });

/** Digits that sums of places keep: 0.1 + 0.2 is 0.3 to a person, and in the link that holds it. */
const DIGITS = 12;

/** @param {number} value */
const settled = (value) => Number(value.toPrecision(DIGITS));

/** @template {{x1: number, x2: number}} P @param {P} point @param {number} dx @param {number} dy @returns {P} */
export const shifted = (point, dx, dy) => ({ ...point, x1: settled(point.x1 + dx), x2: settled(point.x2 + dy) });

/** @param {Point[]} points */
export const trainingCount = (points) => points.reduce((count, { test }) => count + (test ? 0 : 1), 0);

/** What an edit did, for the history; moves are too small to mention. @param {Edit} edit */
export function describeEdit(edit) {
  switch (edit.type) {
    case 'add_points':
      return { count: edit.points.length, words: ['point added', 'points added'] };
    case 'remove_points':
      return { count: edit.ids.length, words: ['point removed', 'points removed'] };
    case 'set_targets':
      return { count: edit.ids.length, words: ['point changed', 'points changed'] };
    default:
      return null;
  }
}

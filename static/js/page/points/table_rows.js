/**
 * Which points a table shows, in which order.
 */

import { MOST_FURTHER, furtherName } from '../../network/features.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {'number' | 'target' | 'use' | 'x1' | 'x2' | 'x3' | 'x4' | 'x5' | 'x6' | 'x7' | 'says'} Key what rows are sorted by; `says`: how much the network gives to what is right */

/**
 * @typedef {object} Wish
 * @property {'all' | 'wrong'} verdict
 * @property {number | null} target a class; null: any
 * @property {'all' | 'training' | 'testing'} use
 * @property {Key} key
 * @property {boolean} falling the largest first
 */

/** @type {Wish} */
export const ALL = { verdict: 'all', target: null, use: 'all', key: 'number', falling: false };

/** The further columns. */
const FURTHER = Object.fromEntries(Array.from({ length: MOST_FURTHER }, (_, place) => [
  furtherName(place), (/** @type {{point: Point}} */ { point }) => point.more?.[place] ?? 0,
]));

/** How much a network gives to what is right: its chance, or minus the distance from a real target. @param {Point} point @param {ArrayLike<number> | null} answer @param {boolean} isClass */
export function rightness({ target }, answer, isClass) {
  if (!answer) return 0;
  return isClass ? answer[target] ?? 0 : -Math.abs(answer[0] - target);
}

/** Whether the largest output is another class's. @param {Point} point @param {ArrayLike<number> | null} answer */
export function isWrong({ target }, answer) {
  if (!answer) return false;
  let best = 0;
  for (let index = 1; index < answer.length; index += 1) if (answer[index] > answer[best]) best = index;
  return best !== target;
}

/**
 * @param {readonly Point[]} points
 * @param {Wish} wish
 * @param {boolean} isClass
 * @param {(point: Point) => ArrayLike<number> | null} answerOf
 * @returns {{point: Point, number: number}[]} `number`: among all points, from 1
 */
export function rowsOf(points, { verdict, target, use, key, falling }, isClass, answerOf) {
  const rows = points.map((point, at) => ({ point, number: at + 1 })).filter(({ point }) => (
    (target === null || !isClass || point.target === target)
    && (use === 'all' || point.test === (use === 'testing'))
    && (verdict === 'all' || !isClass || isWrong(point, answerOf(point)))));
  /** @type {Record<string, (row: {point: Point, number: number}) => number>} */
  const values = {
    number: (row) => row.number,
    target: ({ point }) => point.target,
    use: ({ point }) => Number(point.test),
    x1: ({ point }) => point.x1,
    x2: ({ point }) => point.x2,
    ...FURTHER,
    says: ({ point }) => rightness(point, answerOf(point), isClass),
  };
  const sorted = rows.map((row) => ({ row, value: values[key](row) }));
  sorted.sort((a, b) => (falling ? b.value - a.value : a.value - b.value) || a.row.number - b.row.number);
  return sorted.map(({ row }) => row);
}

/**
 * @file A parcel: an experiment on its way to somebody, as a link or a file. What comes from outside is read here, field by
 * field; whether its checkpoint holds together only a server can say, as of any checkpoint.
 */

import { MOST_FURTHER } from '../network/features.js';
import { FaultError } from './faults.js';
import { cleanName } from './naming.js';
import { withSettingsSince } from './since.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Sample} Sample */
/** @typedef {import('../types.js').TakenTable} TakenTable */
/** @typedef {import('./record.js').Curve} Curve */
/** @typedef {import('./record.js').Look} Look */

/**
 * @typedef {object} Parcel
 * @property {string} name
 * @property {Checkpoint} checkpoint
 * @property {Sample | null} drawn the wish that most of the points were drawn by
 * @property {TakenTable[]} tables what names its points and their units
 * @property {Look | null} look
 * @property {Curve | null} curve
 */

/** More steps than the page keeps of a cost curve. */
const MOST_STEPS = 4096;
const MOST_EVENTS = 1000;
const LONGEST_TEXT = 200;
const MOST_CLASSES = 4;
const MOST_TABLES = 16;
/** How far a mountain is looked at, in multiples of its path: as far as a hand can set. */
const [LEAST_REACH, MOST_REACH] = [1 / 64, 64];

/** @param {unknown} given @returns {given is Record<string, unknown>} */
export const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);

const isFinite = (/** @type {unknown} */ given) => typeof given === 'number' && Number.isFinite(given);

/** Where a plane holds further columns; nothing where that can't be read. @param {unknown} given @returns {{held?: (number | null)[]}} */
function readHeld(given) {
  const isKnown = Array.isArray(given) && given.length > 0 && given.length <= MOST_FURTHER
    && given.every((value) => value === null || (isFinite(value) && Math.abs(value) <= 100));
  return isKnown ? { held: given } : {};
}

/** What the mountain stood on; nothing where that can't be read. @param {unknown} given @returns {Pick<Look, 'mountain'>} */
function readGround(given) {
  if (!isObject(given) || (given.scale !== 'linear' && given.scale !== 'log')) return {};
  const { floor, reach } = given;
  if (!isFinite(reach) || Number(reach) < LEAST_REACH || Number(reach) > MOST_REACH) return {};
  const ground = { scale: /** @type {'linear' | 'log'} */ (given.scale), reach: Number(reach) };
  if (floor === null) return { mountain: { floor, ...ground } };
  if (!isObject(floor)) return {};
  const { kind, first, second, seed } = floor;
  if (kind === 'path') return { mountain: { floor: { kind }, ...ground } };
  if (kind === 'random' && Number.isSafeInteger(seed) && Number(seed) >= 0) return { mountain: { floor: { kind, seed: Number(seed) }, ...ground } };
  // Whether the network has such a weight is looked up where it is used.
  const isKey = (/** @type {unknown} */ key) => typeof key === 'string' && /^[wb](:\d{1,3}){2,3}$/.test(key);
  return kind === 'weights' && isKey(first) && isKey(second)
    ? { mountain: { floor: { kind, first: String(first), second: String(second) }, ...ground } } : {};
}

/** @param {unknown} given @returns {Look | null} null where it can't be read: how something was looked at is no reason to refuse it */
export function readLook(given) {
  if (!isObject(given)) return null;
  const { chosen, brush, logarithmic, speed, held, reach, show_tests: tests, discretised, mountain } = given;
  const [index, height] = isObject(brush) ? [brush.index, brush.height] : [0, 1];
  const known = (Number.isSafeInteger(chosen) || chosen === null) && typeof logarithmic === 'boolean'
    && (speed === null || (isFinite(speed) && Number(speed) >= 0.1 && Number(speed) <= 1e6))
    && Number.isInteger(index) && Number(index) >= 0 && Number(index) < MOST_CLASSES && isFinite(height) && Math.abs(Number(height)) <= 10;
  return known ? /** @type {Look} */ ({
    chosen, brush: { index, height }, logarithmic, speed, ...readHeld(held), ...(isFinite(reach) && Number(reach) > 0 && Number(reach) <= 100 && { reach }),
    ...(tests === false && { show_tests: tests }), ...(discretised === true && { discretised }), ...readGround(mountain),
  }) : null;
}

/** @param {unknown} given @returns {Sample | null} */
export function readSample(given) {
  if (!isObject(given)) return null;
  const { dataset, count, noise, test_share, seed } = given;
  const known = typeof dataset === 'string' && dataset.length < LONGEST_TEXT && [count, noise, test_share, seed].every(isFinite);
  return known ? /** @type {Sample} */ ({ dataset, count, noise, test_share, seed }) : null;
}

const isText = (/** @type {unknown} */ given) => typeof given === 'string' && given.length <= LONGEST_TEXT;

/** @param {unknown} given */
const isAxis = (given) => isObject(given) && isText(given.name) && isText(given.unit)
  && isFinite(given.offset) && isFinite(given.factor) && given.factor !== 0;

/** @param {unknown} given */
function isTable(given) {
  if (!isObject(given) || !isObject(given.axes) || !Array.isArray(given.classes)) return false;
  const { name, first, last, axes: { x1, x2, target, more }, classes } = given;
  return isText(name) && Number.isSafeInteger(first) && Number.isSafeInteger(last) && isAxis(x1) && isAxis(x2)
    && (target === null || isAxis(target)) && (more === undefined || (Array.isArray(more) && more.length <= MOST_FURTHER && more.every(isAxis))) && classes.length <= MOST_CLASSES && classes.every(isText);
}

/** Without signs that show nothing, or turn the direction of what follows. @param {string} text */
const seen = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');

/** @param {TakenTable['axes']['x1']} axis */
const readAxis = ({ name, unit, offset, factor }) => ({ name: seen(name), unit: seen(unit), offset, factor });

/** @param {TakenTable['axes']} axes @returns {TakenTable['axes']} */
const readAxes = ({ x1, x2, target, more }) => ({
  x1: readAxis(x1), x2: readAxis(x2), target: target && readAxis(target), ...(more && { more: more.map(readAxis) }),
});

/** @param {unknown} given @returns {TakenTable[]} those that can be read: without them points have the page's own names */
export const readTables = (given) => (Array.isArray(given)
  ? /** @type {TakenTable[]} */ (given.slice(0, MOST_TABLES).filter(isTable)).map(({ name, first, last, axes, classes, formula }) => (
    { name: seen(name), first, last, axes: readAxes(axes), classes: classes.map(seen), ...(isText(formula) && { formula }) }))
  : []);

/** @param {unknown} given null in a file stands for NaN */
const costOf = (given) => (given === null ? NaN : Number(given));

/** @param {unknown} given @returns {Curve | null} null where it can't be read: the experiment goes on without it */
export function readCurve(given) {
  if (!isObject(given)) return null;
  const { steps, train, test, events, spacing } = given;
  if (!Array.isArray(steps) || !Array.isArray(train) || !Array.isArray(test) || !Array.isArray(events)) return null;
  const isWhole = steps.length <= MOST_STEPS && train.length === steps.length && test.length === steps.length;
  const rises = steps.every((step, index) => Number.isSafeInteger(step) && step >= 0 && (index === 0 || step > steps[index - 1]));
  const areCosts = [...train, ...test].every((cost) => cost === null || isFinite(cost));
  /** Shares correct, where they are told and can be read. @param {unknown} shares */
  const isShares = (shares) => Array.isArray(shares) && shares.length === steps.length
    && shares.every((share) => share === null || (isFinite(share) && share >= 0 && share <= 1));
  if (!isWhole || !rises || !areCosts || !isFinite(spacing) || !Number.isInteger(Math.log2(Number(spacing)))) return null;
  const told = events.slice(0, MOST_EVENTS).filter((event) => isObject(event) && Number.isSafeInteger(event.step)
    && typeof event.text === 'string' && event.text.length <= LONGEST_TEXT);
  return {
    steps: Float64Array.from(steps),
    train: Float64Array.from(train, costOf),
    test: Float64Array.from(test, costOf),
    ...(isShares(given.train_accuracy) && isShares(given.test_accuracy) && {
      train_accuracy: Float64Array.from(/** @type {unknown[]} */ (given.train_accuracy), costOf),
      test_accuracy: Float64Array.from(/** @type {unknown[]} */ (given.test_accuracy), costOf),
    }),
    spacing: Number(spacing),
    events: told.map(({ step, text }) => ({ step, text, count: 0, words: [] })),
  };
}

/** No part of a checkpoint is nested deeper, or has more fields: a server can’t even read the number of a command that has, and answers nobody. */
const [DEEPEST, MOST_FIELDS] = [6, 64];

/** @param {unknown} given @param {number} [depth] @throws {FaultError} */
export function checkNesting(given, depth = 0) {
  if (typeof given !== 'object' || given === null) return;
  if (depth > DEEPEST) throw new FaultError('it is nested deeper than any experiment');
  const parts = Object.values(given);
  if (!Array.isArray(given) && parts.length > MOST_FIELDS) throw new FaultError('it has more fields than any experiment');
  for (const part of parts) checkNesting(part, depth + 1);
}

/** A checkpoint in its outline: enough to put it to a server, which looks at every number. @param {unknown} given @returns {Checkpoint} */
export function readCheckpoint(given) {
  if (!isObject(given)) throw new FaultError('it holds no experiment');
  const { version, experiment, points, progress } = given;
  if (version !== 1) {
    throw new FaultError(Number.isInteger(version) ? 'it was saved by a newer Chainrule' : 'its checkpoint has no version');
  }
  if (!isObject(experiment)) throw new FaultError('it holds no settings');
  if (!Array.isArray(points)) throw new FaultError('it holds no list of points');
  if (!isObject(progress)) throw new FaultError('it does not say where training stands');
  checkNesting([experiment, points, progress]);
  return /** @type {Checkpoint} */ (/** @type {unknown} */ ({ version, experiment: withSettingsSince(experiment), points, progress }));
}

/** @param {unknown} given */
export const readName = (given) => (typeof given === 'string' ? cleanName(given) : '');

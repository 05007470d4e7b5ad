/**
 * @file What the page writes by itself: points, the run, settings and parameters, as texts that any program reads. Numbers have all
 * their digits, with a point, in plain English, whatever the reader's language.
 */
import { biasesOf, weightsOf } from './blocks.js';

/** @typedef {import('../../types.js').Point} Point */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../state/history.js').History} History */
/** @typedef {import('../../network/architecture.js').Architecture} Architecture */

/** Of spreadsheets: a text that begins so would be taken for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A number and nothing else, which no program takes for a formula. */
export const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A cell of a table; no text becomes a formula, or two cells. @param {string | number} value */
export function cell(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180). @param {(string | number)[][]} rows */
export const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** The cells of a row as `csv` writes it. @param {string} row */
export const cellsOf = (row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, row.endsWith(',') ? undefined : -1)
  .map(([, text]) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text));

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;

/** Digits that a table's own values have: as many as survive the way to the plane and back. */
const OWN_DIGITS = 12;

/** A value in a table's own unit. @param {import('./types.js').Axis} axis @param {number} at on the plane */
const own = ({ offset, factor }, at) => Number((offset + factor * at).toPrecision(OWN_DIGITS));

/** @param {import('./types.js').Axis | null | undefined} axis @param {string} otherwise */
const heading = (axis, otherwise) => `${axis?.name || otherwise}${axis?.unit ? ` (${axis.unit})` : ''}`;

/**
 * @param {readonly Point[]} points
 * @param {Pick<Experiment, 'task'>} experiment
 * @param {import('./types.js').OwnTable | null} [table] that they were taken from: its names and units are theirs
 */
export function pointsCsv(points, { task }, table = null) {
  const isClass = task !== 'regression';
  const { x1: right, x2: up, target: height } = table?.axes ?? { x1: null, x2: null, target: null };
  const others = table?.axes.more ?? [];
  const width = points.reduce((most, { more }) => Math.max(most, more?.length ?? 0), 0);
  const places = Array.from({ length: width }, (_, place) => place);
  /** @param {number} target */
  const targetOf = (target) => (isClass ? table?.classes[target] ?? target : height ? own(height, target) : target);
  return csv([
    [heading(right, 'x1'), heading(up, 'x2'), ...places.map((place) => heading(others[place], `x${place + 3}`)), isClass ? 'class' : heading(height, 'target'), 'test'],
    ...points.map(({ x1, x2, more = [], target, test }) => [
      right ? own(right, x1) : x1, up ? own(up, x2) : x2,
      ...places.map((place) => (others[place] ? own(others[place], more[place] ?? 0) : more[place] ?? 0)), targetOf(target), test ? 1 : 0,
    ]),
  ]);
}

/**
 * @param {readonly Point[]} points
 * @param {Pick<Experiment, 'task'>} experiment
 * @param {Pick<import('./types.js').OwnTable, 'classes'> | null} [table] that they were taken from: its classes have names
 */
export const pointsJson = (points, { task }, table = null) => json(points.map(({ x1, x2, more = [], target, test }) => ({
  x1, x2, ...Object.fromEntries(more.map((value, place) => [`x${place + 3}`, value])), [task === 'regression' ? 'target' : 'class']: target,
  ...(task !== 'regression' && table?.classes[target] !== undefined && { name: table.classes[target] }), test,
})));

/**
 * The cost curve with the shares correct, what happened on the way, and last the numbers of now.
 * @param {History} history
 * @param {import('../../types.js').Frame | null} frame
 */
export function runCsv({ steps, train, test, train_accuracy: right, test_accuracy: rightTests, events }, frame) {
  const happened = (/** @type {number} */ after, /** @type {number} */ until) => events
    .filter(({ step }) => step > after && step <= until).map(({ text }) => text).join('; ');
  /** @type {(string | number)[][]} */
  const rows = [];
  for (let at = 0; at < steps.length; at++) {
    rows.push([steps[at], '', train[at], test[at], right[at], rightTests[at], happened(at === 0 ? -1 : steps[at - 1], steps[at])]);
  }
  if (frame) {
    const last = rows.at(-1);
    if (last?.[0] === frame.step) rows.pop();
    const before = rows.length > 0 ? Number(rows[rows.length - 1][0]) : -1;
    rows.push([
      frame.step, frame.epoch, frame.train_cost, frame.test_cost, frame.train_accuracy, frame.test_accuracy, happened(before, Infinity),
    ]);
  }
  return csv([['step', 'epoch', 'train_cost', 'test_cost', 'train_accuracy', 'test_accuracy', 'what_happened'], ...rows]);
}

/** @param {Experiment} experiment */
export const settingsJson = (experiment) => json(experiment);

/**
 * Weights and biases by layer number: `weights["2"][k][j]` leads from neuron j of layer 1 to neuron k of layer 2.
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters
 * @param {number} step
 */
export function parametersJson(architecture, parameters, step) {
  const layers = Array.from({ length: architecture.layers - 1 }, (_, index) => index + 2);
  /** @param {(layer: number) => unknown} of */
  const byLayer = (of) => Object.fromEntries(layers.map((layer) => [layer, of(layer)]));
  return json({
    step,
    sizes: architecture.sizes,
    inputs: architecture.features,
    activation: architecture.activation,
    output: architecture.output,
    weights: byLayer((layer) => weightsOf(architecture, parameters, layer)),
    biases: byLayer((layer) => biasesOf(architecture, parameters, layer)),
  });
}

/** What a file is called: of what people call the data, what every system takes. @param {string} title */
export function slug(title) {
  const plain = title.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\w]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase();
  return plain.slice(0, 60) || 'network';
}

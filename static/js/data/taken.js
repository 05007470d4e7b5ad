/**
 * A table's rows as points, and those that can't be used with their line and why.
 */
import { numberOf } from './cell_numbers.js';
import { classesOf, labelKey } from './classes.js';
import { testPoints } from './drawing.js';
import { oneLine, quoted } from './quoted.js';
import { furtherColumns, meansTest } from './roles.js';
import { placeOf, scaled, spreadOf, TARGET_REACH } from './scaling.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./roles.js').Role} Role */
/** @typedef {import('./scaling.js').Axis} Axis */

/** What a server takes of coordinates and real targets, as docs/protocol.md has it. */
const FARTHEST = { place: 100, target: 10 };

/**
 * What was chosen of a table.
 * @typedef {object} Choices
 * @property {Role[]} roles by column
 * @property {import('./scaling.js').Scaling} scaling
 * @property {import('./classes.js').Label[]} labels of the column of classes
 * @property {string[]} chosen keys of the labels that become classes
 * @property {boolean} grouped whether the others become one class
 * @property {number} most points that are taken
 * @property {number} testShare of the points, where no column says it
 * @property {number} seed of which points are for testing
 * @property {Present} [present] points that the rows join: their units and classes hold
 */

/**
 * @typedef {object} Present
 * @property {{x1: Axis, x2: Axis, target: Axis}} axes
 * @property {(key: string) => number | undefined} classOf the class that a label means
 * @property {number} otherwise class or real target, where no column says it
 */

/**
 * @typedef {object} Fault
 * @property {number} line in the file
 * @property {number} row among the table's rows
 * @property {number | null} column in which the fault is; null: the row has too few
 * @property {string} reason
 */

/**
 * @typedef {object} Placed a point of the plane, without an id
 * @property {number} x1
 * @property {number} x2
 * @property {number} target
 * @property {boolean} test
 * @property {number[]} [more] its further coordinates, where it has any
 */

/**
 * @typedef {object} Taken
 * @property {Placed[]} points
 * @property {number[]} rows of the points, by their place among the table's rows
 * @property {number} usable rows that could be points, of which there may be more than are taken
 * @property {Fault[]} faults
 * @property {{x1: Axis, x2: Axis, target: Axis | null, more?: Axis[]}} axes
 * @property {'classification' | 'regression'} task
 * @property {string[]} classes their names; none in regression
 * @property {number} outside points that lie beyond the plane
 */

/** @param {string} cell @param {string} name @param {import('./cell_numbers.js').Mark} mark */
function numberFault(cell, name, mark) {
  const value = numberOf(cell, mark);
  if (value === 'missing') return `${name} is empty`;
  if (value === 'not finite') return `${quoted(cell)} is more than the computer can hold`;
  return `${quoted(cell)} is not a number`;
}

/** @typedef {{x1: number, x2: number, target: number, test: boolean | null, more: number[]}} Values in the table's own units */

/**
 * What reads one row.
 * @param {Table} table
 * @param {Choices} choices
 */
function rowReader({ columns, mark, width }, { roles, labels, chosen, grouped, present }) {
  const { classes } = classesOf(labels, chosen, grouped);
  const classOf = present?.classOf ?? ((/** @type {string} */ key) => classes.get(key));
  const whose = present ? 'of these points' : 'that were chosen';
  const at = (/** @type {Role} */ role) => roles.indexOf(role);
  const numeric = /** @type {const} */ (['x1', 'x2', 'target']).filter((role) => at(role) >= 0);
  const [label, test] = [at('class'), at('test')];
  const further = furtherColumns(roles);

  const needed = Math.max(...roles.map((role, column) => (role === 'unused' ? -1 : column)));

  /** @param {string[]} cells @returns {Values | {column: number | null, reason: string}} */
  return (cells) => {
    if (cells.length <= needed) {
      return { column: null, reason: `${cells.length} ${cells.length === 1 ? 'column' : 'columns'} instead of ${width}` };
    }
    const values = { x1: 0, x2: 0, target: present?.otherwise ?? 0, test: /** @type {boolean | null} */ (null), more: /** @type {number[]} */ ([]) };
    for (const column of [...numeric.map(at), ...further]) {
      const value = numberOf(cells[column], mark);
      if (typeof value !== 'number') return { column, reason: numberFault(cells[column], columns[column].name, mark) };
      const role = roles[column];
      if (role === 'x1' || role === 'x2' || role === 'target') values[role] = value;
      else values.more.push(value);
    }
    if (label >= 0) {
      const key = labelKey(cells[label], mark);
      if (key === null) return { column: label, reason: `${columns[label].name} is empty` };
      const target = classOf(key);
      if (target === undefined) return { column: label, reason: `${quoted(cells[label])} is none of the classes ${whose}` };
      values.target = target;
    }
    if (test >= 0) {
      values.test = meansTest(cells[test]);
      if (values.test === null) return { column: test, reason: `${quoted(cells[test])} is neither training nor testing` };
    }
    return values;
  };
}

/** As many of the rows, evenly from first to last. @template T @param {T[]} rows @param {number} most @returns {T[]} */
function evenly(rows, most) {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)]);
}

/** A cell that people may take for a number, such as a date or a percentage, as a sentence. @param {Pick<Table, 'columns' | 'rows' | 'mark'>} table */
function nearly({ columns, rows, mark }) {
  for (const [at, { name, kind }] of columns.entries()) {
    const cell = kind === 'words' ? rows.find(({ cells }) => (cells[at] ?? '').trim() !== '')?.cells[at] ?? '' : '';
    if (/^\D{0,2}\d/.test(cell.trim())) {
      const isHuge = numberOf(cell, mark) === 'not finite';
      return ` ${quoted(cell)} in ${name} is ${isHuge ? 'more than the computer can hold' : 'not a number'}.`;
    }
  }
  return '';
}

/**
 * Why nothing of a table can be taken, as a sentence; null where something can.
 * @param {Table} table
 * @param {Role[]} roles
 */
export function lackOf(table, roles) {
  const { columns, rows } = table;
  if (rows.length === 0) return 'There is no row in it.';
  const numbers = columns.filter(({ kind }) => kind === 'numbers').length;
  if (numbers < 2) return `It has ${numbers === 1 ? 'one column' : 'no column'} of numbers; the plane needs two.${nearly(table)}`;
  const missing = /** @type {Role[]} */ (['x1', 'x2']).filter((role) => !roles.includes(role));
  if (missing.length === 2) return 'Say which column goes to the right, and which upwards.';
  return missing.length === 0 ? null : `Say which column goes ${missing[0] === 'x1' ? 'to the right' : 'upwards'}.`;
}

/** @param {Table} table @param {Role[]} roles @param {Role} role */
function named({ columns }, roles, role) {
  const column = columns[roles.indexOf(role)];
  return { name: column?.name ?? '', unit: column?.unit ?? '' };
}

/**
 * @param {Table} table
 * @param {Choices} choices
 * @returns {Taken}
 */
export function takeTable(table, choices) {
  const { roles, scaling, most, testShare, seed, present } = choices;
  const read = rowReader(table, choices);
  /** @type {Fault[]} */
  const faults = [];
  /** @type {{row: number, values: Values}[]} */
  const usable = [];
  table.rows.forEach(({ line, cells }, row) => {
    const values = read(cells);
    if ('reason' in values) faults.push({ line, row, ...values });
    else usable.push({ row, values });
  });
  const isReal = roles.includes('target');
  const column = (/** @type {'x1' | 'x2' | 'target'} */ name) => spreadOf(usable.map(({ values }) => values[name]));
  const [x1, x2] = present ? [present.axes.x1, present.axes.x2] : scaled(scaling, [column('x1'), column('x2')]);
  const [target] = present ? [present.axes.target] : scaled(scaling === 'as it is' ? scaling : 'fill', [column('target')], TARGET_REACH);

  const further = furtherColumns(roles);
  const more = further.flatMap((_, at) => (
    scaled(scaling === 'same' ? 'fill' : scaling, [spreadOf(usable.map(({ values }) => values.more[at]))])));

  const place = (/** @type {Values} */ values) => ({
    ...(further.length > 0 && { more: values.more.map((value, at) => placeOf(more[at], value)) }),
    x1: placeOf(x1, values.x1), x2: placeOf(x2, values.x2), target: isReal ? placeOf(target, values.target) : values.target,
  });
  const fitting = usable.filter(({ row, values }) => {
    const { x1: right, x2: up, target: height, more: others = [] } = place(values);
    const other = others.findIndex((value) => !(Math.abs(value) <= FARTHEST.place));
    // Not a number where the sums of a column overflowed, which is beyond everything as well.
    const role = !(Math.abs(right) <= FARTHEST.place) ? 'x1' : !(Math.abs(up) <= FARTHEST.place) ? 'x2'
      : isReal && !(Math.abs(height) <= FARTHEST.target) ? 'target' : other >= 0 ? 'more' : null;
    if (role === null) return true;
    const farthest = role === 'target' ? FARTHEST.target : FARTHEST.place;
    const at = role === 'more' ? further[other] : roles.indexOf(role);
    const given = oneLine(table.rows[row].cells[at]);
    const reason = present ? `${given} lies too far from these points` : `${given} lies beyond −${farthest} and ${farthest}: choose another fit`;
    faults.push({ line: table.rows[row].line, row, column: at, reason });
    return false;
  });
  const taken = evenly(fitting, most);
  const testing = roles.includes('test') ? null : testPoints(taken.length, testShare, seed);
  const points = taken.map(({ values }, at) => ({ ...place(values), test: testing ? testing.has(at) : values.test === true }));
  const { names } = classesOf(choices.labels, choices.chosen, choices.grouped);
  return {
    points,
    rows: taken.map(({ row }) => row),
    usable: fitting.length,
    faults: faults.sort((a, b) => a.row - b.row),
    axes: {
      x1: { ...named(table, roles, 'x1'), ...x1 },
      x2: { ...named(table, roles, 'x2'), ...x2 },
      target: isReal ? { ...named(table, roles, 'target'), ...target } : null,
      ...(further.length > 0 && { more: further.map((at, index) => ({ name: table.columns[at].name, unit: table.columns[at].unit, ...more[index] })) }),
    },
    task: isReal ? 'regression' : 'classification',
    classes: isReal || !roles.includes('class') ? [] : names,
    outside: points.filter((point) => Math.max(Math.abs(point.x1), Math.abs(point.x2)) > 3).length,
  };
}

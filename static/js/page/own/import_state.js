/**
 * A table on its way in: how it is read, what its columns are for, and the points that come of that. Nothing of it is on the page
 * before it is used.
 */
import { firstChosen, labelsOf } from '../../data/classes.js';
import { guessRoles, withRole } from '../../data/roles.js';
import { readTable } from '../../data/table.js';
import { lackOf, takeTable } from '../../data/taken.js';
import { assign, computed, tracked } from '../../ui/tracked.js';

/** @typedef {import('../../data/table.js').Table} Table */
/** @typedef {import('../../data/table.js').Reading} Reading */
/** @typedef {import('../../data/roles.js').Role} Role */

/** @param {Table} table @param {Role[]} roles */
function labelsIn({ rows, mark }, roles) {
  const at = roles.indexOf('class');
  return at < 0 ? [] : labelsOf(rows.map(({ cells }) => cells[at] ?? ''), mark);
}

/**
 * A cell that was mended: another reading of the text has it again where that cell is.
 * @typedef {object} Mend
 * @property {number} line
 * @property {number} column
 * @property {string | undefined} was undefined: the row ended before it
 * @property {string} cell
 */

/** @param {import('../../data/separated.js').Row} row @param {number} column @param {string} cell */
function withCell(row, column, cell) {
  const cells = Array.from({ length: Math.max(column + 1, row.cells.length) }, (_, place) => row.cells[place] ?? '');
  cells[column] = cell;
  return { ...row, cells };
}

/** Where another reading has the cell that was mended; -1 where it has none. @param {string[]} cells @param {Mend} mend */
function placeOfMend(cells, { column, was }) {
  if (cells[column] === was) return column;
  return was !== undefined && cells.indexOf(was) === cells.lastIndexOf(was) ? cells.indexOf(was) : -1;
}

/** @param {Table} table @param {Mend[]} mends in their order @returns {Table} */
function mended(table, mends) {
  if (mends.length === 0) return table;
  const lines = new Map(table.rows.map(({ line }, at) => [line, at]));
  const rows = [...table.rows];
  for (const mend of mends) {
    const at = lines.get(mend.line);
    const column = at === undefined ? -1 : placeOfMend(rows[at].cells, mend);
    if (at !== undefined && column >= 0) rows[at] = withCell(rows[at], column, mend.cell);
  }
  return { ...table, rows };
}

/**
 * @param {object} source
 * @param {string} source.name for people
 * @param {string} source.text
 * @param {number} source.most points that the server takes
 * @param {number} source.testShare
 */
export function createImport({ name, text, most, testShare }) {
  /** @type {Mend[]} */
  const mends = [];
  /** @param {Reading} reading */
  const read = (reading) => {
    const table = mended(readTable(text, reading), mends);
    const roles = guessRoles(table);
    const labels = labelsIn(table, roles);
    return { table, roles, labels, chosen: firstChosen(labels) };
  };
  /** @type {Reading} */
  let reading = {};
  const now = tracked({
    ...read(reading), grouped: false, scaling: /** @type {import('../../data/scaling.js').Scaling} */ ('fill'), testShare,
  });
  const taken = computed(() => takeTable(now.table, { ...now, most, seed: 1 }));

  return {
    name,
    most,
    /** Tracked. */
    now: /** @type {Readonly<typeof now>} */ (now),
    /** Points, faults and axes, tracked. */
    taken: () => taken.value,
    /** Why there is nothing to use, as a sentence; null where there is something. Tracked. */
    lack() {
      const missing = lackOf(now.table, now.roles);
      if (missing) return missing;
      return taken.value.points.length === 0 ? 'None of its rows can be used.' : null;
    },
    /** Reads the text another way; what the columns are for is guessed anew. @param {Reading} changes */
    readAs(changes) {
      reading = { ...reading, ...changes };
      assign(now, { ...read(reading), grouped: false });
    },
    /** @param {number} column @param {Role} role */
    give(column, role) {
      const roles = withRole(now.roles, column, role);
      const isSame = roles.indexOf('class') === now.roles.indexOf('class');
      const labels = isSame ? now.labels : labelsIn(now.table, roles);
      assign(now, { roles, labels, chosen: isSame ? now.chosen : firstChosen(labels) });
    },
    /** @param {string[]} chosen keys of labels, at most four @param {boolean} grouped */
    choose(chosen, grouped) {
      assign(now, { chosen, grouped });
    },
    /** @param {import('../../data/scaling.js').Scaling} scaling */
    scale(scaling) {
      now.scaling = scaling;
    },
    /** Another text for a cell. @param {number} row among the table's rows @param {number} column @param {string} cell */
    mend(row, column, cell) {
      const { line, cells } = now.table.rows[row];
      mends.push({ line, column, was: cells[column], cell });
      const table = { ...now.table, rows: now.table.rows.map((each, at) => (at === row ? withCell(each, column, cell) : each)) };
      const labels = labelsIn(table, now.roles);
      const isNew = labels.some(({ key }) => !now.labels.some((label) => label.key === key));
      assign(now, { table, labels, chosen: isNew ? firstChosen(labels) : now.chosen });
    },
  };
}

/** @typedef {ReturnType<typeof createImport>} Import */

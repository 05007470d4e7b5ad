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
 * @param {object} source
 * @param {string} source.name for people
 * @param {string} source.text
 * @param {number} source.most points that the server takes
 * @param {number} source.testShare
 */
export function createImport({ name, text, most, testShare }) {
  /** @param {Reading} reading */
  const read = (reading) => {
    const table = readTable(text, reading);
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
      const { table } = now;
      const width = Math.max(column + 1, table.columns.length);
      const rows = table.rows.map((each, at) => {
        if (at !== row) return each;
        const cells = Array.from({ length: Math.max(width, each.cells.length) }, (_, place) => each.cells[place] ?? '');
        cells[column] = cell;
        return { ...each, cells };
      });
      const mended = { ...table, rows };
      const labels = labelsIn(mended, now.roles);
      const isNew = labels.some(({ key }) => !now.labels.some((label) => label.key === key));
      assign(now, { table: mended, labels, chosen: isNew ? firstChosen(labels) : now.chosen });
    },
  };
}

/** @typedef {ReturnType<typeof createImport>} Import */

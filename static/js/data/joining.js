/**
 * Rows from outside that join points which are there: read as any table is, in the units and by the names of those points.
 */
import { labelKey } from './classes.js';
import { guessRoles, withRole } from './roles.js';
import { PLAIN_AXIS } from './scaling.js';
import { readTable } from './table.js';
import { lackOf, takeTable } from './taken.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./roles.js').Role} Role */
/** @typedef {import('../types.js').Axis} Axis */

/**
 * What the points are that rows join.
 * @typedef {object} Present
 * @property {'classification' | 'regression'} task
 * @property {{x1: Axis, x2: Axis, target: Axis | null} | null} axes null: the plane's own
 * @property {readonly string[]} classes their names, of all that rows may mean
 * @property {number} otherwise class or real target of rows that name none
 * @property {number} testShare
 * @property {number} seed of which rows are for testing
 * @property {number} room for so many points
 */

/** @typedef {{points: import('./taken.js').Placed[], faults: import('./taken.js').Fault[], usable: number}} Joining */

/** @param {Table} table @param {Present} present @param {Role} role @returns {number} the column that is named as it, or -1 */
function columnNamed({ columns, header }, { axes }, role) {
  if (!header || (role !== 'x1' && role !== 'x2' && role !== 'target')) return -1;
  const names = [axes?.[role]?.name, role].filter((name) => name).map((name) => name?.toLowerCase());
  return columns.findIndex(({ name }) => names.includes(name.toLowerCase()));
}

/**
 * What each column is for: as it is named where names are those of the points, else as in any table.
 * @param {Table} table
 * @param {Present} present
 */
function rolesOf(table, present) {
  const wanted = /** @type {Role} */ (present.task === 'regression' ? 'target' : 'class');
  const other = wanted === 'target' ? 'class' : 'target';
  let roles = guessRoles(table);
  for (const role of /** @type {const} */ (['x1', 'x2', 'target'])) {
    const at = columnNamed(table, present, role);
    if (at >= 0 && !(role === 'target' && wanted === 'class')) roles = withRole(roles, at, role);
  }
  roles = roles.map((role, at) => {
    if (role !== other) return role;
    return wanted === 'target' && table.columns[at].kind === 'words' ? 'unused' : wanted;
  });
  if (roles.includes('x1') && roles.includes('x2')) return roles;
  // Few rows look like anything, such as ones that only count: numbers are places before they are nothing.
  const free = roles.flatMap((role, at) => (['x1', 'x2', 'unused'].includes(role) && table.columns[at].kind === 'numbers' ? [at] : []));
  return roles.map((role, at) => (at === free[0] ? 'x1' : at === free[1] ? 'x2' : role));
}

/** Whether its head names columns, and none as these points do: then it is a table of its own. @param {Table} table @param {Present} present */
const isAnother = (table, present) => table.header && ['x1', 'x2'].every((role) => columnNamed(table, present, /** @type {Role} */ (role)) < 0);

/** The class that a label means: by its name, in whatever case; or by its number, where that is no name. @param {readonly string[]} names */
function classesByName(names) {
  const known = new Map(names.map((_, at) => [String(at), at]));
  names.forEach((name, at) => known.set((labelKey(name, '.') ?? name).toLowerCase(), at));
  return (/** @type {string} */ key) => known.get(key.toLowerCase());
}

/**
 * @param {string} text
 * @param {Present} present
 * @returns {Joining | {lack: string} | null} null: it is a table with names of its own, not more of these points
 */
export function joiningRows(text, present) {
  const table = readTable(text);
  if (isAnother(table, present)) return null;
  const roles = rolesOf(table, present);
  const lack = lackOf(table, roles);
  if (lack) return { lack };
  const { axes, classes, otherwise, testShare, seed, room: most } = present;
  const { points, faults, usable } = takeTable(table, {
    roles, scaling: 'as it is', labels: [], chosen: [], grouped: false, most, testShare, seed,
    present: { axes: { x1: axes?.x1 ?? PLAIN_AXIS, x2: axes?.x2 ?? PLAIN_AXIS, target: axes?.target ?? PLAIN_AXIS }, classOf: classesByName(classes), otherwise },
  });
  return { points, faults, usable };
}

/** A table as the page takes it before a person has chosen anything. */
import { firstChosen, labelsOf } from '../../../static/js/data/classes.js';
import { guessRoles } from '../../../static/js/data/roles.js';
import { readTable } from '../../../static/js/data/table.js';
import { takeTable } from '../../../static/js/data/taken.js';
import { decodeText } from '../../../static/js/data/text.js';

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw new Error(decoded.fault);
  return decoded.text;
}

/**
 * @param {string} text
 * @param {Partial<import('../../../static/js/data/taken.js').Choices>} [wished]
 * @param {import('../../../static/js/data/table.js').Reading} [reading]
 */
export function take(text, wished = {}, reading = {}) {
  const table = readTable(text, reading);
  const roles = wished.roles ?? guessRoles(table);
  const at = roles.indexOf('class');
  const labels = at < 0 ? [] : labelsOf(table.rows.map(({ cells }) => cells[at] ?? ''), table.mark);
  const choices = {
    roles, labels, chosen: firstChosen(labels), grouped: false, scaling: /** @type {const} */ ('as it is'), most: 5000,
    testShare: 0.2, seed: 1, ...wished,
  };
  return { table, roles, labels, taken: takeTable(table, choices) };
}

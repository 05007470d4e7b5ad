/**
 * @file An experiment as a file, name.chainrule.json: JSON that a person can read, with the cost curve, which a link leaves out.
 */

import { FaultError } from './faults.js';
import { isObject, readCheckpoint, readCurve, readLook, readName, readSample, readTables } from './parcel.js';
import { isFile } from './signs.js';

/** @typedef {import('./parcel.js').Parcel} Parcel */

const KIND = 'chainrule experiment';
const VERSION = 1;
/** More than any file of ours, all experiments of a browser in one left out. */
export const MOST_BYTES = 64_000_000;

/** @param {Float64Array} costs */
const plain = (costs) => Array.from(costs, (cost) => (Number.isFinite(cost) ? cost : null));

/** @param {Parcel} parcel */
const written = ({ name, checkpoint, drawn, tables, look, curve }) => ({
  kind: KIND, version: VERSION, name, checkpoint, drawn, tables, look,
  curve: curve && {
    spacing: curve.spacing, events: curve.events.map(({ step, text }) => ({ step, text })),
    steps: [...curve.steps], train: plain(curve.train), test: plain(curve.test),
    ...(curve.train_accuracy && curve.test_accuracy && { train_accuracy: plain(curve.train_accuracy), test_accuracy: plain(curve.test_accuracy) }),
  },
});

/** @param {Parcel} parcel @returns {string} */
export const toFile = (parcel) => `${JSON.stringify(written(parcel), null, 1)}\n`;

/** All of them in one file. @param {Parcel[]} parcels */
export const toFileOfAll = (parcels) => `${JSON.stringify({ kind: `${KIND}s`, version: VERSION, experiments: parcels.map(written) }, null, 1)}\n`;

/**
 * The experiments of a file.
 * @param {string} text
 * @param {string[]} [faults] of several experiments those that can't be read are told here, and left out
 * @returns {Parcel[]}
 * @throws {FaultError} where none can be read
 */
export function fromFile(text, faults = []) {
  let given;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new FaultError(isFile(text) ? 'its end is missing, or something in it was changed' : 'it is no file that Chainrule saved');
  }
  if (!isObject(given) || typeof given.kind !== 'string' || !given.kind.startsWith(KIND)) throw new FaultError('it is no file that Chainrule saved');
  if (given.version !== VERSION) throw new FaultError('it was saved by a newer Chainrule');
  if (given.kind === KIND) return [parcelOf(given)];
  if (!Array.isArray(given.experiments) || given.experiments.length === 0) throw new FaultError('it holds no experiments');
  const parcels = given.experiments.flatMap((each, index) => {
    try {
      return [parcelOf(each)];
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      faults.push(`of its experiments the ${index + 1}. can’t be read: ${error.message}`);
      return [];
    }
  });
  if (parcels.length === 0) throw new FaultError(faults[0]);
  return parcels;
}

/** @param {unknown} given @returns {Parcel} */
function parcelOf(given) {
  if (!isObject(given)) throw new FaultError('it holds no experiment');
  return {
    name: readName(given.name),
    checkpoint: readCheckpoint(given.checkpoint),
    drawn: readSample(given.drawn),
    tables: readTables(given.tables),
    look: readLook(given.look),
    curve: readCurve(given.curve),
  };
}

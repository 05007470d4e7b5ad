/**
 * @file An experiment in the fragment of an address, `#x1=…`. What version 1 means never changes: such links stand in mails and
 * on paper, and open for ever (tests/fixtures/kept has some).
 */

import { decodeVector, encodeVector } from '../network/parameters.js';
import { createReader, createWriter } from './bytes.js';
import { FaultError } from './faults.js';
import { readPoints, writePoints } from './link_points.js';
import { packed, unpacked } from './packing.js';
import { checkNesting, isObject, readLook, readName, readSample, readTables } from './parcel.js';
import { LINK } from './signs.js';
import { SINCE } from './since.js';

/** @typedef {import('../types.js').Checkpoint} Checkpoint */
/** @typedef {import('../types.js').Drawn} Drawn */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Progress} Progress */
/** @typedef {import('../types.js').Sample} Sample */
/** @typedef {import('./parcel.js').Parcel} Parcel */

export const PREFIX = '#x1=';
const MOST_VECTORS = 16;
/** Numbers of a network that is larger than any. */
const MOST_PARAMETERS = 200_000;
/** Signs that mails and messages carry without breaking them. */
const COMFORTABLE = 6000;
const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** What a link of version 1 leaves out of its settings, since it is so. @type {Record<string, unknown>} */
const USUAL = {
  features: ['x1', 'x2'], hidden: [4, 3], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
  cost: 'cross_entropy', optimizer: 'gradient_descent', learning_rate: 0.1, momentum: 0.9, decay: 0.999, l1: 0, l2: 0,
  batch_size: 10, shuffle: true, initializer: 'glorot', seed: 1, ...SINCE,
};

/** @param {Record<string, unknown>} experiment */
const unusual = (experiment) => Object.fromEntries(
  Object.entries(experiment).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(USUAL[name])));

/**
 * @param {import('./bytes.js').Writer} writer
 * @param {Progress} progress
 * @param {string[]} names of the optimizer's vectors
 * @param {boolean} whole with what the last update did
 */
function writeProgress(writer, { step, epoch, batch, parameters, optimizer, last_batch: last }, names, whole) {
  for (const count of [step, epoch, batch]) writer.count(count);
  for (const vector of [parameters, ...names.map((name) => optimizer[name])]) {
    const numbers = decodeVector(vector);
    writer.count(numbers.length);
    writer.floats(numbers);
  }
  // The update as pictures show it, which frames bring in float32: nothing is computed from it.
  const update = last ? decodeVector(last.update) : null;
  const isTold = whole && last && update?.every((value) => Math.abs(value) <= LARGEST_FLOAT32);
  writer.byte(isTold ? 1 : 0);
  if (!isTold || !update) return;
  writer.count(last.samples);
  writer.floats([last.cost ?? NaN]);
  writer.count(update.length);
  writer.floats(update, 4);
}

/** @param {import('./bytes.js').Reader} reader */
function readVector(reader) {
  const length = reader.count();
  if (length > MOST_PARAMETERS) throw new FaultError('its network is larger than any');
  return reader.floats(length);
}

/** @param {import('./bytes.js').Reader} reader @param {string[]} names @returns {Progress} */
function readProgress(reader, names) {
  const [step, epoch, batch] = [reader.count(), reader.count(), reader.count()];
  const parameters = encodeVector(readVector(reader));
  const optimizer = Object.fromEntries(names.map((name) => [name, encodeVector(readVector(reader))]));
  if (reader.byte() === 0) return { step, epoch, batch, parameters, optimizer, last_batch: null };
  const samples = reader.count();
  const [cost] = reader.floats(1);
  const length = reader.count();
  if (length > MOST_PARAMETERS) throw new FaultError('its network is larger than any');
  const update = encodeVector(reader.floats(length, 4));
  return { step, epoch, batch, parameters, optimizer, last_batch: { cost: Number.isFinite(cost) ? cost : null, samples, update } };
}

/**
 * The fragment that holds this, with its "#".
 * @param {Pick<Parcel, 'name' | 'checkpoint' | 'look'> & Partial<Pick<Parcel, 'tables'>>} parcel
 * @param {Drawn | null} drawn what most of its points were drawn by, and as they were
 * @returns {Promise<string>}
 */
export async function toLink({ name, checkpoint, tables = [], look }, drawn) {
  const { experiment, points, progress } = checkpoint;
  const vectors = Object.keys(progress.optimizer);
  const sample = drawn && readSample(drawn);
  const head = { n: name, e: unusual({ ...experiment }), o: vectors, d: sample, l: look, ...(tables.length > 0 && { t: tables }) };
  /** @param {boolean} whole */
  const written = async (whole) => {
    const writer = createWriter();
    writer.text(JSON.stringify(head));
    writePoints(writer, points, drawn, tables);
    writeProgress(writer, progress, vectors, whole);
    return `${PREFIX}${await packed(/** @type {Uint8Array<ArrayBuffer>} */ (writer.done()))}`;
  };
  const whole = await written(true);
  // What the last update did is only told, never computed with: a long link does without it.
  return whole.length <= COMFORTABLE ? whole : written(false);
}

/**
 * @param {string} hash the fragment, with its "#"
 * @param {(sample: Sample) => Promise<Point[]>} draw asks a server for a drawing
 * @returns {Promise<Parcel & {drawn: Drawn | null}>}
 * @throws {FaultError}
 */
export async function fromLink(hash, draw) {
  const version = Number(LINK.exec(hash)?.[1]);
  if (version !== 1) throw new FaultError('it was made by a newer Chainrule');
  const reader = createReader(await unpacked(hash.slice(PREFIX.length)));
  const head = headOf(reader.text());
  const { n, e, o, d, l, t } = head;
  if (!isObject(e)) throw new FaultError('it holds no settings');
  checkNesting(e);
  if (!Array.isArray(o) || o.length > MOST_VECTORS || !o.every((name) => typeof name === 'string')) {
    throw new FaultError('it does not say what its optimizer remembers');
  }
  const sample = readSample(d);
  /** @type {Point[]} */
  let drawing = [];
  const points = await readPoints(reader, async () => {
    if (!sample) throw new FaultError('it does not say which data set its points are of');
    drawing = await draw(sample);
    return drawing;
  });
  const progress = readProgress(reader, o);
  const experiment = /** @type {Checkpoint['experiment']} */ (/** @type {unknown} */ ({ ...USUAL, ...e }));
  return {
    name: readName(n), checkpoint: { version: 1, experiment, points, progress }, tables: readTables(t), look: readLook(l), curve: null,
    drawn: sample && drawing.length > 0 ? { ...sample, points: drawing } : null,
  };
}

/** @param {string} text @returns {Record<string, unknown>} */
function headOf(text) {
  try {
    const head = JSON.parse(text);
    if (isObject(head)) return head;
  } catch {
    // told below
  }
  throw new FaultError('its beginning can’t be read');
}

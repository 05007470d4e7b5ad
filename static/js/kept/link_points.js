/**
 * @file Points in a link: those that a data set's drawing gave are named by their place in it, as the same wish draws the same
 * points again; all others are written to the last bit.
 */

import { createWriter } from './bytes.js';
import { crc32 } from './checksum.js';
import { readColumn, writeColumn } from './column.js';
import { MOST_FURTHER } from '../network/features.js';
import { sameFurther } from '../state/points.js';
import { FaultError } from './faults.js';

/** @typedef {import('../types.js').Drawn} Drawn */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').TakenTable} TakenTable */
/** @typedef {import('./bytes.js').Reader} Reader */
/** @typedef {import('./bytes.js').Writer} Writer */

/** Points that are written: more than any server takes are no points. */
const MOST_POINTS = 100_000;

/** @param {Point} a @param {Point | undefined} b */
const same = (a, b) => b !== undefined && a.id === b.id && Object.is(a.x1, b.x1) && Object.is(a.x2, b.x2)
  && a.target === b.target && a.test === b.test && sameFurther(a, b);

/** The table that all but a few points are of, in whose units they are short. @param {readonly Point[]} points @param {readonly TakenTable[]} tables */
const axesOf = (points, tables) => (
  tables.find(({ first, last }) => points.filter(({ id }) => id >= first && id <= last).length > points.length / 2)?.axes ?? null);

/** @param {Writer} writer @param {readonly Point[]} points @param {TakenTable['axes'] | null} axes */
function writeWhole(writer, points, axes) {
  writer.count(points.length);
  writeColumn(writer, points.map(({ id }) => id));
  writeColumn(writer, points.map(({ x1 }) => x1), axes?.x1);
  writeColumn(writer, points.map(({ x2 }) => x2), axes?.x2);
  writeColumn(writer, points.map(({ target }) => target), axes?.target);
  writer.flags(points.map(({ test }) => test));
}

/** @param {Reader} reader @returns {Point[]} */
function readWhole(reader) {
  const count = reader.count();
  if (count > MOST_POINTS) throw new FaultError('it holds more points than any server takes');
  const [ids, x1, x2, targets] = Array.from({ length: 4 }, () => readColumn(reader, count));
  const tests = reader.flags(count);
  return tests.map((test, index) => ({ id: ids[index], x1: x1[index], x2: x2[index], target: targets[index], test }));
}

/** How points are written. */
const [WHOLE, DRAWN, FURTHER] = [0, 1, 2];

/** Points with further columns, which no drawing has. @param {Writer} writer @param {readonly Point[]} points @param {number} width @param {TakenTable['axes'] | null} axes */
function writeFurther(writer, points, width, axes) {
  writeWhole(writer, points, axes);
  writer.byte(width);
  for (let place = 0; place < width; place += 1) writeColumn(writer, points.map(({ more }) => more?.[place] ?? 0), axes?.more?.[place]);
}

/** @param {Reader} reader @returns {Point[]} */
function readFurther(reader) {
  const points = readWhole(reader);
  const width = reader.byte();
  if (width > MOST_FURTHER) throw new FaultError('its points have more columns than any server takes');
  const columns = Array.from({ length: width }, () => readColumn(reader, points.length));
  return points.map((point, index) => ({ ...point, more: columns.map((column) => column[index]) }));
}

/** What tells a drawing from one that a server makes a little differently. @param {readonly Point[]} points */
export function checksumOf(points) {
  const writer = createWriter();
  writer.floats(points.flatMap(({ id, x1, x2, target, test }) => [id, x1, x2, target, Number(test)]));
  return crc32(writer.done());
}

/**
 * Runs of points that lie in the drawing one after the other, and of those that don't.
 * @param {readonly Point[]} points
 * @param {readonly Point[]} drawn
 * @returns {{from: number | null, points: Point[]}[]} `from`: where the run begins in the drawing; null: not in it
 */
function runsOf(points, drawn) {
  const places = new Map(drawn.map(({ id }, place) => [id, place]));
  /** @type {{from: number | null, points: Point[]}[]} */
  const runs = [];
  for (const point of points) {
    const at = places.get(point.id);
    const place = at !== undefined && same(point, drawn[at]) ? at : null;
    const last = runs.at(-1);
    const goesOn = last && (place === null ? last.from === null : last.from !== null && last.from + last.points.length === place);
    if (goesOn) last.points.push(point);
    else runs.push({ from: place, points: [point] });
  }
  return runs;
}

/**
 * @param {Writer} writer
 * @param {readonly Point[]} points
 * @param {Drawn | null} drawn
 * @param {readonly TakenTable[]} [tables] that points are of
 */
export function writePoints(writer, points, drawn, tables = []) {
  const axes = axesOf(points, tables);
  const width = points.reduce((most, { more }) => Math.max(most, more?.length ?? 0), 0);
  if (width > 0) {
    writer.byte(FURTHER);
    writeFurther(writer, points, width, axes);
    return;
  }
  const runs = drawn ? runsOf(points, drawn.points) : [];
  const isDrawn = runs.some(({ from }) => from !== null);
  writer.byte(isDrawn ? DRAWN : WHOLE);
  if (!isDrawn || !drawn) {
    writeWhole(writer, points, axes);
    return;
  }
  writer.count(checksumOf(drawn.points));
  writer.count(runs.length);
  for (const { from, points: run } of runs) {
    writer.count(from === null ? 0 : from + 1);
    if (from === null) writeWhole(writer, run, axes);
    else writer.count(run.length);
  }
}

/**
 * @param {Reader} reader
 * @param {() => Promise<Point[]>} draw the drawing anew
 * @returns {Promise<Point[]>}
 */
export async function readPoints(reader, draw) {
  const kind = reader.byte();
  if (kind === WHOLE) return readWhole(reader);
  if (kind === FURTHER) return readFurther(reader);
  const checksum = reader.count();
  const runs = reader.count();
  if (runs > MOST_POINTS) throw new FaultError('it holds more points than any server takes');
  const drawn = await draw();
  if (checksumOf(drawn) !== checksum) {
    throw new FaultError('its data set comes out differently on this server, which is of another version');
  }
  /** @type {Point[]} */
  const points = [];
  for (let run = 0; run < runs; run += 1) {
    const from = reader.count();
    if (from === 0) {
      points.push(...readWhole(reader));
      continue;
    }
    const length = reader.count();
    if (from - 1 + length > drawn.length) throw new FaultError('it names points that its data set does not have');
    points.push(...drawn.slice(from - 1, from - 1 + length));
    if (points.length > MOST_POINTS) throw new FaultError('it holds more points than any server takes');
  }
  return points;
}

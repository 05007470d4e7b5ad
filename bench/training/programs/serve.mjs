/** The line protocol of an engine, its Node side: see `serve.py`. */

import { createInterface } from 'node:readline';

/**
 * @typedef {object} Case
 * @property {number[]} sizes
 * @property {string} optimizer
 * @property {number} learning_rate
 * @property {number} batch_size
 * @property {number[][]} inputs
 * @property {number[]} labels
 * @property {number[]} parameters
 * @property {number[][]} batches
 *
 * @typedef {object} Engine
 * @property {(updates: number) => void} run
 * @property {() => number[]} parameters
 */

const MICROSECONDS = 1e6;

/** @param {object} answer */
function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/**
 * @param {Engine} engine
 * @param {number} updates
 */
function timed(engine, updates) {
  const started = performance.now();
  const before = process.cpuUsage();
  engine.run(updates);
  const used = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, processor: (used.user + used.system) / MICROSECONDS };
}

/**
 * Serves the engine that is made from the case.
 *
 * @param {string} version
 * @param {(message: Case) => Engine} makeEngine
 */
export async function serve(version, makeEngine) {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const engine = makeEngine(JSON.parse((await lines.next()).value));
  say({ version: `${version}, Node ${process.versions.node}` });
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const asked = JSON.parse(line.value);
    say(asked.updates === undefined ? { parameters: engine.parameters() } : timed(engine, asked.updates));
  }
}

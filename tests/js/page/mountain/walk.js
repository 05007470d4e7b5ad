/**
 * @file Walks down from given places on a real server, by the page's own modules: `node walk.js ADDRESS` reads checkpoints and writes
 * for each what became of every method.
 */
import { text } from 'node:stream/consumers';

import { decodeVector } from '../../../../static/js/network/parameters.js';
import { walkDown } from '../../../../static/js/page/mountain/walks.js';
import { openRehearsal } from '../../../../static/js/wire/rehearsal.js';
import { OPTIONS } from '../../options.js';
import { openWithoutScreen } from '../../without_screen.js';

const address = process.argv[2];
/** @type {import('../../../../static/js/types.js').Checkpoint[]} */
const checkpoints = JSON.parse(await text(process.stdin));

/** @param {typeof checkpoints[number]} checkpoint */
async function walked({ experiment, points, progress }) {
  const rehearsal = openRehearsal((handlers) => openWithoutScreen(address, () => handlers).connection);
  const walks = await walkDown({ experiment, points, options: OPTIONS }, decodeVector(progress.parameters), rehearsal, () => {});
  rehearsal.close();
  return walks.map(({ method, stops, diverged }) => (
    { method: method.name, diverged, stops: stops.map(({ step, cost, parameters }) => ({ step, cost, parameters: Array.from(parameters) })) }));
}

const found = await Promise.all(checkpoints.map(walked));
process.stdout.write(JSON.stringify(found), () => process.exit(0));

/** Reads traces as the server sends them, a JSON file of {experiment, event}, and writes what is wrong with what is said of them. */

import { readFileSync } from 'node:fs';

import { Architecture } from '../../../../static/js/network/architecture.js';
import { decodeTrace } from '../../../../static/js/trace/decode.js';
import { lineFaults, questionFaults, wordFaults } from './captions.js';

/** @type {{experiment: import('../../../../static/js/types.js').Experiment, event: any}[]} */
const traces = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let checked = 0;
const faults = traces.flatMap(({ experiment, event }, index) => {
  const subject = { experiment, architecture: new Architecture(experiment), trace: decodeTrace(event) };
  return [wordFaults, lineFaults, questionFaults].flatMap((look) => {
    const found = look(subject);
    checked += found.checked;
    return found.faults.map((fault) => `trace ${index}, ${JSON.stringify(experiment)}: ${fault}`);
  });
});
process.stdout.write(JSON.stringify({ checked, faults }));

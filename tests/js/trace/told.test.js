import assert from 'node:assert/strict';
import test from 'node:test';

import { blameLedger, sumLedger } from '../../../static/js/trace/ledger.js';
import { printedBlame, printedChain, printedPaths } from '../../../static/js/trace/products.js';
import { faultOf } from './arithmetic.js';
import { lineFaults, questionFaults, wordFaults } from './moments/captions.js';
import { subjects } from './moments/make.js';

/** @typedef {import('../../../static/js/trace/types.js').Subject} Subject */
/** @typedef {(subject: Subject) => {faults: string[], checked: number}} Look */

const SUBJECTS = subjects(40);

/** Looks at one subject of so many; fails where nothing was found to look at. @param {number} every @param {number} least @param {Look} look */
function inspect(every, least, look) {
  const found = SUBJECTS.filter((_, at) => at % every === 0).map(({ name, subject }) => ({ name, ...look(subject) }));
  const faults = found.flatMap(({ name, faults: own }) => own.map((fault) => `${name} ${fault}`));
  assert.deepEqual(faults.slice(0, 8), [], `${faults.length} faults`);
  const checked = found.reduce((sum, one) => sum + one.checked, 0);
  assert.ok(checked >= least, `only ${checked} were checked`);
}

test('what the words of a pass claim is true of its arrays, in thousands of moments', () => inspect(1, 9000, wordFaults));

test('what a pass prints is what calculating with the printed numbers gives, in thousands of lines', () => inspect(3, 5000, lineFaults));

test('what is asked before a phase, and the verdict, are true of the arrays', () => inspect(1, 600, questionFaults));

/** Of the products and sums under the glass. @type {Look} */
function chainFaults(subject) {
  const { architecture: { sizes, layers } } = subject;
  /** @type {string[]} */
  const lines = [];
  for (let layer = 2; layer <= layers; layer++) {
    for (let neuron = 0; neuron < sizes[layer - 1]; neuron++) {
      for (const source of [null, ...Array(sizes[layer - 2]).keys()]) {
        const { result, sign, factors, delta } = printedChain(subject, { layer, neuron, source });
        const inner = source === null ? factors : factors.slice(1);
        lines.push(`x = (${factors.join(')*(')}) ${sign} ${result}`, `x = (${inner.join(')*(')}) ${sign} ${delta}`);
      }
      if (layer === layers) continue;
      const { paths, together } = printedPaths(subject, layer, neuron);
      lines.push(`x ${printedBlame(subject, layer, neuron)}`, ...paths.map((path) => `x ${path}`));
      if (together) lines.push(`x = ${paths.map((path) => `(${path.split(/[=\u2248]/).at(-1)})`).join('+')} = ${together.slice('together '.length)}`);
    }
  }
  const plain = lines.map((line) => line.replaceAll('\u2212', '-').replaceAll(' · ', '*').replaceAll('\u2248', '\\approx'));
  return { faults: plain.map(faultOf).filter((fault) => fault !== null), checked: lines.length };
}

/** The lines that a ledger's rows, sum and result stand for. @param {import('../../../static/js/trace/ledger.js').Ledger} ledger */
function linesOf({ rows, others, bias, sum, result }) {
  const shares = [...rows.map(({ share }) => share), ...(others ? [others.share] : []), ...(bias ? [bias.share] : [])];
  return [
    ...rows.map(({ weight, carried, share }) => `x = (${weight.text})*(${carried.text}) = ${share}`),
    `x = (${shares.join(')+(')}) ${sum.sign} ${sum.text}`,
    ...(result ? [`x = (${result.factor})*(${sum.text}) ${result.sign} ${result.text}`] : []),
  ];
}

/** Of the ledgers of a pass. @type {Look} */
function ledgerFaults(subject) {
  const { architecture: { sizes, layers } } = subject;
  const ledgers = sizes.slice(1).flatMap((size, at) => [...Array(size).keys()].flatMap((neuron) => [
    sumLedger(subject, at + 2, neuron), ...(at + 2 < layers ? [blameLedger(subject, at + 2, neuron)] : [])]));
  const lines = ledgers.flatMap(linesOf).map((line) => line.replaceAll('\u2212', '-').replaceAll('\u2248', '\\approx'));
  return { faults: lines.map(faultOf).filter((fault) => fault !== null), checked: lines.length };
}

test('what a neuron collects reckons up as printed, row by row, in thousands of ledgers', () => inspect(2, 5000, ledgerFaults));

test('the glass prints products and sums that the printed numbers give, in thousands of chains', () => inspect(3, 5000, chainFaults));

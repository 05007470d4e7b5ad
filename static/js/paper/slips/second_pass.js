/** @file Slips with the cost after the update, for which a whole step has to be made otherwise. */
import { evaluate, num } from '../expression.js';
import { COST, afterUpdate, deltaKey, placeOf } from '../keys.js';
import { layersOf, parameterKeys, range, biasKeys } from '../setup.js';
import { createSheet, nextNumbers } from '../sheet.js';
import { slip } from './row.js';

/** @typedef {import('./row.js').Sheet} Sheet */
/** @typedef {import('../setup.js').Numbers} Numbers */

/** The cost of these parameters. @param {Sheet} sheet @param {Numbers} numbers */
const costWith = ({ setup }, numbers) => num(createSheet({ ...setup, optimizer: 'plain' }, numbers).valueOf(COST));

/** @param {(sheet: Sheet) => import('../expression.js').Expression[]} variants @returns {import('./row.js').Slip['variants']} */
const ofNewCost = (variants) => ({ place }, sheet) => (place.isNew && place.kind === 'C' && place.point < 0 ? variants(sheet) : []);

/** Only some of what learns is changed. @param {Sheet} sheet @param {(layer: number) => boolean} isChanged */
function partly(sheet, isChanged) {
  const next = nextNumbers(sheet);
  for (const key of parameterKeys(sheet.setup)) if (!isChanged(placeOf(key).layer)) next[key] = sheet.numbers[key] ?? 0;
  return costWith(sheet, next);
}

/** The blame goes back through weights that are changed already. @param {Sheet} sheet */
function changedTooEarly(sheet) {
  const { setup, numbers, valueOf, byKey } = sheet;
  const next = nextNumbers(sheet);
  /** @type {Map<string, number>} */
  const blame = new Map();
  const mixed = (/** @type {string} */ key) => {
    const { kind } = placeOf(key);
    if (kind === 'w') return next[key];
    return blame.get(key) ?? valueOf(key);
  };
  for (let layer = layersOf(setup) - 1; layer > 1; layer--) {
    for (const point of range(setup.points)) {
      for (const k of range(setup.sizes[layer - 1])) {
        const row = byKey.get(deltaKey(point, layer, k));
        if (row) blame.set(row.key, evaluate(row.formula, mixed));
      }
    }
    for (const key of parameterKeys(setup).filter((name) => placeOf(name).layer === layer)) {
      const row = byKey.get(`g${key}`);
      if (row && setup.optimizer === 'plain') next[key] = (numbers[key] ?? 0) - (numbers.rate ?? 0) * evaluate(row.formula, mixed);
    }
  }
  return costWith(sheet, next);
}

export const SECOND_PASS_SLIPS = [
  slip('new weights used too early', ['cost'], 'That comes of sending the blame back through new weights.',
    'First all derivatives are made with the old weights; only then all weights are changed together.',
    ofNewCost((sheet) => (layersOf(sheet.setup) > 2 && sheet.setup.optimizer === 'plain' ? [changedTooEarly(sheet)] : []))),
  slip('only one layer changed', ['cost'], 'That is the cost with the weights of one layer changed.', 'An update changes all layers.',
    ofNewCost((sheet) => (layersOf(sheet.setup) > 2 ? [partly(sheet, (layer) => layer === layersOf(sheet.setup)), partly(sheet, (layer) => layer < layersOf(sheet.setup))] : []))),
  slip('biases changed too', ['cost'], 'That is the cost with the biases changed as well.', 'Here the biases stay as they are: look at the sentence above.',
    ofNewCost((sheet) => (sheet.setup.biasesLearn || biasKeys(sheet.setup).length === 0 ? [] : [
      costWith(sheet, nextNumbers(createSheet({ ...sheet.setup, biasesLearn: true }, sheet.numbers))),
      ...(sheet.setup.biases === 'layer' ? [eachBias(sheet)] : [])]))),
];

/** A shared bias that learns as one for each neuron. @param {Sheet} sheet */
function eachBias({ setup, numbers }) {
  const own = { ...numbers };
  setup.sizes.slice(1).forEach((size, at) => range(size).forEach((k) => { own[`b:${at + 2}:${k}`] = numbers[`b:${at + 2}:0`] ?? 0; }));
  const apart = /** @type {const} */ ({ ...setup, biases: 'neuron', biasesLearn: true });
  return num(createSheet(apart, own).valueOf(afterUpdate(COST)));
}


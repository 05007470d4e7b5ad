/**
 * What can be taken out, by groups, and how each is made: by the page itself, or by the server, which writes the programs.
 */
import { tableTitle } from '../../kept/naming.js';
import { namingOf } from '../../ui/naming.js';
import { networkNow } from '../network/network_now.js';
import { formatCount } from '../../ui/format.js';
import { decodeVector } from '../../network/parameters.js';
import { architectureOf, tableOf } from '../../state/selectors.js';
import { parametersJson, pointsCsv, pointsJson, runCsv, settingsJson, slug } from './files.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./types.js').Made} Made */
/** @typedef {import('./types.js').Thing} Thing */

/** What the files are called. @param {Page} page */
export function baseName({ state }) {
  const own = tableOf(state);
  if (own) return slug(tableTitle(own.name));
  const dataset = state.options?.datasets.find(({ name }) => name === state.drawn?.dataset);
  return slug(dataset && dataset.preview.length > 0 ? dataset.title : 'network');
}

/** @param {number} count @param {string} one */
const counted = (count, one) => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

const JSON_TYPE = 'application/json';
const CSV_TYPE = 'text/csv';
const EXACT = 'Numbers have all their digits, with a point.';
const OWN = 'In the table’s own names and units: numbers have twelve digits, with a point.';

/** @param {Page} page */
const experimentOf = ({ state }) => {
  if (!state.experiment) throw new Error('There is nothing yet to take out: the server has not told it.');
  return state.experiment;
};

/** @param {Page} page @returns {Made} */
function parameters(page) {
  const { progress } = page.state;
  const architecture = architectureOf(experimentOf(page));
  const theta = progress && decodeVector(progress.parameters);
  if (!theta || theta.length !== architecture.parameterCount) throw new Error('The network is about to change. Try again.');
  return {
    name: `${baseName(page)}-weights.json`, type: JSON_TYPE, shown: 'text', content: parametersJson(architecture, theta, progress.step),
    words: `As they were at step ${formatCount(progress.step)}. ${EXACT}`,
  };
}

/** What the points' own table calls things; null where they are of none, or of a formula. @param {Page} page */
function ownNames({ state }) {
  const table = tableOf(state);
  if (!table || table.formula !== undefined) return null;
  const { axes: { x1, x2, target, more = [] }, classes } = table;
  /** @param {import('../../types.js').Axis} axis @param {string} otherwise */
  const told = ({ name, unit, offset, factor }, otherwise) => ({ name: name || otherwise, unit, offset, factor });
  return {
    classes: classes.length > 0 ? [...namingOf(table).classes] : [],
    axes: [x1, x2, ...more].map((axis, index) => told(axis, `x${index + 1}`)),
    height: target && told(target, 'target'),
  };
}

/** What the server made comes with all its digits, as text or as base64. @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const WORDS = {
  numpy: 'Run it with Python and NumPy: it trains on as this server would, to the last bit on the same machine.',
  torch: 'Run it with Python and PyTorch: the same batches, by PyTorch’s own layers and optimizers.',
  notebook: 'Open it in Jupyter: the NumPy script in cells, with curve and boundary drawn.',
  npz: 'Read it with numpy.load: weights_2, biases_2 and so on, by layer number.',
  onnx: 'Open it in any program that reads ONNX: from x1 and x2 of points to the outputs.',
};

/**
 * @param {keyof typeof WORDS} format
 * @param {Made['shown']} shown
 * @returns {Thing['make']}
 */
const fromServer = (format, shown) => async (page, { start }) => {
  await page.send({ type: 'take_out', format, from_start: start && (shown === 'code' || shown === 'notebook'), names: ownNames(page) });
  const told = page.state.taken_out;
  if (told?.format !== format) throw new Error('Another file came in between. Ask for this one again.');
  const content = told.text ?? bytesOf(told.base64 ?? '');
  return { name: `${baseName(page)}${told.suffix}`, type: told.media_type, content, shown, words: WORDS[format] };
};

/** @type {{title: string, count: (page: Page) => string, things: Thing[]}[]} */
export const GROUPS = [
  {
    title: 'Points',
    count: ({ state }) => counted(state.points.length, 'row'),
    things: [
      { key: 'points-csv', title: 'CSV', make: (page) => ({
        name: `${baseName(page)}.csv`, type: CSV_TYPE, shown: 'table', words: tableOf(page.state) ? OWN : EXACT,
        content: pointsCsv(page.state.points, experimentOf(page), tableOf(page.state)),
      }) },
      { key: 'points-json', title: 'JSON', make: (page) => ({
        name: `${baseName(page)}.json`, type: JSON_TYPE, shown: 'text', words: EXACT,
        content: pointsJson(page.state.points, experimentOf(page), tableOf(page.state)),
      }) },
    ],
  },
  {
    title: 'The run',
    count: ({ state }) => ((state.frame?.step ?? 0) === 0 ? 'after the first step' : counted(state.frame?.step ?? 0, 'step')),
    things: [
      { key: 'run-csv', title: 'CSV of the curve', make: (page) => ({
        name: `${baseName(page)}-run.csv`, type: CSV_TYPE, shown: 'table', content: runCsv(page.state.history, page.state.frame),
        words: `A row for ${page.state.history.spacing === 1 ? 'each step that was told' : `about every ${formatCount(page.state.history.spacing)} steps`}, the last one as it was at step ${formatCount(page.state.frame?.step ?? 0)}.`,
      }) },
      { key: 'settings', title: 'settings', make: (page) => ({
        name: `${baseName(page)}-settings.json`, type: JSON_TYPE, shown: 'text', words: 'All that decides how training goes, apart from the points.',
        content: settingsJson(experimentOf(page)),
      }) },
    ],
  },
  {
    title: 'Weights and biases',
    count: (page) => `${formatCount(networkNow(page)?.parameters.length ?? 0)} numbers`,
    things: [
      { key: 'weights-json', title: 'JSON', make: parameters },
      { key: 'npz', title: 'npz', make: fromServer('npz', 'closed') },
      { key: 'onnx', title: 'ONNX', make: fromServer('onnx', 'closed') },
    ],
  },
  {
    title: 'Code',
    count: () => '',
    things: [
      { key: 'numpy', title: 'NumPy', make: fromServer('numpy', 'code') },
      { key: 'torch', title: 'PyTorch', make: fromServer('torch', 'code') },
      { key: 'notebook', title: 'notebook', make: fromServer('notebook', 'notebook') },
    ],
  },
];

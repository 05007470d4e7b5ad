/** @file Everything that the playground says of a moment outside of a pass, the glass and working by hand, by its place. */

import { connectionWords, isDown } from '../../../static/js/page/connection/connection_words.js';
import { brokenWords } from '../../../static/js/page/recovery/broken_words.js';
import { counterWords } from '../../../static/js/page/header/header.js';
import { captionOfCost } from '../../../static/js/page/network/network_panel.js';
import { cellWords, confusionOf } from '../../../static/js/page/confusion/confusion.js';
import { ailmentTitle, ailmentWords, healthWords } from '../../../static/js/page/health/words.js';
import { ailmentsOf } from '../../../static/js/network/health.js';
import { healthIn } from './health_claims.js';
import { numberWords } from '../../../static/js/page/numbers/numbers.js';
import { planeFacts } from '../../../static/js/page/plane/plane_panel.js';
import { takenWords } from '../../../static/js/page/points/point_words.js';
import { rowWords } from '../../../static/js/page/points/row_words.js';
import { barsOf, readingOf } from '../../../static/js/page/reading/reading_words.js';
import { dataSentence, networkSentence, runSentence } from '../../../static/js/page/settings/recipe_phrases.js';
import { barsOf as barsAt, barValues, layBars } from '../../../static/js/figures/chart/bar_layout.js';
import { barWords } from '../../../static/js/figures/chart/bar_words.js';
import { reading } from '../../../static/js/figures/chart/plot.js';
import { curveWords } from '../../../static/js/figures/curve.js';
import { neuronWords } from '../../../static/js/page/closer/neuron_words.js';
import { wireWords } from '../../../static/js/page/closer/wire_words.js';
import { describe, networkName } from '../../../static/js/figures/network/describe.js';
import { COST_KEY, biasKey, neuronKeys, weightKey } from '../../../static/js/network/keys.js';
import { PLAIN } from '../../../static/js/figures/network/scene.js';
import { crosshairText, planeName } from '../../../static/js/figures/plane/name.js';
import { feedforward } from '../../../static/js/network/forward.js';
import { trainingCount } from '../../../static/js/state/points.js';
import { said, together } from '../../../static/js/words/sentence.js';
import { OPTIONS } from '../options.js';

/** @typedef {import('./moments.js').Moment} Moment */
/** @typedef {import('../../../static/js/words/sentence.js').Sentence} Sentence */
/** @typedef {{place: string, sentence: Sentence, isName?: boolean}} Said */

/** A recipe's pieces as one sentence. @param {import('../../../static/js/page/settings/recipe_phrases.js').Sentence} pieces */
const whole = (pieces) => said(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
  ...pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.claims ?? [])));

/** @param {Moment} moment @returns {Said[]} */
const confusedSaid = ({ snapshot }) => (confusionOf(snapshot) ?? []).flatMap((row, target) => row.map((cell, answer) => (
  { place: 'confusion', sentence: cellWords(cell, target, answer, snapshot.naming?.classes) })));

/** Bars stand one by one on the first of these, one a neuron on the other. */
const WIDTHS = [5000, 60];

/** @param {NonNullable<ReturnType<typeof barsOf>>} bars @param {number} width @returns {Said[]} */
function barsSaid({ architecture, update }, width) {
  const layout = layBars(architecture.sizes, 0, width);
  const values = barValues(layout, update);
  return barsAt(layout).map((bar, at) => ({ place: 'bar', sentence: barWords(bar, layout.summed, values[at], architecture) }));
}

/** @param {Moment} moment @returns {Said[]} */
function ofTheNetwork({ snapshot }) {
  const { architecture, frame, chosen, pass, costs, experiment, diverged } = snapshot;
  if (!architecture || !frame || diverged) return [];
  const point = chosen && pass && { ...pass, x1: chosen.x1, x2: chosen.x2 };
  const cost = Number.isNaN(costs.train) ? null : costs.train;
  const scene = { ...PLAIN, architecture, parameters: frame.parameters, point, cost, costName: captionOfCost(experiment) };
  const last = architecture.layers;
  const keys = [COST_KEY, ...neuronKeys(architecture.sizes), biasKey(last, 0), weightKey(last, 0, 0)];
  const z = pass?.pre_activations[2]?.[0];
  const curves = z === undefined || !Number.isFinite(z) ? [] : (/** @type {const} */ (['value', 'slope'])).map((shows) => (
    { place: 'curve', sentence: curveWords({ activation: architecture.activation, z, shows }) }));
  return [
    { place: 'network', sentence: networkName(architecture), isName: true },
    ...keys.map((key) => ({ place: key, sentence: describe(key, scene), isName: true })),
    ...curves,
  ];
}

/** @param {Moment} moment @returns {Said[]} */
function ofThePoints({ snapshot }) {
  const { experiment, points, frame, architecture, diverged, chosen, pass, naming } = snapshot;
  if (!experiment || !frame || !architecture || diverged) return [];
  const facts = planeFacts(snapshot);
  const [point = null] = points;
  const answer = point && (feedforward(architecture, frame.parameters, point.x1, point.x2, point.more ?? []).activations.at(-1) ?? null);
  const taken = chosen && pass ? [{ place: 'taken', sentence: takenWords(chosen, experiment, /** @type {Float64Array} */ (pass.activations.at(-1)), naming), isName: true }] : [];
  const row = point ? Object.values(rowWords(point, experiment, answer, naming)) : [];
  return [
    ...(facts ? [{ place: 'plane', sentence: planeName(facts), isName: true }] : []),
    { place: 'crosshair', sentence: crosshairText({ x1: 0.5, x2: -0.04 }, point, experiment.task, naming) },
    ...row.map((sentence) => ({ place: 'table', sentence })),
    ...taken,
    { place: 'data', sentence: whole(dataSentence(points, null, null)) },
    { place: 'structure', sentence: whole(networkSentence(experiment, OPTIONS)) },
    { place: 'run', sentence: whole(runSentence(experiment, trainingCount(points), points.length, OPTIONS)) },
  ];
}

/** What is said of neurons, wires and biases that are looked at. @param {Moment} moment @returns {Said[]} */
function ofWhatIsPointedAt({ snapshot }) {
  const { architecture, frame, diverged, experiment } = snapshot;
  if (!architecture || !frame || !experiment || diverged) return [];
  const last = architecture.layers;
  const neurons = [{ layer: 1, neuron: 0 }, { layer: 2, neuron: 0 }, { layer: last, neuron: architecture.sizes[last - 1] - 1 }]
    .flatMap((place) => Object.entries(neuronWords(snapshot, place) ?? {}).map(([part, sentence]) => (
      { place: `neuron ${place.layer}`, sentence, isName: part === 'title' })));
  const wires = [weightKey(2, 0, 0), weightKey(last, 0, architecture.sizes[last - 2] - 1), biasKey(last, 0)].flatMap((key) => {
    const { title, words, equation } = wireWords(snapshot, key) ?? { title: said(''), words: said(''), equation: null };
    const parts = equation ? [equation.value, equation.change, equation.incoming.extent, equation.product.extent, equation.sum.extent] : [];
    return [{ place: key, sentence: title, isName: true }, { place: key, sentence: words, isName: true },
      ...parts.map((sentence) => ({ place: key, sentence }))];
  });
  return [...neurons, ...wires];
}

/** What is said of the layers' health, of ailments that were just found. @param {Moment} moment @returns {Said[]} */
function ofTheHealth(moment) {
  const health = healthIn(moment);
  if (!health) return [];
  const found = ailmentsOf(health);
  return [
    ...Object.values(healthWords(health, found)).map((sentence) => ({ place: 'health', sentence })),
    ...found.flatMap((ailment) => [ailmentTitle(ailment, health), ailmentWords(ailment, health)].map((sentence) => (
      { place: `ailing layer ${ailment.layer}`, sentence, isName: true }))),
  ];
}

/** @param {Moment} moment @returns {Said[]} */
function ofTheConnection({ snapshot, clock }) {
  const { connection, experiment, points } = snapshot;
  if (!isDown(connection)) return [];
  const { title, kept, next } = connectionWords({ connection, met: experiment !== null, points: points.length, now: clock, origin: 'https://school.example' });
  return [title, together(kept, next)].map((sentence) => ({ place: 'connection', sentence }));
}

/** @param {Moment} moment @returns {Said[]} */
export function allSaid(moment) {
  const { snapshot, state } = moment;
  const { title, before, after = said('') } = readingOf(snapshot);
  const bars = barsOf(snapshot);
  const { history, diverged } = state;
  const broken = diverged ? Object.values(brokenWords({ history, diverged, way_back: snapshot.way_back })) : [];
  return [
    { place: 'heading', sentence: title, isName: true },
    { place: 'reading', sentence: together(before, after), isName: true },
    ...confusedSaid(moment),
    ...(bars ? [{ place: 'bars', sentence: bars.name, isName: true }, ...WIDTHS.flatMap((width) => barsSaid(bars, width))] : []),
    ...Object.values(counterWords(snapshot)).filter((sentence) => sentence !== null).map((sentence) => ({ place: 'header', sentence, isName: true })),
    ...Object.values(numberWords(snapshot)).map((sentence) => ({ place: 'numbers', sentence, isName: true })),
    ...broken.map((sentence) => ({ place: 'note', sentence, isName: true })),
    ...Array.from(history.steps, (_, at) => ({ place: 'curve', sentence: reading({ ...history, now: null }, at), isName: true })),
    ...ofTheNetwork(moment),
    ...ofThePoints(moment),
    ...ofWhatIsPointedAt(moment),
    ...ofTheHealth(moment),
    ...ofTheConnection(moment),
  ];
}

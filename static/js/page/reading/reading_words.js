/**
 * What the reading pane says of a moment: where the numbers broke, the chosen point, a lost connection, or the last step.
 */
import { biasKey, weightKey } from '../../network/keys.js';
import { trainingCount } from '../../state/points.js';
import { formatCount } from '../../ui/format.js';
import { byHand } from '../../ui/hand.js';
import { said, together } from '../../words/sentence.js';
import { connectionWords, isDown, isExplained } from '../connection/connection_words.js';
import { pointHeading, pointWords } from '../points/point_words.js';
import { reachedWords } from './reached_words.js';
import { barsName, stepWords, tellsUpdate } from './step_words.js';

/** @typedef {import('../snapshot.js').Snapshot} Snapshot */
/** @typedef {import('./step_words.js').Change} Change */
/** @typedef {import('../../words/sentence.js').Sentence} Sentence */

/**
 * @typedef {object} Reading
 * @property {Sentence} title
 * @property {Sentence} before
 * @property {string} [formula] in TeX, between the words
 * @property {Sentence} [after]
 * @property {boolean} [follows] it speaks of a point that can be followed
 */

/** The symbol of a weight or bias, tied to its place in the figure. @param {Change} change */
function symbolOf({ layer, neuron, source }) {
  if (source === null) return `\\htmlData{el=${biasKey(layer, neuron)}}{b^{${layer}}_{${neuron + 1}}}`;
  const symbol = `w^{${layer - 1},${layer}}_{${source + 1},${neuron + 1}}`;
  return `\\htmlData{el=${weightKey(layer, neuron, source)}}{${symbol}}`;
}

/** @param {Snapshot} snapshot @returns {Reading | null} */
function brokenReading({ diverged, way_back: back }) {
  if (!diverged) return null;
  const [broke, drawn] = [diverged.step, (back ?? diverged).progress.step].map(formatCount);
  const isCost = diverged.what === 'cost';
  return {
    title: said('Where the numbers broke'),
    before: said(`At step ${broke} ${isCost ? 'the cost' : 'a weight, a bias or what the optimizer keeps of them'} passed`,
      { that: 'broke at', step: broke, what: diverged.what }),
    formula: '1.8\\cdot10^{308}',
    after: together(
      said(', the largest number the computer can hold here. Beyond it there is only ∞, and what is calculated with '
        + 'that becomes NaN, “not a number”.'),
      said(`The network above is drawn as it was at step ${drawn}.`, { that: 'way back', step: drawn }),
    ),
  };
}

/** @param {Snapshot} snapshot @returns {Reading | null} */
function offlineReading({ connection, experiment, status, points, stored }) {
  if (!isDown(connection)) return null;
  if (!experiment || stored) {
    const reason = connectionWords({ connection, met: false, points: 0, now: connection.since }).title;
    const title = isExplained(connection) ? reason : said('Waiting for the server');
    const meanwhile = said(stored ? 'Meanwhile you see two moons, and a network that has learned them before.' : '');
    return { title, before: together(said('The page tries again by itself and starts as soon as it gets through.'), meanwhile) };
  }
  const goesOn = status === 'training'
    ? said('Training goes on when the server is back.', { that: 'status', status })
    : said('');
  const pick = points.length > 0 ? `${byHand('move over', 'touch')} the plane, pick a point, read the curve`
    : `${byHand('click', 'tap')} points, look at the tiles`;
  return {
    title: said('You can keep reading'),
    before: together(said(`Everything on the screen stays explorable: ${pick}.`), goesOn),
  };
}

/** @param {Snapshot} snapshot @returns {Reading | null} */
function pointReading({ chosen, pass, experiment, numbers, naming }) {
  const answer = pass?.activations.at(-1);
  if (!chosen || !answer || !experiment) return null;
  const where = numbers === 'all' ? 'the neurons' : 'the outputs';
  const stand = numbers === 'none' ? said('') : said(`Its numbers stand at ${where} above.`, { that: 'numbers at', numbers });
  return {
    title: pointHeading(chosen, experiment.task, naming),
    before: together(
      pointWords(chosen, experiment, answer, naming), stand,
      said(byHand('Drag moves it, the Delete key removes it, Esc lets it go.',
        'Drag moves it, a long press removes it, another tap lets it go.')),
    ),
    follows: true,
  };
}

/** @param {Snapshot} snapshot @returns {Reading | null} */
function sampleReading({ sample, status, frame }) {
  const isToCome = status === 'training' || (frame?.step ?? 0) === 0;
  return sample ? {
    title: said('An example, so that you see it work'),
    before: said(`Two moons of points, and a network that ${isToCome ? 'learns' : 'has learned'} to tell them apart: its answer tints the plane. The cost, C, is how wrong it is, on average over the points that it learns from; the nearer to 0, the better.`),
  } : null;
}

/** What going on from a moment that is looked at would do. @param {NonNullable<Snapshot['past']>} past @param {number} step */
function laterWords({ newest }, step) {
  if (newest === step) return said('Going on from here goes on with this branch.', { that: 'later steps', later: '0' });
  const later = formatCount(newest - step);
  return said(`Going on from here begins a branch: the ${later} later ${later === '1' ? 'step stays' : 'steps stay'}, pale.`, { that: 'later steps', later });
}

/** A moment before the newest. @param {Snapshot} snapshot @returns {Reading | null} */
function pastReading({ past, frame, architecture, experiment, history }) {
  if (!past || !frame || !architecture || !experiment) return null;
  const [step, newest] = [frame.step, past.newest].map(formatCount);
  const title = said(`Step ${step} of ${newest}, in words`, { that: 'step', step }, { that: 'newest step', newest });
  const later = laterWords(past, frame.step);
  if (frame.step === 0) return { title, before: together(said('No step was made yet, so nothing is learned.', { that: 'no step' }), later) };
  const { before, change, after } = stepWords(frame, architecture, experiment, history);
  if (!change) return { title, before: together(before, later) };
  return { title, before, formula: symbolOf(change), after: together(after ?? said(''), later) };
}

/** @param {Snapshot} snapshot @returns {Reading} */
function firstReading({ points, experiment, status }) {
  const training = trainingCount(points);
  if (points.length === 0) {
    return {
      title: said('Nothing to learn yet', { that: 'points', points: '0' }),
      before: said('Each tile above shows what one neuron makes of the whole plane. '
        + 'No step was made yet, so nothing in them is learned.', { that: 'no step' }),
    };
  }
  const tests = formatCount(points.length - training);
  if (training === 0) {
    return {
      title: said('Nothing to train on', { that: 'points', training: '0' }),
      before: said(`${points.length === 1 ? 'The only point is' : `All ${tests} points are`} kept for testing, and `
        + 'training never sees those. It needs one point at least that is not.', { that: 'points', tests, training: '0' }),
    };
  }
  const waiting = formatCount(training);
  const kept = training === points.length ? '' : `, and ${tests} more ${tests === '1' ? 'is' : 'are'} kept for testing`;
  const wait = said(`${waiting} ${training === 1 ? 'point waits' : 'points wait'}${kept}.`,
    { that: 'points', training: waiting, tests });
  if (status === 'training') return { title: said('The first step comes', { that: 'status', status }), before: wait };
  return { title: said('Ready to learn', { that: 'no step' }), before: together(wait, goalWords(points, experiment)) };
}

/** @param {readonly import('../../types.js').Point[]} points @param {import('../../types.js').Experiment | null} experiment */
function goalWords(points, experiment) {
  const press = byHand('Press Train or the space bar', 'Tap Train');
  if (experiment?.task === 'regression') return said(`${press}, and watch the heights bend towards them.`);
  const classes = new Set(points.filter(({ test }) => !test).map(({ target }) => target)).size;
  return classes > 1
    ? said(`${press}, and watch the boundary find its way between the classes.`, { that: 'classes', several: true })
    : said(`${press}; with a point of another class there would be a boundary to find.`, { that: 'classes', several: false });
}

/**
 * @param {Snapshot} snapshot
 * @returns {Reading}
 */
export function readingOf(snapshot) {
  const special = brokenReading(snapshot) ?? pointReading(snapshot) ?? pastReading(snapshot) ?? offlineReading(snapshot) ?? sampleReading(snapshot);
  if (special) return special;
  const { frame, experiment, architecture, history } = snapshot;
  if (!frame || !experiment || !architecture) {
    return { title: said('One moment'), before: said('The page waits for the server’s first word.') };
  }
  if (frame.step === 0) return firstReading(snapshot);
  const { before, change, after } = stepWords(frame, architecture, experiment, history);
  const step = formatCount(frame.step);
  const { reached } = snapshot;
  if (reached) {
    return { title: said(`Stopped at step ${step}, as you asked`, { that: 'step', step }), before: together(reachedWords(reached, snapshot.points), before), ...(change && { formula: symbolOf(change), after }) };
  }
  const title = said(`Step ${step}, in words`, { that: 'step', step });
  return change ? { title, before, formula: symbolOf(change), after } : { title, before };
}

/**
 * The bars below the words: the update that they show, and their name; null where none is known.
 * @param {Snapshot} snapshot
 * @returns {(import('../../figures/chart/update_bars.js').BarsScene & {name: Sentence}) | null}
 */
export function barsOf({ frame, architecture, diverged, sample, status }) {
  if (!frame || !architecture || diverged || sample || !tellsUpdate(frame)) return null;
  return { architecture, update: frame.update, training: status === 'training', name: barsName(frame, architecture) };
}

/**
 * What can be undone, in the words of a person who did it: "layer 3 removed", "learning rate 0.1 → 0.3".
 */
import { formatCount } from '../../ui/format.js';
import { typedNumber } from '../../ui/parse.js';
import { titleOf } from '../settings/choice_words.js';

/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {import('../../types.js').UndoEntry} UndoEntry */
/** @typedef {import('../../types.js').Options} Options */

/** @type {Partial<Record<keyof Experiment, string>>} */
const SETTINGS = {
  activation: 'activation', output: 'output', cost: 'cost', optimizer: 'optimizer', learning_rate: 'learning rate',
  momentum: 'momentum', decay: 'decay', l1: 'L1 penalty', l2: 'L2 penalty', batch_size: 'batch size',
  initializer: 'first weights', seed: 'seed', schedule: 'rate', warm_up: 'warm-up', schedule_steps: 'steps of the rate\u2019s fall',
  schedule_factor: 'factor of the rate\u2019s fall', least_share: 'least share of the rate', largest_norm: 'longest gradient',
  until_step: 'step to stop at', until_cost: 'cost to stop below', until_share: 'share to stop at', until_patience: 'epochs of patience',
};

/** @param {number} count @param {string} what happened to the points */
const points = (count, what) => (count === 1 ? `point ${what}` : `${formatCount(count)} points ${what}`);

/** @param {Options} options @param {string} name @param {unknown} value */
const valueText = (options, name, value) => (typeof value === 'number' ? typedNumber(value) : titleOf(options, name, String(value)));

/** @param {Options} options @param {string[]} before @param {string[]} after */
function inputsText(options, before, after) {
  const titles = (/** @type {string[]} */ names) => names.map((name) => titleOf(options, 'features', name)).join(', ');
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const parts = [];
  if (added.length > 0) parts.push(`${titles(added)} added`);
  if (removed.length > 0) parts.push(`${titles(removed)} removed`);
  return `${added.length + removed.length === 1 ? 'input' : 'inputs'} ${parts.join(', ')}`;
}

/** @param {Partial<Experiment>} changes @param {Experiment} was */
function goalText({ task = 'classification', classes }, was) {
  const before = was.task === 'regression' ? 'a real number' : `${was.classes} classes`;
  return `task ${before} → ${task === 'regression' ? 'a real number' : `${classes ?? was.classes} classes`}`;
}

/** @param {Partial<Experiment>} changes @param {Experiment} was @param {Options} options */
function settingText(changes, was, options) {
  const { task, classes, features, shuffle } = changes;
  if (task !== undefined || classes !== undefined) return goalText(changes, was);
  if (features) return inputsText(options, was.features, features);
  if (shuffle !== undefined) return `new order in each epoch ${shuffle ? 'on' : 'off'}`;
  const names = /** @type {(keyof Experiment)[]} */ (Object.keys(changes));
  return names.map((name) => (
    `${SETTINGS[name] ?? name} ${valueText(options, name, was[name])} → ${valueText(options, name, changes[name])}`
  )).join(', ');
}

/**
 * @param {Pick<UndoEntry, 'deed' | 'was' | 'name'>} entry
 * @param {Options} options
 */
export function deedText({ deed, was, name: own }, options) {
  if (own) return own;
  switch (deed.type) {
    case 'add_points': return points(deed.points.length, 'added');
    case 'move_points': return points(deed.points.length, 'moved');
    case 'remove_points': return points(deed.ids.length, 'removed');
    case 'set_targets': return points(deed.ids.length, 'changed');
    case 'replace_points': return 'points replaced';
    case 'generate': {
      if (deed.dataset === 'blank') return 'all points removed';
      return `data set ${options.datasets.find(({ name }) => name === deed.dataset)?.title ?? deed.dataset}`;
    }
    case 'split': return 'test points chosen anew';
    case 'reset': return typeof deed.seed === 'number' ? `reset to new weights, seed ${deed.seed}` : 'reset';
    case 'add_layer': return `layer ${deed.layer} added`;
    case 'remove_layer': return `layer ${deed.layer} removed`;
    case 'add_neuron': return `neuron added to layer ${deed.layer}`;
    case 'remove_neuron': return `neuron ${deed.neuron + 1} removed from layer ${deed.layer}`;
    case 'set_parameter': {
      return `${deed.source === null ? 'bias' : 'weight'} set to ${typedNumber(Number(deed.value.toPrecision(5)))}`;
    }
    case 'load': return `back to step ${formatCount(deed.checkpoint.progress.step)}`;
    case 'configure': return was ? settingText(deed.changes, was, options) : 'settings';
    default: return 'change';
  }
}

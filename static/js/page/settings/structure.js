/**
 * The settings of the network's structure: inputs, activation, task, output, first weights.
 */
import { OUTPUT_KINDS } from '../../network/output_kinds.js';
import { MOST_FURTHER, furtherPlace } from '../../network/features.js';
import { ACTIVATIONS } from '../../network/activations.js';
import { choice, several } from '../../ui/choices.js';
import { curve } from './curve.js';
import { action, number, toggle } from '../../ui/fields.js';
import { otherSeed } from './seed.js';
import { worded } from './choice_words.js';

/** @typedef {import('./setting.js').Setting} Setting */

/** An input by its table's name, where it has one, with the symbol that stands at the network. @param {import('../../ui/choices.js').Option} option @param {string | null} own */
const named = (option, own) => (own ? { ...option, title: own, words: option.title } : option);

/**
 * The outputs of each task; a single neuron tells no more than two classes apart, so of more it is not offered.
 * @param {Record<string, {outputs: string[]}>} tasks
 */
const outputMenus = (tasks) => Object.entries(tasks).flatMap(([task, { outputs }]) => [
  { task, many: false, outputs },
  ...(task === 'regression' ? [] : [{ task, many: true, outputs: outputs.filter((name) => !OUTPUT_KINDS[/** @type {keyof typeof OUTPUT_KINDS} */ (name)]?.levels) }]),
]);

/** @type {Record<string, Setting>} */
export const STRUCTURE = {
  features: {
    title: 'Inputs',
    about: 'What the network is told of a point. With x₁² and x₂² a circle becomes easy; with x₁ and x₂ '
      + 'alone it must be built from bends.',
    price: 'The weights of inputs that stay are kept; new ones start fresh.',
    parts: ({ options, configure, tell, ownName }) => Array.from({ length: MOST_FURTHER + 1 }, (_, columns) => ({
      control: several({
        label: 'Inputs',
        options: worded(options.features, Object.keys(options.features).filter((name) => furtherPlace(name) < columns))
          .map((option) => named(option, ownName(option.value))),
        onChoose: (features) => tell(configure({ features })),
      }),
      reads: (/** @type {import('./setting.js').Facts} */ { experiment }) => experiment.features,
      when: (/** @type {import('./setting.js').Facts} */ { experiment, further }) => columns === Math.max(further, ...experiment.features.map((name) => furtherPlace(name) + 1)),
    })),
  },
  activation: {
    title: 'Activation',
    about: 'What a neuron does with its sum. Without this bend, any number of layers would still draw only '
      + 'straight lines.',
    price: 'The weights stay, but they were learned for another bend, so the cost jumps.',
    parts: ({ options, configure, tell }) => [{
      control: choice({
        label: 'Activation',
        options: worded(options.activation).map((option) => {
          const { value: shape } = ACTIVATIONS[/** @type {keyof typeof ACTIVATIONS} */ (option.value)];
          return { ...option, drawing: curve(shape) };
        }),
        onChoose: (activation) => tell(configure({ activation })),
      }),
      reads: ({ experiment }) => experiment.activation,
    }],
  },
  task: {
    title: 'Task',
    about: 'What the network is asked: which class a point belongs to, or which number stands there.',
    price: 'Output and cost follow along. The weights into the output start fresh where their number '
      + 'changes.',
    parts: ({ options, configure, tell }) => [{
      control: choice({
        label: 'Task',
        options: [
          ...[2, 3, 4].map((value) => (
            { value, title: `${value} classes`, words: options.task.classification.words })),
          { value: 'regression', title: 'a real number', words: options.task.regression.words },
        ],
        onChoose: (value) => tell(configure(
          value === 'regression' ? { task: 'regression' } : { task: 'classification', classes: value },
        )),
      }),
      reads: ({ experiment }) => (experiment.task === 'regression' ? 'regression' : experiment.classes),
    }],
  },
  output: {
    title: 'Output',
    about: 'How the last sums become an answer.',
    price: 'The weights stay, but those into the output start fresh where the number of its neurons changes. A cost that doesn’t go with '
      + 'the new output changes along.',
    parts: ({ options, configure, tell, look }) => [...outputMenus(options.task).map(({ task, many, outputs }) => ({
      control: choice({
        label: 'Output',
        options: worded(options.output, outputs),
        onChoose: (output) => tell(configure({ output })),
      }),
      reads: (/** @type {import('./setting.js').Facts} */ { experiment }) => experiment.output,
      when: (/** @type {import('./setting.js').Facts} */ { experiment }) => experiment.task === task && (task === 'regression' || many === experiment.classes > 2),
    })), {
      control: toggle({ label: 'Discretise: what is decided, without shades (D)', onChange: (on) => look({ discretised: on }) }),
      reads: ({ discretised }) => discretised,
    }],
  },
  initializer: {
    title: 'First weights',
    about: 'How the random weights before step 0 are spread. Too small and no signal gets through, too '
      + 'large and every neuron is saturated.',
    price: 'Starts the run again from step 0. Your points stay.',
    parts: ({ options, configure, tell }) => [{
      control: choice({
        label: 'First weights',
        options: worded(options.initializer),
        onChoose: (initializer) => tell(configure({ initializer })),
      }),
      reads: ({ experiment }) => experiment.initializer,
    }],
  },
  seed: {
    title: 'Seed',
    about: 'The number that all randomness of the run follows from. The same seed gives the same weights '
      + 'and the same order of points.',
    price: 'Starts the run again from step 0. Your points stay.',
    parts: ({ configure, tell }) => {
      let present = 0;
      return [
        {
          control: number({ label: 'Seed', onChange: (seed) => configure({ seed }) }),
          reads: ({ experiment }) => (present = experiment.seed),
        },
        { control: action('Another seed', () => tell(configure({ seed: otherSeed(present) }))), reads: () => null },
      ];
    },
  },
};

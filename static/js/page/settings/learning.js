/**
 * The settings of learning: optimizer, rate, batches, cost, penalty.
 */
import { chips, choice } from '../../ui/choices.js';
import { number, toggle } from '../../ui/fields.js';
import { typedNumber } from '../../ui/parse.js';
import { worded } from './choice_words.js';
import { rateParts } from './rate.js';

/** @typedef {import('./setting.js').Setting} Setting */
/** @typedef {import('../../types.js').Experiment} Experiment */

const RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const BATCHES = [1, 4, 10, 16, 32, 64];
const LONGEST = [0, 0.01, 0.1, 0.3, 1, 3, 10];
const PENALTIES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];

/** @type {{field: 'until_step' | 'until_cost' | 'until_share' | 'until_patience', label: string, percent?: boolean}[]} */
const UNTIL = [
  { field: 'until_step', label: 'Step' }, { field: 'until_cost', label: 'Cost of the training points below' },
  { field: 'until_share', label: 'Training points that are right, in per cent', percent: true },
  { field: 'until_patience', label: 'Epochs without a lower cost of the test points (without any, of the training points)' },
];

/** @param {number[]} values */
const short = (values) => values.map((value) => ({ value, title: typedNumber(value) }));

/**
 * A number of the experiment: chips of usual values, and a field for any other.
 * @param {Pick<import('./setting.js').Deeds, 'configure' | 'tell'>} deeds
 * @param {'learning_rate' | 'batch_size' | 'l1' | 'l2' | 'largest_norm'} field
 * @param {string} label
 * @param {number[]} usual
 * @returns {import('./setting.js').Part[]}
 */
function usualOrTyped({ configure, tell }, field, label, usual) {
  const onChange = (/** @type {number} */ value) => configure({ [field]: value });
  const reads = (/** @type {{experiment: Experiment}} */ { experiment }) => experiment[field];
  return [
    { control: number({ label, onChange }), reads },
    { control: chips({ label: `${label}, usual values`, options: short(usual), onChoose: (value) => tell(onChange(value)) }), reads },
  ];
}

/** @type {Record<string, Setting>} */
export const LEARNING = {
  optimizer: {
    title: 'Optimizer',
    about: 'How a gradient becomes a step. All go downhill; they differ in what they remember of the way '
      + 'so far.',
    price: 'The weights stay. What the old optimizer remembered is forgotten.',
    parts: ({ options, configure, tell }) => [
      {
        control: choice({
          label: 'Optimizer',
          options: worded(options.optimizer),
          onChoose: (optimizer) => tell(configure({ optimizer })),
        }),
        reads: ({ experiment }) => experiment.optimizer,
      },
      {
        control: number({
          label: 'Momentum: how much of the last step is kept',
          range: { min: 0, max: 0.99, step: 0.01 },
          onChange: (momentum) => configure({ momentum }),
        }),
        reads: ({ experiment }) => experiment.momentum,
        when: ({ experiment }) => options.optimizer[experiment.optimizer].settings.includes('momentum'),
      },
      {
        control: number({
          label: 'Decay: how slowly squared gradients are forgotten',
          range: { min: 0, max: 0.999, step: 0.001 },
          onChange: (decay) => configure({ decay }),
        }),
        reads: ({ experiment }) => experiment.decay,
        when: ({ experiment }) => options.optimizer[experiment.optimizer].settings.includes('decay'),
      },
      ...usualOrTyped({ configure, tell }, 'largest_norm', 'Clip gradients that are longer than (0: none)', LONGEST),
    ],
  },
  learning_rate: {
    title: 'Learning rate',
    about: 'How far each step goes, written η. Too small and nothing moves; too large and each step jumps '
      + 'across the valley. It may fall as training goes on: large steps find the valley, small ones its floor.',
    price: 'The weights stay. It changes from the next step on.',
    parts: (deeds) => [...usualOrTyped(deeds, 'learning_rate', 'Learning rate', RATES), ...rateParts(deeds)],
  },
  batch: {
    title: 'Batch',
    about: 'How many points one step looks at. Few make quick and nervous steps; all at once make slow and '
      + 'sure ones.',
    price: 'The weights stay. The present pass through the points starts anew.',
    parts: (deeds) => [
      ...usualOrTyped(deeds, 'batch_size', 'Points in a batch', BATCHES),
      {
        control: toggle({
          label: 'A new order of points in each epoch',
          onChange: (shuffle) => deeds.tell(deeds.configure({ shuffle })),
        }),
        reads: ({ experiment }) => experiment.shuffle,
      },
    ],
  },
  cost: {
    title: 'Cost',
    about: 'How wrong an answer is, as one number. Training is nothing else than making it smaller.',
    price: 'The weights stay. The cost curve goes on in another measure.',
    parts: ({ options, configure, tell }) => Object.entries(options.output).map(([output, { costs }]) => ({
      control: choice({
        label: 'Cost',
        options: worded(options.cost, costs),
        onChoose: (cost) => tell(configure({ cost })),
      }),
      reads: ({ experiment }) => experiment.cost,
      when: ({ experiment }) => experiment.output === output,
    })),
  },
  until: {
    title: 'Train until',
    about: 'Training pauses by itself at the goal that it reaches first, and says why. Leave a field at 0 to do without it. A goal that is reached already when training begins does not stop it.',
    price: 'The weights stay. It holds from the present step on.',
    parts: ({ configure }) => UNTIL.map(({ field, label, percent }) => ({
      control: number({ label, percent, onChange: (value) => configure({ [field]: value }) }), reads: ({ experiment }) => experiment[field],
    })),
  },
  penalty: {
    title: 'Penalty on weights',
    about: 'Adds the size of the weights to the cost, so that the network prefers simple answers. L1 '
      + 'drives weights to zero, L2 keeps them small. Biases go free.',
    price: 'The weights stay and begin to shrink. The cost includes the penalty.',
    parts: (deeds) => [
      ...usualOrTyped(deeds, 'l1', 'L1, times the sum of |w|', PENALTIES),
      ...usualOrTyped(deeds, 'l2', 'L2, times half the sum of w²', PENALTIES),
    ],
  },
};

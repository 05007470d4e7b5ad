/**
 * The settings of the data: which set, how many points, how noisy, how many kept for testing.
 */
import { pointsWords } from '../points/limits.js';
import { FIRST_SAMPLE, rememberStartsAnew, startsAnew } from '../points/samples.js';
import { chips } from '../../ui/choices.js';
import { action, number, toggle } from '../../ui/fields.js';
import { otherSeed } from './seed.js';

/** @typedef {import('./setting.js').Setting} Setting */

const MOST_DRAGGED = 500;
const REDRAWN = 'Draws all points anew, in place of the present ones.';

/** @returns {import('./setting.js').Part} */
function anew() {
  const control = toggle({
    label: 'Another data set starts the network anew',
    onChange: (on) => {
      rememberStartsAnew(on);
      control.show(on);
    },
  });
  return { control, reads: startsAnew };
}

/** How many points can be dragged to. @param {number} most that the server takes */
function countRange(most) {
  const step = 10;
  return most < 2 * step ? { min: 1, max: most, step: 1 } : { min: step, max: Math.min(MOST_DRAGGED, most), step };
}

/** @type {Record<string, Setting>} */
export const DATA = {
  dataset: {
    title: 'Data set',
    about: 'Points drawn from a picture, each with its class or its height. Add your own by clicking on '
      + 'the plane.',
    price: `${REDRAWN} Where the network goes on with another task or other classes, the weights into the output start fresh.`,
    parts: ({ options, generate, limits, tell }) => {
      let present = 0;
      return [
        {
          control: chips({
            label: 'Data set',
            options: options.datasets.map(({ name, title }) => ({ value: name, title })),
            onChoose: (dataset) => tell(generate({ dataset })),
          }),
          reads: ({ sample, points }) => (points === 0 ? 'blank' : sample.dataset),
        },
        {
          control: number({
            label: 'Number of points',
            range: countRange(limits.max_points),
            hint: limits.max_points < FIRST_SAMPLE.count ? `${pointsWords(limits.max_points)}.` : '',
            onChange: (count) => generate({ count }),
          }),
          reads: ({ sample }) => Math.min(sample.count, limits.max_points),
        },
        {
          control: number({ label: 'Seed of the sample', onChange: (seed) => generate({ seed }) }),
          reads: ({ sample }) => (present = sample.seed),
        },
        { control: action('New sample', () => tell(generate({ seed: otherSeed(present) }))), reads: () => null },
        anew(),
      ];
    },
  },
  noise: {
    title: 'Noise',
    about: 'How far points stray from the picture they are drawn from. With much noise no boundary can be '
      + 'right everywhere.',
    price: `${REDRAWN} The weights stay.`,
    parts: ({ generate }) => [{
      control: number({
        label: 'Noise',
        range: { min: 0, max: 1, step: 0.05 },
        onChange: (noise) => generate({ noise }),
      }),
      reads: ({ sample }) => sample.noise,
    }],
  },
  test_share: {
    title: 'Test points',
    about: 'Points that are never learned from, drawn hollow. They tell whether the network understood or '
      + 'only memorised.',
    price: 'Chooses anew which points are for testing. None moves, and the weights stay.',
    parts: ({ split, look }) => [{
      control: number({
        label: 'Share for testing',
        range: { min: 0, max: 0.9, step: 0.05 },
        onChange: (share) => split(share),
      }),
      reads: ({ test_share: share }) => share,
    }, {
      control: toggle({ label: 'Show test points (T)', onChange: (on) => look({ show_tests: on }) }),
      reads: ({ show_tests: shown }) => shown,
    }],
  },
};

/**
 * How the learning rate goes: its schedule, what that reads, and the rate drawn over the steps.
 */
import { choice } from '../../ui/choices.js';
import { number } from '../../ui/fields.js';
import { capital } from '../../ui/format.js';
import { rateChart, rateDrawing } from './rate_drawings.js';

/** @typedef {import('./setting.js').Facts} Facts */
/** @typedef {import('../../types.js').Experiment} Experiment */
/** @typedef {'warm_up' | 'schedule_steps' | 'schedule_factor' | 'least_share'} Field */

/** What each schedule calls the steps of its fall. @type {Record<Experiment['schedule'], string>} */
const LENGTHS = {
  constant: '', steps: 'Steps between two drops', exponential: 'Steps until it is multiplied by the factor', cosine: 'Steps of the fall',
  restarts: 'Steps of each fall',
};

/** @param {import('./setting.js').Deeds} deeds @returns {import('./setting.js').Part[]} */
export function rateParts({ options, configure, tell }) {
  const schedules = /** @type {Experiment['schedule'][]} */ (Object.keys(options.schedule));
  /** @param {Field} name @param {string} label @param {(facts: Facts) => boolean} [when] @returns {import('./setting.js').Part} */
  const field = (name, label, when) => ({
    control: number({ label, onChange: (value) => configure({ [name]: value }) }), reads: ({ experiment }) => experiment[name], when,
  });
  /** @param {Exclude<Field, 'warm_up'>} name */
  const whereRead = (name) => (/** @type {Facts} */ { experiment }) => options.schedule[experiment.schedule].settings.includes(name);
  return [
    {
      control: choice({
        label: 'How the rate goes',
        options: schedules.map((value) => {
          const { title, words } = options.schedule[value];
          return { value, title: capital(title), words, drawing: rateDrawing(value) };
        }),
        onChoose: (schedule) => tell(configure({ schedule })),
      }),
      reads: ({ experiment }) => experiment.schedule,
    },
    { control: rateChart(), reads: ({ experiment }) => experiment },
    ...schedules.filter((schedule) => LENGTHS[schedule]).map((schedule) => (
      field('schedule_steps', LENGTHS[schedule], ({ experiment }) => experiment.schedule === schedule))),
    field('schedule_factor', 'Factor of each fall', whereRead('schedule_factor')),
    field('least_share', 'Least share of the rate', whereRead('least_share')),
    field('warm_up', 'Steps to warm up in (0: none)'),
  ];
}

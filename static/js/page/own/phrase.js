/**
 * An underlined phrase that is a choice among a few: a press opens them beside it.
 */
import { choice } from '../../ui/choices.js';
import { make, setText } from '../../ui/dom.js';
import { openPopover } from '../../ui/popover.js';

/**
 * @param {object} settings
 * @param {string} settings.label
 * @param {() => import('../../ui/choices.js').Option[]} settings.options
 * @param {() => any} settings.value the one in force
 * @param {(value: any) => void} settings.onChoose
 */
export function phrase({ label, options, value, onChoose }) {
  const button = make('button', {
    'aria-haspopup': 'dialog', 'aria-expanded': 'false',
    onclick() {
      const control = choice({
        label,
        options: options(),
        onChoose(chosen) {
          popover.close();
          onChoose(chosen);
        },
      });
      control.show(value());
      const popover = openPopover(button, { label, content: [make('section', { class: 'setting' }, make('h3', {}, label), control.element)] });
    },
  });
  return {
    element: button,
    show() {
      setText(button, options().find((option) => option.value === value())?.title ?? '');
    },
  };
}

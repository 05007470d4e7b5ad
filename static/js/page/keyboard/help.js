/**
 * The list of keys, and the switch that turns single-letter keys off.
 */
import { byId, make, setAttribute } from '../../ui/dom.js';
import { recall, remember } from '../../ui/memory.js';
import { dialogById } from '../../ui/dialog.js';
import { effect } from '../../ui/tracked.js';
import { FIGURE_KEYS } from './bindings.js';
import { undoKeys } from './undo_keys.js';

const KEY = 'single-keys';

/** Whether single-letter keys work, as this browser remembers it. */
export const singleKeysWanted = () => recall(KEY) !== 'off';

/** @param {import('../page.js').Page} page @param {() => Array<{shown: string, does: string}>} keys */
export function createHelp({ view }, keys) {
  const dialog = dialogById('help-dialog');
  const single = byId('single-keys');
  single.addEventListener('click', () => {
    const on = !view.keyboard.single_keys;
    view.keyboard.single_keys = on;
    remember(KEY, on ? 'on' : 'off');
  });
  effect(() => setAttribute(single, 'aria-checked', String(view.keyboard.single_keys)));

  const open = () => {
    const [undo, redo] = undoKeys();
    const listed = [...keys(), { shown: undo, does: 'Undo' }, { shown: redo, does: 'Redo' }, ...FIGURE_KEYS];
    byId('help-keys').replaceChildren(...listed.flatMap(({ shown, does }) => [
      make('dt', {}, make('kbd', {}, shown)), make('dd', {}, does),
    ]));
    dialog.showModal();
  };
  byId('help').addEventListener('click', open);
  return { open };
}

/**
 * The keys that undo and redo, as people press them on their system.
 */

const isMac = () => navigator.platform.startsWith('Mac');
export const undoKeys = () => (isMac() ? ['⌘ Z', '⇧ ⌘ Z'] : ['Ctrl Z', 'Ctrl Shift Z']);

/** @param {KeyboardEvent} event @returns {'undo' | 'redo' | null} */
export function undoWish({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

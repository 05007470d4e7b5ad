/**
 * The network stays where it is while it is pointed at: the pane beneath it keeps the height that it had, whatever it says meanwhile.
 */
import { byId } from '../../ui/dom.js';

/** Windows in which the pane and the network share one height; on narrower ones the pane has its own below. */
const SHARED = '(min-width: 900px)';

export function createStillness() {
  const pane = byId('reading');
  const isShared = matchMedia(SHARED);
  const release = () => {
    pane.classList.remove('held');
    pane.style.height = '';
  };
  window.addEventListener('resize', release);

  return {
    /** Before anything else is said. */
    hold() {
      if (!isShared.matches) return;
      pane.style.height = `${pane.getBoundingClientRect().height}px`;
      pane.classList.add('held');
    },
    release,
  };
}

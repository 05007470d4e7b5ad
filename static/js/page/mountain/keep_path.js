/**
 * Keeps the way of the run: every frame is a stop, and another run begins another way.
 */
import { onChange } from '../../ui/tracked.js';

/** @param {Pick<import('../page.js').Page, 'state'>} page @param {import('./path.js').Path} path */
export function keepPath({ state }, path) {
  let isOther = false;
  const add = () => {
    const { frame, status, diverged } = state;
    if (!frame || diverged) return;
    // Steps are only made one after the other, so a jump ahead at rest leads into another run.
    const last = path.stops.at(-1);
    if (isOther && last && frame.step > last.step && status !== 'training') path.clear();
    isOther = false;
    path.add(frame.step, frame.parameters, frame.train_cost);
  };
  add();
  onChange(() => state.experiment, () => { isOther = true; });
  onChange(() => state.frame, add);
}

/**
 * How plane and maps are looked at: with or without test points, with shades or only by what is decided.
 */
import { DISCRETISED } from '../../ui/colours.js';
import { computed, effect, onChange } from '../../ui/tracked.js';

/**
 * The points that are drawn, the same list as long as they are the same.
 * @param {Pick<import('../page.js').Page, 'state' | 'view'>} page
 */
export const pointsDrawn = ({ state, view }) => computed(() => (
  view.plane.show_tests ? state.points : state.points.filter(({ test }) => !test)));

/** @param {import('../page.js').Page} page */
export function mountLooks({ state, view, announce }) {
  effect(() => { document.documentElement.toggleAttribute(DISCRETISED, view.plane.discretised); });
  onChange(() => view.plane.show_tests, (shown) => {
    const chosen = state.points.find(({ id }) => id === view.plane.chosen);
    if (!shown && chosen?.test) view.plane.chosen = null; // what can't be seen isn't spoken of
    announce(shown ? 'Test points are shown.' : 'Test points are hidden.');
  });
  onChange(() => view.plane.discretised, (on) => {
    announce(on ? 'Maps show what is decided, without shades.' : 'Maps show how sure the network is.');
  });
}

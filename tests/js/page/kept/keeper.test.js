import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createKeeper } from '../../../../static/js/page/kept/keeper.js';
import { trackState } from '../../../../static/js/page/tracked_state.js';
import { createViewState } from '../../../../static/js/page/view_state.js';
import { liveStore } from '../../state/scene.js';
import { shelfInMemory } from '../../kept/shelf_in_memory.js';

/** A page with points, which is kept under the name of its points. */
async function kept() {
  Object.assign(globalThis, { window: new EventTarget(), document: new EventTarget() });
  const [store, shelf, view] = [liveStore(), shelfInMemory([]), createViewState()];
  const page = /** @type {import('../../../../static/js/page/page.js').Page} */ (/** @type {unknown} */ ({ view, state: trackState(store) }));
  const keeper = createKeeper(page, { getState: store.getState, shelf, id: 'spiral' });
  keeper.begin();
  await keeper.write();
  return { keeper, shelf, view };
}

test('a name that another tab gave stays, whatever this one writes', async () => {
  const { keeper, shelf, view } = await kept();
  const [before] = await shelf.cards();
  assert.equal(before.named, false);

  const renamed = await shelf.amend('spiral', { name: 'Period 3', named: true });
  await keeper.write(); // before it has heard of it
  assert.ok(renamed);
  shelf.told(renamed);
  assert.equal(view.kept.card?.name, 'Period 3', 'what the page itself says of it');
  await keeper.write();
  const [after] = await shelf.cards();
  assert.deepEqual([after.name, after.named, after.points], ['Period 3', true, before.points]);
});

test('what is said of another experiment changes nothing of this one', async () => {
  const { shelf, view } = await kept();
  const before = view.kept.card;
  shelf.told({ .../** @type {import('../../../../static/js/kept/shelf.js').Card} */ (before), id: 'moons', name: 'Moons', named: true });
  assert.equal(view.kept.card, before);
});

/**
 * Puts the inspector in its place: a pane that opens when an element of the network is pressed.
 */
import { bringExplanationIntoSight } from '../in_sight.js';
import { mountPane } from './pane.js';
import { createRecord } from './record.js';

/** @param {import('../page.js').Page} page @param {import('./inspector.js').Inspector} inspector */
export function mountInspector(page, inspector) {
  const { view, watch } = page;
  const record = createRecord();
  watch((now) => now.frame, (frame) => {
    if (frame) record.add(frame.step, frame.parameters);
  });
  const pane = mountPane(page, inspector, record);
  watch((now) => now.frame, pane.showParameters);
  watch((now) => now.inspection, pane.showInspection);
  let wasOpen = false;
  view.subscribe(['inspected'], ({ inspected }) => {
    pane.build();
    if (inspected !== null && !wasOpen) bringExplanationIntoSight();
    wasOpen = inspected !== null;
  });
  view.subscribe(['inspection_trouble'], pane.showTrouble);
}

/**
 * Puts the inspector in its place: a pane that opens when an element of the network is pressed.
 */
import { onChange, whenever } from '../../ui/tracked.js';
import { bringExplanationIntoSight } from '../reading/in_sight.js';
import { mountPane } from './pane.js';
import { createRecord } from './record.js';

/** @param {import('../page.js').Page} page @param {import('./inspector.js').Inspector} inspector */
export function mountInspector(page, inspector) {
  const { state, newest, view } = page;
  const record = createRecord();
  whenever(() => newest.frame, (frame) => {
    if (frame) record.add(frame.step, frame.parameters);
  });
  const pane = mountPane(page, inspector, record);
  onChange(() => state.frame, pane.showParameters);
  onChange(() => state.inspection, pane.showInspection);
  let wasOpen = false;
  onChange(() => view.inspector.inspected, (inspected) => {
    pane.build();
    if (inspected !== null && !wasOpen) bringExplanationIntoSight();
    wasOpen = inspected !== null;
  });
  onChange(() => view.inspector.trouble, pane.showTrouble);
}

/**
 * Puts all parts of the playground in their places.
 */
import { byId } from '../ui/dom.js';
import { mountThemeSwitch } from '../ui/theme.js';
import { mountBrush } from './brush.js';
import { mountByHand } from './by_hand/mount.js';
import { mountConnectionNote } from './connection_note.js';
import { createExplaining } from './explaining.js';
import { mountGallery } from './gallery.js';
import { mountHeader } from './header.js';
import { createHelp } from './help.js';
import { bindings, mountKeyboard } from './keyboard.js';
import { mountLatecomers } from './latecomers.js';
import { mountLeftBehind } from './left_behind.js';
import { mountLoss } from './loss_panel.js';
import { mountNetwork } from './network_panel.js';
import { mountNotes } from './notes.js';
import { mountNumbers } from './numbers.js';
import { mountPlane } from './plane_panel.js';
import { mountPointsTable } from './points_table.js';
import { mountReading } from './reading.js';
import { mountRecipes } from './recipes.js';
import { mountRecovery } from './recovery.js';
import { mountSpeed } from './speed.js';
import { mountThread } from './thread.js';
import { mountOutdated } from './outdated.js';
import { createSnapshots } from './snapshot.js';
import { createTransport, mountTransport } from './transport.js';
import { createEditing, mountUndo } from './undo.js';

/**
 * @param {import('./page.js').Page} page
 * @param {object} world
 * @param {import('../network/field/types.js').Field | null} world.field paints regions and maps
 * @param {{now: () => number, retry: () => void}} world.connection
 * @param {import('./by_hand/mount.js').OpenPasses} world.openPasses
 * @param {() => import('./recovery.js').Session} world.openRehearsal
 */
export function mountPage(page, { field, connection, openPasses, openRehearsal }) {
  const transport = createTransport(page);
  const editing = createEditing(page);
  const explaining = createExplaining(page, () => network.columns);
  const help = createHelp(page, () => keys);
  const keys = bindings(page, { transport, editing, explaining, help: () => help.open() });

  mountThemeSwitch(byId('theme'));
  mountRecovery(page, openRehearsal);
  mountOutdated(page);
  const snapshots = createSnapshots(page);
  mountHeader(page, snapshots);
  const thread = mountThread(page);
  const plane = mountPlane(page, snapshots, field, { onLayout: thread.draw, onFollow: explaining.begin });
  const network = mountNetwork(page, snapshots, field, {
    onLayout: () => {
      thread.draw();
      explaining.place();
    },
    onOpen: explaining.open,
  });
  thread.between(plane, network);
  mountNotes(page, byId('plane-frame'));
  mountLeftBehind(page, byId('plane-frame'));
  mountUndo(page, editing);
  mountBrush(page);
  mountGallery(page);
  mountReading(page, snapshots, { onFollow: explaining.toggle, onOpen: explaining.open });
  mountTransport(page, transport);
  mountSpeed(page, {
    slider: /** @type {HTMLInputElement} */ (byId('speed')),
    output: byId('speed-text'),
  });
  mountConnectionNote(page, connection);
  mountLatecomers(page, { chart: mountLoss(page), explaining });
  mountNumbers(snapshots);
  mountRecipes(page);
  mountPointsTable(page);
  mountKeyboard(page, keys, editing);
  mountByHand(page, { field, openPasses });
}

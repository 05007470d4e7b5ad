/**
 * Puts all parts of the playground in their places.
 */
import { byId } from '../ui/dom.js';
import { mountThemeSwitch } from '../ui/theme.js';
import { mountBrush } from './brush/brush.js';
import { mountByHand } from './by_hand/entrance.js';
import { mountConnectionNote } from './connection/connection_note.js';
import { createExplaining } from './explaining/explaining.js';
import { mountGallery } from './gallery/gallery.js';
import { mountHeader } from './header/header.js';
import { createHelp } from './keyboard/help.js';
import { bindings, mountKeyboard } from './keyboard/keyboard.js';
import { mountLatecomers } from './late/latecomers.js';
import { mountLeftBehind } from './connection/left_behind.js';
import { mountLoss } from './loss/loss_panel.js';
import { mountNetwork } from './network/network_panel.js';
import { mountNotes } from './plane/notes.js';
import { mountNumbers } from './numbers/numbers.js';
import { mountPlane } from './plane/plane_panel.js';
import { mountPointsTable } from './points/points_table.js';
import { mountReading } from './reading/reading.js';
import { mountRecipes } from './settings/recipes.js';
import { mountRecovery } from './recovery/recovery.js';
import { mountSpeed } from './transport/speed.js';
import { mountThread } from './plane/thread.js';
import { mountOutdated } from './reading/outdated.js';
import { createSnapshots } from './snapshot.js';
import { createTransport, mountTransport } from './transport/transport.js';
import { createEditing, mountUndo } from './undo/undo.js';

/**
 * @param {import('./page.js').Page} page
 * @param {object} world
 * @param {import('../network/field/types.js').Field | null} world.field paints regions and maps
 * @param {{now: () => number, retry: () => void}} world.connection
 * @param {import('./by_hand/types.js').OpenPasses} world.openPasses
 * @param {() => import('./recovery/recovery.js').Session} world.openRehearsal
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

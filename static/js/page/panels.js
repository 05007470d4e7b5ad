/**
 * All parts of the playground, a line each, and what they share.
 */
import { whenIdle, whenTouched } from '../ui/idle.js';
import { prepareFormulas } from '../ui/tex.js';
import { createExplaining } from './explaining/explaining.js';
import { fetchLateSheets } from '../ui/late_sheets.js';
import { createOwnData } from './own/own.js';
import { createCurve } from './loss/state.js';
import { createThread } from './plane/thread.js';
import { mountOutdated } from './reading/outdated.js';
import { mountRecovery } from './recovery/recovery.js';
import { createSnapshots } from './snapshot.js';
import { createTransport } from './transport/transport.js';
import { createEditing } from './undo/undo.js';

// Made of the list by `make generate`.
import { mountBrush } from './brush/brush.js';
import { mountCloser } from './closer/entrance.js';
import { mountCompare } from './compare/entrance.js';
import { mountConfusion } from './confusion/confusion_panel.js';
import { mountConnectionNote } from './connection/connection_note.js';
import { mountLeftBehind } from './connection/left_behind.js';
import { mountEmbedding } from './embed/entrance.js';
import { mountSample } from './first/sample.js';
import { mountVisit } from './first/visit.js';
import { mountGallery } from './gallery/gallery.js';
import { mountHeader } from './header/header.js';
import { mountHealth } from './health/entrance.js';
import { mountKept } from './kept/entrance.js';
import { mountKeyboard } from './keyboard/keyboard.js';
import { mountLatecomers } from './late/latecomers.js';
import { mountLessons } from './lessons/entrance.js';
import { mountLoss } from './loss/loss_panel.js';
import { mountMountain } from './mountain/entrance.js';
import { mountNetwork } from './network/network_panel.js';
import { mountNumbers } from './numbers/numbers.js';
import { mountPast } from './past/entrance.js';
import { mountLooks } from './plane/looks.js';
import { mountNotes } from './plane/notes.js';
import { mountPlane } from './plane/plane_panel.js';
import { mountPointsTable } from './points/points_table.js';
import { mountReading } from './reading/reading.js';
import { mountRecipes } from './settings/recipes.js';
import { mountSlice } from './slice/entrance.js';
import { mountTakeOut } from './take_out/entrance.js';
import { mountTools } from './tools/tools.js';
import { mountTransport } from './transport/transport.js';
import { mountUndo } from './undo/undo.js';
import { mountProjector } from './wall/projector.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * What is there around the page.
 * @typedef {object} World
 * @property {import('./past/entrance.js').Source} store
 * @property {import('../state/recorder.js').Recorder['goOnFrom']} goOnFrom
 * @property {import('../network/field/types.js').Field | null} field paints regions and maps
 * @property {{now: () => number, retry: () => void}} connection
 * @property {() => import('./recovery/recovery.js').Session & import('./mountain/walks.js').Walker & import('./compare/lane.js').LaneSession} openRehearsal
 * @property {import('./kept/entrance.js').KeptWorld} kept
 * @property {(session: import('../types.js').SessionState) => void} stand shows a session that no server has
 */

/**
 * What panels share; each names what it takes of it.
 * @typedef {World & {
 *   snapshots: import('./snapshot.js').Snapshots,
 *   transport: import('./transport/transport.js').Transport,
 *   editing: import('./undo/undo.js').Editing,
 *   explaining: import('./explaining/explaining.js').Explaining,
 *   thread: import('./plane/thread.js').Thread,
 *   own: import('./own/own.js').OwnData,
 *   curve: import('./loss/state.js').Curve,
 *   later: Array<() => unknown>,
 * }} Shared
 *   `later`: what is fetched when everything else is there
 */

/**
 * In the order in which they are put in their places: what others lie below comes first, and the header, which says that the
 * page is live, when all are there.
 * @type {Array<(page: Page, shared: Shared) => void>}
 */
const PANELS = [
  mountReading,
  mountVisit,
  mountPlane,
  mountLooks,
  mountNetwork,
  mountMountain,
  mountCloser,
  mountNotes,
  mountLeftBehind,
  mountUndo,
  mountBrush,
  mountTools,
  mountGallery,
  mountSlice,
  mountTransport,
  mountConnectionNote,
  mountLoss,
  mountPast,
  mountCompare,
  mountLatecomers,
  mountNumbers,
  mountConfusion,
  mountRecipes,
  mountPointsTable,
  mountKeyboard,
  mountProjector,
  mountSample,
  mountKept,
  mountLessons,
  mountTakeOut,
  mountHealth,
  mountEmbedding,
  mountHeader,
];

/**
 * The pieces in which the page is mounted. Events may come between them: what a panel shows is what there is by then.
 * @param {Page} page
 * @param {World} world
 * @returns {Generator<() => void>}
 */
export function* panelsOf(page, world) {
  // Before anything is told: what puts the way back, and what takes back what no longer holds.
  mountRecovery(page, world);
  mountOutdated(page);
  const explaining = createExplaining(page);
  // Starting KaTeX takes longer than any frame, and no formula comes unasked.
  const later = [explaining.fetch, fetchLateSheets, () => whenTouched(() => whenIdle(prepareFormulas))];
  const shared = {
    ...world,
    snapshots: createSnapshots(page),
    transport: createTransport(page, explaining),
    editing: createEditing(page),
    explaining,
    thread: createThread(page),
    own: createOwnData(page, later),
    curve: createCurve(),
    later,
  };
  for (const mount of PANELS) yield () => mount(page, shared);
}

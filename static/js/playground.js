/**
 * The playground's entry: brings the connection, the state and the page together.
 */
import { createField } from './network/field.js';
import { createAnnouncer } from './ui/announce.js';
import { createAttempts, refusalWords } from './page/reading/attempts.js';
import { rememberedVisit } from './page/first/visit.js';
import { createOpening } from './page/kept/opening.js';
import { freshPassesWanted } from './page/follow/fresh.js';
import { singleKeysWanted } from './page/keyboard/help.js';
import { panelsOf } from './page/panels.js';
import { createPastAccess, shownOf } from './page/past/state.js';
import { trackState } from './page/tracked_state.js';
import { createViewState } from './page/view_state.js';
import { projectorWanted } from './page/wall/projector.js';
import { createEditor } from './state/editor.js';
import { createRecorder } from './state/recorder.js';
import { createStore } from './state/store.js';
import { colours } from './ui/colours.js';
import { byId } from './ui/dom.js';
import { beforeFrame, requestFrame } from './ui/frames.js';
import { handOver, takeHandedOver } from './ui/handover.js';
import { beforeRenewal } from './ui/parts.js';
import { start } from './ui/started.js';
import { composeCheckpoint } from './wire/checkpoint.js';
import { connect } from './wire/connection.js';
import { drawPoints } from './wire/drawing.js';
import { fallbackSocket } from './wire/fallback_socket.js';
import { firstWorker } from './wire/first_worker.js';
import { RefusedError } from './wire/errors.js';
import { openRehearsal } from './wire/rehearsal.js';
import { canShareMemory } from './wire/ring.js';
import { threadedSocket } from './wire/threaded_socket.js';

// Working by hand has a page of its own; links from before lead there.
if (location.hash === '#by-hand') location.replace(new URL('by-hand', document.baseURI));

const store = createStore();
const newest = trackState(store);
const view = createViewState({
  single_keys: singleKeysWanted(), fresh_passes: freshPassesWanted(), projector: projectorWanted(), visit: rememberedVisit(),
});
const state = shownOf(newest, view.past);
const past = createPastAccess(view.past);

const address = new URL('socket', document.baseURI);
address.protocol = address.protocol.replace('http', 'ws');

/** @type {import('./wire/connection.js').Timers} */
const timers = {
  setTimeout: (action, delay) => window.setTimeout(action, delay),
  clearTimeout: (handle) => window.clearTimeout(handle),
  now: () => Date.now(),
};

const startWorker = () => new Worker(new URL('./socket_worker.js', import.meta.url), { type: 'module' });
const startedWorker = (/** @type {string} */ url) => firstWorker(window, url);
const server = { url: address.href, WebSocketImpl: WebSocket, timers };
// Memory is shared between threads only where the connection is secure, or the server is this machine.
const WebSocketImpl = canShareMemory(window)
  ? fallbackSocket({ Wished: threadedSocket({ startWorker, startedWorker, beforeFrame }), Ordinary: WebSocket, timers })
  : WebSocket;

/** What this page holds of a person's own. */
const held = () => (view.first.stored ? null : composeCheckpoint(newest));
const opening = createOpening(view, (sample) => drawPoints((handlers) => connect({ ...server, ...handlers }), sample));
/** What the page comes back with at its first welcome. @type {import('./types.js').Restored | null} */
let restored = null;
/** What a server begins with. @type {import('./types.js').SessionState | null} */
let fresh = null;

const connection = connect({
  ...server,
  WebSocketImpl,
  ready: opening.ready,
  onEvent(event) {
    if (event.type !== 'welcome') {
      store.dispatch(event);
      return;
    }
    fresh = event.state;
    store.dispatch({ ...event, restored });
    restored = null;
  },
  onFrame: (frame) => store.dispatch({ type: 'frame', frame }),
  onStatus: (status) => store.dispatch({ type: 'connection', connection: status }),
  resume() {
    const first = opening.take();
    restored = first?.restored ?? null;
    const checkpoint = held() ?? first?.checkpoint ?? takeHandedOver();
    return checkpoint && { checkpoint, training: newest.status === 'training', updates_per_second: view.transport.speed };
  },
  async onLeftBehind(checkpoint, refusal) {
    if (!await opening.leftBehind(refusal)) view.connection.left_behind = { checkpoint, message: refusal.message };
  },
});

// Whoever touches the page wants it there: by the time something is to be sent, it is.
for (const touch of ['pointermove', 'pointerdown', 'keydown']) {
  addEventListener(touch, connection.wake, { capture: true, passive: true });
}
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) connection.wake();
});

const recorder = createRecorder({
  store,
  connection,
  past,
  // Nobody waits for the answer to an edit, but its refusal is told: the edit is taken back.
  onRefusedEdit(error) {
    if (error instanceof RefusedError) view.reading.trouble = refusalWords(error, state);
  },
});
const { attempt, tell } = createAttempts(recorder.send, view, state);

const pieces = panelsOf({
  state,
  newest,
  past,
  editor: createEditor({ store, connection, recorder, requestFrame }),
  view,
  send: recorder.send,
  attempt,
  tell,
  announce: createAnnouncer(byId('announcements')),
}, {
  store,
  goOnFrom: recorder.goOnFrom,
  field: createField({ document }),
  connection: { now: timers.now, retry: connection.retryNow },
  stand: (session) => store.dispatch({ type: 'state', ...session }),
  openRehearsal: () => openRehearsal((handlers) => connect({ ...server, ...handlers })),
  kept: { opening, getState: store.getState, replace: recorder.replace, fresh: () => fresh, dispatch: store.dispatch },
});

// What was trained and drawn is there again after the page was loaded anew.
beforeRenewal(() => {
  const checkpoint = held();
  return checkpoint === null || view.kept.storage === 'works' || handOver(checkpoint);
});

// The first picture asks for them when much else has changed: just now the page is styled already.
start(pieces).then(() => { colours(); });
